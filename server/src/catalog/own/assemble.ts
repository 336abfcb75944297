import { idKey } from '../ids.ts';
import type { CatalogData, Item } from '../types.ts';
import type { Reading } from './reading.ts';
import type { At } from './types.ts';

/** More items than this are no catalog of controls. */
export const MOST_ITEMS = 20_000;

/** An item as it was read, with the place of its id and of its parent's. */
export interface PlacedItem {
  readonly item: Item;
  readonly id: At<string>;
  readonly parent: At<string> | undefined;
}

/**
 * The items that can be used: the first of each id, spellings that name nothing else, and parents that exist. What
 * is left out is a problem of the file.
 */
export function assembled(placed: readonly PlacedItem[], reading: Reading): Item[] {
  const byKey = new Map<string, Item>();
  const kept: PlacedItem[] = [];
  for (const each of placed) {
    const key = idKey(each.item.id);
    const first = byKey.get(key);
    if (key === '')
      reading.at(
        each.id.span,
        `"${each.id.value}" has no letter or digit to be known by`,
        'Give the item an id',
      );
    else if (first !== undefined)
      reading.at(
        each.id.span,
        first.id === each.item.id
          ? `The id "${each.id.value}" stands twice`
          : `The id "${each.id.value}" cannot be told from "${first.id}"`,
        'Give each item an id of its own; the first one counts',
        'duplicate',
      );
    else if (kept.length < MOST_ITEMS) {
      byKey.set(key, each.item);
      kept.push(each);
    } else if (kept.length === MOST_ITEMS) {
      reading.at(each.id.span, `A catalog has at most ${MOST_ITEMS} items`, 'Split it; the rest is not read');
      break;
    }
  }
  return kept.map(each => linked(each, byKey, reading));
}

function linked({ item, parent }: PlacedItem, byKey: ReadonlyMap<string, Item>, reading: Reading): Item {
  const { parent: _, spellings: __, ...rest } = item;
  const above = parent === undefined ? undefined : byKey.get(idKey(parent.value));
  if (parent !== undefined && above === undefined)
    reading.at(
      parent.span,
      `"${parent.value}", the parent of "${item.id}", is no item of this catalog`,
      'Correct the id, or add the item',
      'unknown',
    );
  const spellings = (item.spellings ?? []).filter(each => {
    const owner = byKey.get(idKey(each));
    return idKey(each) !== '' && (owner === undefined || owner === item);
  });
  return {
    ...rest,
    ...(above === undefined || above === item ? {} : { parent: above.id }),
    ...(spellings.length === 0 ? {} : { spellings }),
  };
}

/** Names of a framework, each once, without what is too short or too long to be one. */
export function namesOf(candidates: readonly (string | undefined)[]): string[] {
  const names = candidates.flatMap(each => each?.replace(/\s+/g, ' ').trim() ?? []);
  return [...new Set(names)].filter(name => name.length >= 3 && name.length <= 80 && /[a-z]/i.test(name));
}

/** A catalog's data with what a file of another format does not say. */
export function catalogWith(
  given: Pick<CatalogData, 'id' | 'title' | 'names' | 'items'> & Partial<CatalogData>,
): CatalogData {
  return {
    edition: '',
    name: given.title,
    publisher: '',
    assessable: ['control'],
    needed: 'documented',
    provenance: { sources: [given.own ?? ''], retrieved: '', licence: '' },
    ...given,
  };
}
