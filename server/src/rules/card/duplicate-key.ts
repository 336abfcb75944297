import { CARD_KINDS } from '../../model/kinds.ts';
import { at } from '../../text/span.ts';
import { defineRule } from '../define.ts';
import { isTemplateText } from '../front-matter/template.ts';
import { quoted } from '../wording.ts';
import { CARD_TEXT } from './example.ts';

/** More places than this are not listed. */
const MOST_RELATED = 10;

/** A key of front matter that stands twice. */
export const duplicateKey = defineRule({
  id: 'card/duplicate-key',
  kinds: CARD_KINDS,
  reads: 'document',
  severity: 'error',
  since: '0.1.0',
  summary: 'A key stands twice in the front matter of a card, or in a map below it.',
  why: 'The Hugging Face hub refuses such metadata, and other readers take the last value without a word; ISO/IEC 42001 clause 7.5.2 asks for a suitable format of documented information.',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `---
license: mit
language: en
⟦license⟧: apache-2.0
---
${CARD_TEXT}`,
  ],
  good: [
    `---
license: mit
language: en
---
${CARD_TEXT}`,
  ],
  check({ form, yaml }, { document, report }) {
    if (form !== 'markdown' || yaml === undefined || isTemplateText(document.source.slice(yaml.span))) return;
    const places = yaml.problems
      .filter(each => each.value.code === 'yaml-duplicate-key')
      .map(({ start, value }) => at(start, value));
    const [first, ...others] = places;
    if (first === undefined) return;
    const key = quoted(document.source.slice(first));
    report({
      at: first,
      what: `The key ${key} is set again`,
      why: 'The Hugging Face hub refuses the metadata, and other readers take the last value without a word (ISO/IEC 42001 clause 7.5.2)',
      next: `Keep one of the two${others.length === 0 ? '' : `; ${others.length} more ${others.length === 1 ? 'key stands' : 'keys stand'} twice`}`,
      related: others
        .slice(0, MOST_RELATED)
        .map(span => ({ path: document.path, span, message: 'set again as well' })),
    });
  },
});
