import type { Block } from '../../syntax/markdown/blocks.ts';
import type { Section } from '../../syntax/markdown/section.ts';
import type { Local } from '../../text/span.ts';
import type { Columns } from './columns.ts';
import { fieldOf } from './match.ts';

/** A labelled value of a section, `**Geography:** Finland`; offsets are local to the section. */
export interface LabelledValue {
  readonly field: string;
  /** The value as written. */
  readonly raw: string;
  readonly value: Local;
  /** The lines that hold label and value. */
  readonly lines: Local;
}

const LABEL =
  /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:(?:\*\*|__)([^*_\r\n:]{1,80}):?(?:\*\*|__)(?:[ \t]*:)?|([\p{L}][^\r\n:*_`|[\]]{0,39}):(?=[ \t]))[ \t]*)([^\r\n]*)/u;

/** The labelled values of a block whose labels are known; one without a value stays text, as somebody has to fill it. */
export function labelledIn(section: Section, block: Block, columns: Columns): readonly LabelledValue[] {
  if (block.kind !== 'paragraph') return [];
  const found: LabelledValue[] = [];
  for (const line of section.text.slice(block.from, block.to).matchAll(/[^\r\n]+/g)) {
    const from = block.from + line.index;
    const hit = LABEL.exec(line[0]);
    const plain = hit?.[3] !== undefined;
    const field =
      hit === null || (plain && block.depth === 0) ? undefined : fieldOf(hit[2] ?? hit[3] ?? '', columns);
    const raw = hit?.[4]?.trim() ?? '';
    if (hit !== null && field !== undefined && raw !== '' && !/[:*]\s*$/.test(hit[2] ?? '')) {
      const start = from + (hit[1]?.length ?? 0);
      found.push({
        field,
        raw,
        value: { from: start, to: start + raw.length },
        lines: { from, to: from + line[0].length },
      });
    } else if (hit === null) continued(found, section, from, line[0]);
  }
  return found;
}

/** A line that follows directly on a labelled value belongs to it. */
function continued(found: LabelledValue[], section: Section, from: number, line: string): void {
  const last = found.at(-1);
  if (last === undefined || section.text.slice(last.lines.to, from).replace(/\r\n|\r|\n/, '') !== '') return;
  const to = from + line.trimEnd().length;
  found[found.length - 1] = {
    ...last,
    raw: `${last.raw} ${line.trim()}`,
    value: { from: last.value.from, to },
    lines: { from: last.lines.from, to: from + line.length },
  };
}
