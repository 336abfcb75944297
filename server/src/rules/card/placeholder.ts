import { defineRule } from '../define.ts';
import { checkPlaceholders } from '../sections/unfilled.ts';

/** Text of a card that still waits to be written. */
export const cardPlaceholder = defineRule({
  id: 'card/placeholder',
  kinds: ['model-card', 'dataset-card'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A model card or dataset card holds placeholders, such as "[More Information Needed]" or "TODO". One finding for each section; one for the whole card when it is still a form.',
  why: 'ISO/IEC 42001 clause 7.5.2 asks that documented information is described and reviewed before it is used; an auditor counts unfilled text as no evidence.',
  clauses: ['iso-42001:7.5.2', 'iso-42001:A.6.2.7'],
  standIns: ['card/template-not-filled'],
  bad: [
    `# Ticket router

Sorts support tickets into twelve queues.

## Training data

⟦[More Information Needed]⟧
`,
    `---
license: ⟦TODO⟧
language: en
---
# Ticket router

Sorts support tickets into twelve queues; built by the platform team.

- **Developed by:** platform team
- **Funded by:** ⟦TBD⟧
`,
  ],
  good: [
    `# Ticket router

Sorts support tickets into twelve queues. Tickets marked TODO are left where they are.

## Training data

<!-- [More Information Needed] -->

40,000 tickets of 2024; the template reads \`{{ ticket.text }}\`.
`,
  ],
  check: checkPlaceholders,
});
