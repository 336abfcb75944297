import type { Columns } from './columns.ts';

/** A header, label or key as it is compared: lower case, without emphasis, `_` as a blank. Linear. */
export function nameKey(name: string): string {
  return name
    .slice(0, 200)
    .toLowerCase()
    .replace(/[*`]+/g, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .replace(/[:?]$/, '')
    .trim();
}

/** Which header stands for which field: the index of a header by field; fields without one are left out. */
export function matchColumns(headers: readonly string[], columns: Columns): ReadonlyMap<string, number> {
  const keys = headers.map(nameKey);
  const found = new Map<string, number>();
  const taken = new Set<number>();
  for (const [field, column] of Object.entries(columns)) {
    for (const name of [nameKey(column.title), nameKey(field), ...column.names]) {
      const index = keys.findIndex((key, at) => key === name && !taken.has(at));
      if (index < 0) continue;
      taken.add(index);
      found.set(field, index);
      break;
    }
  }
  return found;
}

/** The field that a label stands for. */
export function fieldOf(label: string, columns: Columns): string | undefined {
  const key = nameKey(label);
  return Object.entries(columns).find(
    ([field, { title, names }]) => key === nameKey(title) || key === nameKey(field) || names.includes(key),
  )?.[0];
}

/** The field that tells what a record is about: the first one, for an acceptance who accepts. */
export function keyField(columns: Columns): string {
  return 'by' in columns ? 'by' : (Object.keys(columns)[0] ?? '');
}
