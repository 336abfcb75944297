import { CARD_KINDS } from '../../model/kinds.ts';
import type { YamlNode } from '../../syntax/yaml/nodes.ts';
import { at, type Span } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { defineRule } from '../define.ts';
import { frontValues } from '../front-matter/values.ts';
import { quoted } from '../wording.ts';
import { CARD_TEXT } from './example.ts';

/** A tag, language or other text that stands twice in its list. */
export const duplicateTag = defineRule({
  id: 'card/duplicate-tag',
  kinds: CARD_KINDS,
  reads: 'document',
  severity: 'information',
  since: '0.1.0',
  summary: 'A text stands twice in a list of front matter, such as a tag, a language or a data set.',
  why: 'It says nothing twice and often hides what was meant; ISO/IEC 42001 clause 7.5.2 asks that documented information is reviewed.',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `---
license: mit
tags:
  - scoring
  - credit
  - ⟦scoring⟧
---
${CARD_TEXT}`,
    `---
license: mit
language: [en, de, ⟦en⟧]
---
${CARD_TEXT}`,
  ],
  good: [
    `---
license: mit
tags: [scoring, Scoring, credit]
---
${CARD_TEXT}`,
  ],
  check(model, context) {
    const { document, report } = context;
    const { text } = document.source;
    for (const { name, node, start, isItem } of frontValues(model, context)) {
      if (node.kind !== 'seq' || isItem) continue;
      const again = repeated(node.items);
      const first = again[0] === undefined ? undefined : node.items[again[0]];
      if (first?.kind !== 'scalar') continue;
      const more =
        again.length === 1
          ? ''
          : `, and ${again.length - 1} more ${again.length === 2 ? 'item' : 'items'} too`;
      const spans = again.flatMap(index => extent(node.items, index, node.flow, start, text) ?? []);
      report({
        at: at(start, first),
        what: `${quoted(first.source)} stands twice under "${name}"${more}`,
        why: 'It says nothing twice, and another word may have been meant (ISO/IEC 42001 clause 7.5.2)',
        next: 'Leave it out',
        fixes:
          spans.length < again.length
            ? []
            : [
                {
                  title: 'Remove what stands twice',
                  kind: 'safe',
                  change: () => [editFile(document.path, ...spans.map(span => ({ span, text: '' })))],
                },
              ],
      });
    }
  },
});

/** The indexes of the texts that stood before. */
function repeated(items: readonly YamlNode[]): number[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    if (item.kind !== 'scalar' || item.value === null) return [];
    const known = seen.has(String(item.value));
    seen.add(String(item.value));
    return known ? [index] : [];
  });
}

/** What to take out for an item: with the comma before it, or its whole line; undefined where the line holds more. */
function extent(
  items: readonly YamlNode[],
  index: number,
  flow: boolean,
  start: number,
  text: string,
): Span | undefined {
  const item = items[index];
  const before = items[index - 1];
  if (item === undefined || before === undefined) return undefined;
  if (flow) {
    const between = text.slice(start + before.to, start + item.from);
    return /^\s*,\s*$/.test(between) ? { start: start + before.to, end: start + item.to } : undefined;
  }
  let from = start + item.from;
  while (from > 0 && !/[\r\n]/.test(text.charAt(from - 1))) from -= 1;
  let to = start + item.to;
  while (to < text.length && !/[\r\n]/.test(text.charAt(to))) to += 1;
  const isAlone = /^[ \t]*-[ \t]+$/.test(text.slice(from, start + item.from));
  if (!isAlone || text.slice(start + item.to, to).trim() !== '') return undefined;
  const lineBreak = text.startsWith('\r\n', to) ? 2 : to < text.length ? 1 : 0;
  return { start: from, end: to + lineBreak };
}
