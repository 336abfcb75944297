import { CARD_KINDS } from '../../model/kinds.ts';
import { defineRule } from '../define.ts';
import { withoutKeys } from '../front-matter/shape.ts';
import { CARD_TEXT } from './example.ts';

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
${CARD_TEXT}`,
  ],
  good: [
    `---
# license: see below
---
${CARD_TEXT}`,
    `---
license: mit
---
${CARD_TEXT}`,
  ],
  check(model, { document, report }) {
    const one = withoutKeys(model, document);
    if (one !== undefined) report(one);
  },
});
