import { CARD_KINDS } from '../../model/kinds.ts';
import { editFile } from '../../workspace/change.ts';
import { defineRule } from '../define.ts';
import { CARD_TEXT } from './example.ts';

/** Blank lines above the front matter. */
export const blankLineBefore = defineRule({
  id: 'card/blank-line-before',
  kinds: CARD_KINDS,
  reads: 'document',
  severity: 'information',
  since: '0.1.0',
  summary: 'Blank lines stand above the front matter of a card.',
  why: 'The Hugging Face hub accepts them, while GitHub and most site generators take the front matter for text then; ISO/IEC 42001 clause 7.5.2 asks for a suitable format of documented information.',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `
⟦---⟧
license: mit
---
${CARD_TEXT}`,
  ],
  good: [
    `---
license: mit
---
${CARD_TEXT}`,
  ],
  check({ frontMatter }, { document, report }) {
    if (frontMatter?.state !== 'closed' || !frontMatter.blankBefore) return;
    const start = document.source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    report({
      at: frontMatter.open,
      what: 'Blank lines stand above the front matter',
      why: 'The Hugging Face hub accepts them, and other readers then show the metadata as text (ISO/IEC 42001 clause 7.5.2)',
      next: 'Begin the file with "---"',
      fixes: [
        {
          title: 'Remove the blank lines',
          kind: 'safe',
          change: () => [editFile(document.path, { span: { start, end: frontMatter.open.start }, text: '' })],
        },
      ],
    });
  },
});
