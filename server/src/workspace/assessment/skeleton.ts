import type { Columns } from '../../model/assessment/columns.ts';
import { columnsOf, HOME, RECORD_NAMES, RECORDS } from '../../model/assessment/shape.ts';

/** Stands where the author has to write; a finding until it is gone. */
const GAP = '[TODO]';

/**
 * The labelled values and the table that the section of a concept holds, as Markdown to be filled in; undefined for a
 * section that is text alone. What is still to be written stands as a placeholder, so that it answers nothing.
 */
export function skeletonOf(concept: string): string | undefined {
  const labels = Object.values(columnsOf(concept) ?? {}).map(({ title }) => `- **${title}:** ${GAP}`);
  const name = RECORD_NAMES.find(each => HOME[each] === concept);
  const table = name === undefined ? [] : tableOf(RECORDS[name]);
  const parts = [labels.join('\n'), table.join('\n')].filter(each => each !== '');
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

/** A table with one row whose first cell waits; its other cells may stay empty. */
function tableOf(columns: Columns): string[] {
  const titles = Object.values(columns).map(each => each.title);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(titles),
    `|${'---|'.repeat(titles.length)}`,
    row(titles.map((_, index) => (index === 0 ? GAP : ''))),
  ];
}
