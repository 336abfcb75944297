import { CARD_KINDS } from '../../model/kinds.ts';
import { defineRule } from '../define.ts';
import { unclosedFrontMatter } from '../front-matter/shape.ts';
import { CARD_TEXT } from './example.ts';

/** Front matter of a card that has no closing fence. */
export const unclosed = defineRule({
  id: 'card/unclosed',
  kinds: CARD_KINDS,
  reads: 'document',
  severity: 'error',
  since: '0.1.0',
  summary: 'The front matter of a card is opened with `---` and never closed.',
  why: 'Every reader takes it for text, so the card has no metadata; ISO/IEC 42001 clause 7.5.2 asks for identification and description of documented information.',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `⟦---⟧
license: mit
language: en
${CARD_TEXT}`,
  ],
  good: [
    `---
license: mit
language: en
---
${CARD_TEXT}`,
  ],
  check(model, { document, report }) {
    const one = unclosedFrontMatter(model, document);
    if (one !== undefined) report(one);
  },
});
