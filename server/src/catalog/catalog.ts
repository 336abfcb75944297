import { distance } from 'fastest-levenshtein';
import { GRAMMARS, type IdGrammar, idKey } from './ids.ts';
import type { CatalogData, Item } from './types.ts';

/** A loaded catalog with its look-ups. */
export class Catalog {
  readonly data: CatalogData;
  readonly grammar: IdGrammar;
  private readonly byKey = new Map<string, Item>();
  private readonly byParent = new Map<string, Item[]>();

  constructor(data: CatalogData, grammar: IdGrammar = GRAMMARS[data.id] ?? {}) {
    this.data = data;
    this.grammar = grammar;
    for (const item of data.items) {
      for (const spelling of [item.id, ...(item.spellings ?? [])])
        this.byKey.set(idKey(spelling, grammar), item);
      if (item.parent !== undefined)
        this.byParent.set(item.parent, [...(this.byParent.get(item.parent) ?? []), item]);
    }
  }

  /** Framework id, the part before the colon of a qualified id. */
  get id(): string {
    return this.data.id;
  }

  /** The item that a spelling of its id names. */
  find(spelling: string): Item | undefined {
    return this.byKey.get(idKey(spelling, this.grammar));
  }

  /** The items that a mapping answers and coverage counts, in the catalog's order. */
  get controls(): readonly Item[] {
    return this.data.items.filter(item => this.isControl(item));
  }

  /** Whether a mapping answers this item. */
  isControl(item: Item): boolean {
    return this.data.assessable.includes(item.kind);
  }

  /** The items that stand directly under another. */
  children(id: string): readonly Item[] {
    return this.byParent.get(id) ?? [];
  }

  /** The items above another, nearest first. */
  ancestors(item: Item): Item[] {
    const above: Item[] = [];
    for (let up = item.parent; up !== undefined && above.length < 10; up = above.at(-1)?.parent) {
      const parent = this.find(up);
      if (parent === undefined) break;
      above.push(parent);
    }
    return above;
  }

  /**
   * The control whose id is closest to a spelling that names none; undefined where nothing is close. Of several that
   * are equally so, the one that begins alike and has the nearest last number.
   */
  nearest(spelling: string): Item | undefined {
    const key = idKey(spelling, this.grammar);
    let best: { item: Item; far: readonly number[] } | undefined;
    for (const item of this.controls) {
      const other = idKey(item.id, this.grammar);
      const far = distance(key, other);
      if (far > 2) continue;
      const rank = [far, -sharedStart(key, other), Math.abs(lastNumber(key) - lastNumber(other))];
      if (best === undefined || isLess(rank, best.far)) best = { item, far: rank };
    }
    return best?.item;
  }

  /** `framework:id` of an item. */
  qualified(item: Item): string {
    return `${this.data.id}:${item.id}`;
  }
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

function lastNumber(key: string): number {
  return Number(/\d+$/.exec(key)?.[0] ?? 0);
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const first = a.findIndex((value, index) => value !== b[index]);
  return first >= 0 && (a[first] ?? 0) < (b[first] ?? 0);
}
