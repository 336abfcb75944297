import type { Catalog } from '../../catalog/catalog.ts';
import type { Item } from '../../catalog/types.ts';

/** Rows that stand together in their framework. */
export interface Grouped<T> {
  /** The outermost item above them; undefined for what stands in none. */
  readonly head: Item | undefined;
  readonly rows: readonly T[];
}

/** Rows by the outermost item above each, in the order in which they come. `id` gives a row's qualified id. */
export function groupedRows<T extends { readonly id: string }>(
  catalog: Catalog,
  rows: readonly T[],
): Grouped<T>[] {
  const groups = new Map<Item | undefined, T[]>();
  for (const row of rows) {
    const item = catalog.find(row.id.slice(row.id.indexOf(':') + 1));
    const head = item === undefined ? undefined : catalog.ancestors(item).at(-1);
    const group = groups.get(head);
    if (group === undefined) groups.set(head, [row]);
    else group.push(row);
  }
  return [...groups].map(([head, own]) => ({ head, rows: own }));
}
