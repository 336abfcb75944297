import type { Catalog } from '../../catalog/catalog.ts';
import { mayMention, mentionsIn } from '../../catalog/mentions.ts';
import type { Item } from '../../catalog/types.ts';
import { editFile } from '../../workspace/change.ts';
import { defineRule } from '../define.ts';
import { proseLinesIn } from './prose-lines.ts';

/** An id with another control's title behind it. */
export const wrongTitle = defineRule({
  id: 'reference/wrong-title',
  kinds: ['model-card', 'dataset-card', 'impact-assessment'],
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary: "An id is followed by another control's title.",
  why: 'Either the id or the title is wrong, and a reader cannot tell which (ISO/IEC 42001 clause 7.5.2).',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `# Ticket router

This section serves ISO/IEC 42001 ⟦A.7.2⟧ Data provenance.
`,
  ],
  good: [
    `# Ticket router

This section serves ISO/IEC 42001 A.7.5 Data provenance, and A.7.2 where data is concerned.
`,
  ],
  check(model, { document, library, scope, report }) {
    for (const { start, value } of model.body?.sections ?? []) {
      if (!mayMention(value.text)) continue;
      for (const line of value.derive(proseLinesIn)) {
        for (const mention of mentionsIn(line.text, library, [scope.framework])) {
          if (mention.item === undefined) continue;
          const named = titleBehind(line.text.slice(mention.end), mention.catalog);
          if (named === undefined || named.title === mention.item.title) continue;
          const from = start + line.from + mention.start;
          const span = { start: from, end: from + (mention.end - mention.start) };
          const { item } = mention;
          report({
            at: span,
            what: `${mention.written} is "${item.title}", and "${named.title}" is ${named.id}`,
            why: 'Either the id or the title is wrong, and a reader cannot tell which (ISO/IEC 42001 clause 7.5.2)',
            next: 'Correct the one that is wrong',
            controls: [mention.catalog.qualified(item), mention.catalog.qualified(named)],
            fixes: [
              {
                title: `Change the id to ${named.id}`,
                kind: 'assist',
                change: () => [
                  editFile(document.path, {
                    span,
                    text: mention.written.replace(/A[.-]\d[\d.-]*|\d[\d.]*$/, named.id),
                  }),
                ],
              },
            ],
          });
        }
      }
    }
  },
});

/** The control whose whole title stands directly behind an id. Short titles are too common to tell by. */
function titleBehind(after: string, catalog: Catalog): Item | undefined {
  const text = plain(/^[\s:–—|*_()"“-]*([^|;()\r\n]{4,120})/.exec(after)?.[1] ?? '');
  if (text === '') return undefined;
  const fitting = catalog.controls.filter(item => {
    const title = plain(item.title);
    return title.includes(' ') && (text === title || text.startsWith(`${title} `));
  });
  return fitting.toSorted((a, b) => b.title.length - a.title.length)[0];
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
