import { defineRule } from '../define.ts';
import { checkSections, SECTION_OPTIONS } from '../sections/missing.ts';

/** A card that says nothing on a subject that a control rests on. */
export const cardMissingSection = defineRule({
  id: 'card/missing-section',
  kinds: ['model-card', 'dataset-card'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A model card or dataset card has no section on a subject that a control rests on, or the section is empty. Subjects that reviewers merely expect are one finding at the level of information.',
  why: 'The card is the evidence that ISO/IEC 42001 A.6.2.7 asks for as technical documentation, and A.8.2 as information for users; each section supports controls of its own, which the finding names.',
  clauses: ['iso-42001:A.6.2.7', 'iso-42001:A.8.2', 'iso-42001:A.9.4'],
  options: SECTION_OPTIONS,
  bad: [
    `# ⟦Ticket router⟧

Sorts support tickets into twelve queues; built by the platform team.

## Intended use

Routing of English tickets in the internal help desk. Fairness is discussed in the assessment.

### Out-of-scope use

Tickets from customers.

## Training data

40,000 tickets of 2024, labelled by the help desk.

## Training procedure

A linear model over sentence embeddings.

## Evaluation

Macro F1 of 0.88 on the tickets of January 2025.

## Fairness and bias

Tickets in other languages are routed to people, so nobody waits longer.

## Contact

platform@example.org

## License

Internal use only.
`,
    `# Ticket router

Sorts support tickets into twelve queues; built by the platform team.

## Intended use

Routing of English tickets in the internal help desk.

### Out-of-scope use

Tickets from customers.

## ⟦Limitations⟧

<!-- What does it get wrong? -->

## Training data

40,000 tickets of 2024, labelled by the help desk.

## Training procedure

A linear model over sentence embeddings.

## Evaluation

Macro F1 of 0.88 on the tickets of January 2025.

## Fairness and bias

Tickets in other languages are routed to people, so nobody waits longer.

## Contact

platform@example.org

## License

Internal use only.
`,
  ],
  good: [
    `---
license: mit
---
# Ticket router

Sorts support tickets into twelve queues; built by the platform team.

## Uses and limitations

Routing of English tickets in the internal help desk; short tickets are often misrouted.

### Out-of-scope use

Tickets from customers.

## Training

### Training data

40,000 tickets of 2024, labelled by the help desk.

### Training procedure

A linear model over sentence embeddings.

## Evaluation results

| Metric | Value |
|---|---|
| Macro F1 | 0.88 |

## Ethical considerations

Tickets in other languages are routed to people, so nobody waits longer.

- **Contact:** platform@example.org
`,
  ],
  check(model, context) {
    checkSections(model, context, { recommended: context.options.recommended });
  },
});
