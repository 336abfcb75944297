import type { Catalog } from '../../catalog/catalog.ts';
import type { Item } from '../../catalog/types.ts';

/** The controls below an item that groups them; for an objective those of its group. Empty for every other item. */
export function controlsUnder(catalog: Catalog, item: Item): readonly Item[] {
  if (catalog.isControl(item) || isBelowControl(catalog, item)) return [];
  const own = below(catalog, item.id, 0);
  if (own.length > 0) return own;
  return item.kind === 'objective' && item.parent !== undefined ? below(catalog, item.parent, 0) : [];
}

/** A part of a control, such as a paragraph of an article, is answered with it. */
function isBelowControl(catalog: Catalog, item: Item): boolean {
  return catalog.ancestors(item).some(each => catalog.isControl(each));
}

function below(catalog: Catalog, id: string, depth: number): Item[] {
  if (depth > 6) return [];
  return catalog
    .children(id)
    .flatMap(child => (catalog.isControl(child) ? [child] : below(catalog, child.id, depth + 1)));
}
