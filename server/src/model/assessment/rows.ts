import type { Table, TableCell } from '../../syntax/markdown/tables.ts';
import type { Span } from '../../text/span.ts';
import type { Column, Columns } from './columns.ts';
import { decodeInline, decodeList } from './inline.ts';
import { keyField, matchColumns, nameKey } from './match.ts';
import { RECORDS, type RecordName, TABLES_OF } from './shape.ts';
import type { ExtraValue, Filled, Row, Value } from './types.ts';

/** A table that holds records. */
export interface RecordTable {
  readonly name: RecordName;
  readonly rows: readonly Row<Columns>[];
}

/** Reads a table below a concept's heading; undefined when it holds no records that belong there. */
export function recordTable(table: Table, concept: string, start: number): RecordTable | undefined {
  const headers = table.header.map(cell => decodeInline(cell.text));
  let best: { name: RecordName; match: ReadonlyMap<string, number> } | undefined;
  for (const name of TABLES_OF.get(concept) ?? []) {
    const columns: Columns = RECORDS[name];
    const match = matchColumns(headers, columns);
    if (!match.has(keyField(columns)) || !isEnough(headers, match, columns)) continue;
    if (best === undefined || match.size > best.match.size) best = { name, match };
  }
  if (best === undefined) return undefined;
  const { name, match } = best;
  const columns: Columns = RECORDS[name];
  const rows = table.rows.flatMap(cells => {
    const row = rowOf(cells, headers, match, columns, start);
    return row === undefined ? [] : [row];
  });
  return { name, rows };
}

/** One known column is enough only where it is all there is, under the name that we write. */
function isEnough(headers: readonly string[], match: ReadonlyMap<string, number>, columns: Columns): boolean {
  const title = columns[keyField(columns)]?.title ?? '';
  return match.size > 1 || (headers.length === 1 && nameKey(headers[0] ?? '') === nameKey(title));
}

function rowOf(
  cells: readonly TableCell[],
  headers: readonly string[],
  match: ReadonlyMap<string, number>,
  columns: Columns,
  start: number,
): Row<Columns> | undefined {
  const known = new Set(match.values());
  const titles = extraTitles(headers, known, cells.length);
  const extra = cells.flatMap((cell, index): ExtraValue[] => {
    const value = known.has(index) ? undefined : oneOf(cell, start);
    return value === undefined ? [] : [{ ...value, title: titles[index] ?? '' }];
  });
  const fields = filled(columns, (field, column) => {
    const cell = cells[match.get(field) ?? -1];
    if (cell === undefined) return [];
    return column.list ? listIn(cell, start) : [oneOf(cell, start)].flatMap(each => each ?? []);
  });
  const [first, last] = [cells[0], cells.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (extra.length === 0 && isBlank(fields)) return undefined;
  return { fields, extra, span: { start: start + first.from, end: start + last.to } };
}

/** Titles of the columns that the model does not know, each unlike the others. */
function extraTitles(headers: readonly string[], known: ReadonlySet<number>, count: number): string[] {
  const given = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    if (known.has(index)) return '';
    const plain = headers[index] || `Column ${index + 1}`;
    let title = plain;
    for (let copy = 2; given.has(title); copy += 1) title = `${plain} (${copy})`;
    given.add(title);
    return title;
  });
}

function oneOf(cell: TableCell, start: number): Value | undefined {
  const value = decodeInline(cell.text);
  return value === '' ? undefined : { value, span: { start: start + cell.from, end: start + cell.to } };
}

function listIn(cell: TableCell, start: number): Value[] {
  return valuesOf(cell.text, start + cell.from);
}

/** The members of a list on one line that begins at an offset of the file. */
export function valuesOf(raw: string, offset: number): Value[] {
  return decodeList(raw).map(({ text, from, to }) => {
    const span: Span = { start: offset + from, end: offset + to };
    return { value: text, span };
  });
}

/** A record that begins elsewhere: all its places moved by a number of characters. */
export function movedRow({ fields, extra, span }: Row<Columns>, by: number): Row<Columns> {
  const moved: Record<string, Value | readonly Value[] | undefined> = {};
  for (const field of Object.keys(fields)) {
    const value: Value | readonly Value[] | undefined = fields[field];
    moved[field] =
      value === undefined || !isList(value)
        ? value && shifted(value, by)
        : value.map(each => shifted(each, by));
  }
  return {
    // The keys and the shape of each value are those of the row that is moved.
    fields: moved as Filled<Columns>,
    extra: extra.map(each => ({ ...shifted(each, by), title: each.title })),
    span: { start: span.start + by, end: span.end + by },
  };
}

function shifted({ value, span }: Value, by: number): Value {
  return { value, span: { start: span.start + by, end: span.end + by } };
}

/** Fields of a record or a section, each from what was found for it. */
export function filled<C extends Columns>(
  columns: C,
  find: (field: string, column: Column) => readonly Value[],
): Filled<C> {
  const fields = Object.fromEntries(
    Object.entries(columns).map(([field, column]) => {
      const values = find(field, column);
      return [field, column.list ? values : values[0]];
    }),
  );
  // The keys and the shape of each value are those of the columns, by construction.
  return fields as Filled<C>;
}

/** Whether no field says anything. */
export function isBlank(fields: Filled<Columns>): boolean {
  return Object.values(fields).every(each => each === undefined || (isList(each) && each.length === 0));
}

/** Whether a field holds a list. */
export function isList(field: Value | readonly Value[]): field is readonly Value[] {
  return Array.isArray(field);
}
