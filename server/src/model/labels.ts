import type { Block } from '../syntax/markdown/blocks.ts';
import type { Section } from '../syntax/markdown/section.ts';
import type { Local } from '../text/span.ts';
import { placeholdersIn, withoutComments } from './placeholders.ts';
import { isShrug } from './substance.ts';

/** A labelled value, `**License:** MIT` or a table row of two cells. The span, local to the section, is the value's. */
export interface Label extends Local {
  readonly label: string;
  /** Whether the value says something: it is no placeholder and no lone "N/A". */
  readonly answered: boolean;
}

const LINE =
  /^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]*)?(?:(\*\*|__)([^*_\r\n]{2,60}?)(?::\1|\1[ \t]*(?::|[—–-](?=[ \t])))|([\p{L}][^\r\n:*_`|]{1,39}):(?=[ \t]))[ \t]*([^\r\n]*)/gmu;
const ROW = /^[ \t]*\|[ \t]*(?=[^\s|])(?:\*\*|__)?([^|\r\n]{2,60}?)(?:\*\*|__)?:?[ \t]*\|([^|\r\n]*)\|/gm;

/** The labelled values of a section, below its heading. Plain `Key: value` lines count in lists only. */
export function labelsIn(section: Section): readonly Label[] {
  const text = withoutComments(section);
  const holes = section.derive(placeholdersIn);
  const found: Label[] = [];
  /** The first placeholder that does not end before the value; both stand in the order of the text. */
  let next = 0;
  for (const [index, block] of section.content.entries()) {
    if (block.kind !== 'paragraph' && block.kind !== 'table') continue;
    const raw = text.slice(block.from, block.to);
    found.push(...overList(raw, block, section.content[index + 1], section));
    const pattern = block.kind === 'table' ? ROW : LINE;
    for (const hit of raw.matchAll(pattern)) {
      const plain = block.kind === 'paragraph' && hit[2] === undefined;
      if (plain && block.depth === 0) continue;
      const label = block.kind === 'table' ? hit[1] : (hit[2] ?? hit[3]);
      const value = (block.kind === 'table' ? hit[2]?.trim() : hit[4]) ?? '';
      if (label === undefined || !/\p{L}/u.test(label)) continue;
      const from = block.from + hit.index + hit[0].lastIndexOf(value);
      const to = from + value.length;
      while ((holes[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next += 1;
      const hollow = (holes[next]?.from ?? Number.POSITIVE_INFINITY) < to;
      const written = section.text.slice(from, to).trim();
      found.push({
        label: label.trim(),
        from,
        to,
        answered: written !== '' && !hollow && !isShrug(written) && /[\p{L}\p{N}]/u.test(written),
      });
    }
  }
  return found;
}

/** `Purpose:` on a line of its own, over a list that says something: the list is its value. */
function overList(raw: string, block: Block, next: Block | undefined, section: Section): Label[] {
  if (block.kind !== 'paragraph' || block.depth > 0) return [];
  const label = /(?:^|[\r\n])[ \t]*(\p{L}[\p{L} '-]{2,39}):[ \t]*$/u.exec(raw)?.[1];
  if (label === undefined || next === undefined || next.depth === 0 || next.kind !== 'paragraph') return [];
  const item = section.slice(next);
  const hollow = section.derive(placeholdersIn).some(hole => hole.from < next.to && hole.to > next.from);
  return [
    {
      label: label.trim(),
      from: next.from,
      to: next.to,
      answered: !hollow && !isShrug(item) && /[\p{L}\p{N}]/u.test(item),
    },
  ];
}
