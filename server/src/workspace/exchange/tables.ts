import { tidied } from '../../model/exchange/text.ts';

/** A row of a table by its column heads, in lower case. */
export type Row = ReadonlyMap<string, string>;

/** The tables of a text whose first head is among the wanted, as rows, and the text without them. */
export function tablesHeaded(
  text: string,
  wanted: ReadonlySet<string>,
): { readonly rows: readonly Row[]; readonly rest: string } {
  const rows: Row[] = [];
  const rest: string[] = [];
  let heads: string[] | undefined;
  for (const line of text.split('\n')) {
    const cells = cellsOf(line);
    if (cells === undefined) heads = undefined;
    if (cells === undefined) rest.push(line);
    else if (heads !== undefined) {
      if (cells.every(each => /^:?-+:?$/.test(each))) continue;
      const own = heads;
      rows.push(new Map(cells.map((cell, index) => [own[index] ?? '', cell])));
    } else if (wanted.has((cells[0] ?? '').toLowerCase())) heads = cells.map(each => each.toLowerCase());
    else rest.push(line);
  }
  return { rows, rest: tidied(rest) };
}

/** The cells of a line of a table, escapes resolved; undefined for any other line. */
function cellsOf(line: string): string[] | undefined {
  const text = line.trim();
  if (!text.startsWith('|') || text.length < 2) return undefined;
  const cells: string[] = [];
  let cell = '';
  for (let at = 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\' && at + 1 < text.length && /[|\\<]/.test(text.charAt(at + 1))) {
      at += 1;
      cell += text.charAt(at);
    } else if (character === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  if (cell.trim() !== '') cells.push(cell.trim());
  return cells;
}
