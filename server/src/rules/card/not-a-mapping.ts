import { CARD_KINDS } from '../../model/kinds.ts';
import { defineRule } from '../define.ts';
import { withoutKeys } from '../front-matter/shape.ts';

/** Front matter of a card that has no keys. */
export const notAMapping = defineRule({
  id: 'card/not-a-mapping',
  kinds: CARD_KINDS,
  reads: 'document',
  severity: 'error',
  since: '0.1.0',
  summary: 'The front matter of a card is a list or a text where keys with values are expected.',
  why: 'The Hugging Face hub reads nothing from it; ISO/IEC 42001 clause 7.5.2 asks for identification and description of documented information.',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `---
⟦- license: mit⟧
- language: en
---
# Scoring model

A model that scores loan applications for the retail bank.
`,
  ],
  good: [
    `---
# license: see below
---
# Scoring model

A model that scores loan applications for the retail bank.
`,
    `---
license: mit
---
# Scoring model

A model that scores loan applications for the retail bank.
`,
  ],
  check(model, { document, report }) {
    const one = withoutKeys(model, document);
    if (one !== undefined) report(one);
  },
});
