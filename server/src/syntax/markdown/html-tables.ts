import type { Section } from './section.ts';
import type { Table, TableCell } from './tables.ts';

/** Spans wider than this are a layout, no data. */
const MOST_SPAN = 20;
/** A longer table is read no further. */
const MOST_ROWS = 2000;

/** The tables that a section writes as HTML, outside of code; spans are local to the section. */
export function htmlTablesIn(section: Section): readonly Table[] {
  const { text } = section;
  if (!/<table[\s>]/i.test(text)) return [];
  const blocks = section.blocks.filter(block => block.kind === 'html');
  const tables: Table[] = [];
  let next = 0;
  let open = -1;
  for (const tag of text.matchAll(/<(\/?)table[\s>]/gi)) {
    if (tag[1] === '/') {
      const table = open < 0 ? undefined : tableOf(text, open, tag.index);
      if (table !== undefined) tables.push(table);
      open = -1;
      continue;
    }
    while ((blocks[next]?.to ?? Number.POSITIVE_INFINITY) <= tag.index) next += 1;
    if (open < 0 && (blocks[next]?.from ?? Number.POSITIVE_INFINITY) <= tag.index) open = tag.index;
  }
  return tables;
}

function tableOf(text: string, from: number, to: number): Table | undefined {
  const rows: TableCell[][] = [];
  const carried = new Map<number, { cell: TableCell; rows: number }>();
  const raw = text.slice(from, to);
  const starts = [...raw.matchAll(/<tr[\s>]/gi)].slice(0, MOST_ROWS).map(hit => hit.index);
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? raw.length;
    const row: TableCell[] = [];
    for (const { cell, columns, down } of cellsOf(raw.slice(start, end), from + start)) {
      carryInto(row, carried);
      for (let column = 0; column < columns; column += 1) {
        if (down > 1) carried.set(row.length, { cell, rows: down - 1 });
        row.push(cell);
      }
    }
    carryInto(row, carried);
    if (row.length > 0) rows.push(row);
  }
  const [header, ...others] = rows;
  return header === undefined ? undefined : { from, to, header, rows: others };
}

/** Puts the cells that reach down from the rows above into their columns. */
function carryInto(row: TableCell[], carried: Map<number, { cell: TableCell; rows: number }>): void {
  for (let held = carried.get(row.length); held !== undefined; held = carried.get(row.length)) {
    if (held.rows > 1) carried.set(row.length, { cell: held.cell, rows: held.rows - 1 });
    else carried.delete(row.length);
    row.push(held.cell);
  }
}

function cellsOf(raw: string, start: number): { cell: TableCell; columns: number; down: number }[] {
  const opens = [...raw.matchAll(/<t[dh](\s[^<>]*)?>/gi)];
  return opens.map((open, index) => {
    const from = open.index + open[0].length;
    const limit = opens[index + 1]?.index ?? raw.length;
    const close = raw.slice(from, limit).search(/<\/t[dhr]/i);
    const inner = raw.slice(from, close < 0 ? limit : from + close);
    const lead = /^(?:\s|<[^<>]*>)*/.exec(inner)?.[0].length ?? 0;
    const plain = inner
      .replace(/<[^<>]*>/g, ' ')
      .replace(/&nbsp;/g, ' ')
      .replace(/&amp;/g, '&')
      .replace(/\s+/g, ' ')
      .trim();
    const written = inner.slice(lead).split('<')[0]?.trimEnd() ?? '';
    const at = start + from + lead;
    return {
      cell: { text: plain, from: at, to: at + written.length },
      columns: spanOf(open[1], /colspan\s*=\s*["']?(\d{1,3})/i),
      down: spanOf(open[1], /rowspan\s*=\s*["']?(\d{1,3})/i),
    };
  });
}

function spanOf(attributes: string | undefined, pattern: RegExp): number {
  return Math.min(MOST_SPAN, Math.max(1, Number(pattern.exec(attributes ?? '')?.[1] ?? 1)));
}
