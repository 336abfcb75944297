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
    'A model card or dataset card says nothing on a subject that a control rests on, or its section on it is empty. What is expected follows from the role and the risk class of the system, where a mapping says them. Subjects that reviewers merely expect are one finding at the level of information.',
  why: 'The card is the evidence that ISO/IEC 42001 A.6.2.7 asks for as technical documentation, and A.8.2 as information for users; each section supports controls of its own, which the finding names.',
  clauses: ['iso-42001:A.6.2.7', 'iso-42001:A.8.2', 'iso-42001:A.9.4'],
  standIns: ['card/no-limitations', 'card/no-contact', 'card/placeholder', 'card/template-not-filled'],
  options: SECTION_OPTIONS,
  bad: [
    `//- MODEL_CARD.md
# ⟦Scoring model⟧

Estimates the probability of default; built by the lending team.

## Intended use

Ranking of applications for a person to read.

### Out-of-scope use

Applications of firms.

## Limitations

Young applicants are scored less reliably.

## Training data

Two years of applications.

## Training procedure

A boosted tree model.

## Evaluation

AUC of 0.81 on the held-out quarter; 0.80 for women and 0.81 for men.

## Fairness and bias

The gap between women and men is at most 0.02 in each release.

## Monitoring

The share of refusals by week.

## Contact

lending@example.org, under a licence of the kind "proprietary".
//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, role: provider, riskClass: high }
controls:
  - id: A.6.2.4
    status: planned
`,
    `# ⟦Ticket router⟧

Sorts support tickets into twelve queues; built by the platform team.

## Intended use

Routing of English tickets in the internal help desk. Fairness is discussed in the assessment.

### Out-of-scope use

Tickets from customers.

## Limitations

Short tickets are often misrouted.

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

## Limitations

Short tickets are often misrouted.

## ⟦Training data⟧

<!-- Where do the data come from? -->

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
    `//- MODEL_CARD.md
# Ticket router

Sorts support tickets into twelve queues; built by the platform team.

## Intended use

Routing of English tickets in the internal help desk.

### Out-of-scope use

Tickets from customers.

## Limitations

Short tickets are often misrouted.

## Training data

What the supplier told us: public tickets, in English only.

## Third parties

The model is bought from Northwind, who answers for its training; we answer for what it is used on.

## Evaluation

Macro F1 of 0.88 on the tickets of January 2025.

## Fairness and bias

Tickets in other languages are routed to people, so nobody waits longer.

## Contact

platform@example.org, under a licence of the kind "proprietary".
//- controls.yaml
clausewright: control-mapping/1
system: { id: routing, owner: jane@example.org, role: deployer, riskClass: minimal }
controls:
  - id: A.6.2.4
    status: planned
`,
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
