import type { CardKey, CardMetadataData } from './card-key.ts';
import { ValueList } from './value-list.ts';

/** The keys and values that cards of the hub have, found by document kind and path. */
export class CardMetadata {
  readonly data: CardMetadataData;
  private readonly byKind = new Map<string, ReadonlyMap<string, CardKey>>();
  private readonly lists = new Map<string, ValueList>();

  constructor(data: CardMetadataData) {
    this.data = data;
  }

  /** The keys of a kind of card by name, in the order in which they are offered; empty for other kinds. */
  keys(kind: string): ReadonlyMap<string, CardKey> {
    const known = this.byKind.get(kind);
    if (known !== undefined) return known;
    const { cards } = this.data;
    const own = kind.endsWith('-card') ? cards[kind] : undefined;
    const all = own === undefined ? [] : [...(cards['own'] ?? []), ...(cards['shared'] ?? []), ...own];
    const made = new Map(all.map(key => [key.name, key]));
    this.byKind.set(kind, made);
    return made;
  }

  /** The key that a path of keys and list indexes ends at; for an item of a list, the key of the list. */
  keyAt(kind: string, path: readonly (string | number)[]): CardKey | undefined {
    let here: CardKey | undefined;
    for (const [depth, step] of path.entries()) {
      if (typeof step === 'number') continue;
      here = depth === 0 ? this.keys(kind).get(step) : here?.keys?.find(each => each.name === step);
      if (here === undefined) return undefined;
    }
    return here;
  }

  /** The keys that the map at a path can have. */
  keysAt(kind: string, path: readonly (string | number)[]): readonly CardKey[] {
    if (path.length === 0) return [...this.keys(kind).values()];
    const key = this.keyAt(kind, path);
    const inList = typeof path.at(-1) === 'number';
    const holds = inList ? key?.items : key?.types;
    return holds?.includes('map') === true ? (key?.keys ?? []) : [];
  }

  /** The list of known values of a key. */
  listOf(key: CardKey | undefined): ValueList | undefined {
    return key?.values === undefined ? undefined : this.list(key.values);
  }

  /** The list of this name. */
  list(name: string): ValueList | undefined {
    const known = this.lists.get(name);
    if (known !== undefined) return known;
    const data = this.data.lists[name];
    if (data === undefined) return undefined;
    const made = new ValueList(data);
    this.lists.set(name, made);
    return made;
  }
}
