import { distance } from 'fastest-levenshtein';
import { withoutEnd } from '../text/trim.ts';
import { GRAMMARS, type IdGrammar, idKey } from './ids.ts';
import type { CatalogData, Item } from './types.ts';

/** No id has a longer spelling. */
const LONGEST = 260;

/** More spellings than these are not kept. */
const MOST_SPELLINGS = 5000;

/** A loaded catalog with its look-ups. */
export class Catalog {
  readonly data: CatalogData;
  readonly grammar: IdGrammar;
  private readonly byKey = new Map<string, Item>();
  private readonly byParent = new Map<string, Item[]>();
  /** Titles by their keys, made at the first question. */
  private titles: ReadonlyMap<string, string> | undefined;
  /** What spellings were found to name: a long mapping asks for the same ones at each edit. */
  private readonly found = new Map<string, Item | undefined>();
  private readonly qualifiedIds = new Map<Item, string>();
  private assessed: readonly Item[] | undefined;
  /** The roles that this framework tells apart; any other, such as ISO's "partner" under a law, decides nothing. */
  readonly roles: ReadonlySet<string>;
  /** The sectors that restrict its items, in its own words. */
  readonly sectors: ReadonlySet<string>;

  constructor(data: CatalogData, grammar: IdGrammar = GRAMMARS[data.id] ?? {}) {
    this.data = data;
    this.grammar = grammar;
    this.roles = new Set(data.items.flatMap(item => item.scope?.roles ?? []));
    this.sectors = new Set(data.items.flatMap(item => item.scope?.sectors ?? []));
    for (const item of data.items) {
      for (const spelling of [item.id, ...(item.spellings ?? [])])
        this.byKey.set(idKey(spelling, grammar), item);
      if (item.parent === undefined) continue;
      const siblings = this.byParent.get(item.parent);
      if (siblings === undefined) this.byParent.set(item.parent, [item]);
      else siblings.push(item);
    }
  }

  /** Framework id, the part before the colon of a qualified id. */
  get id(): string {
    return this.data.id;
  }

  /** The item that a spelling of its id names. */
  find(spelling: string): Item | undefined {
    const known = this.found.get(spelling);
    if (known !== undefined || this.found.has(spelling)) return known;
    if (this.found.size >= MOST_SPELLINGS) this.found.clear();
    const item = this.byKey.get(idKey(spelling, this.grammar));
    this.found.set(spelling, item);
    return item;
  }

  /** The item of an id without the year that the ids of this catalog end with: `LLM03` in the edition of 2026. */
  findUndated(spelling: string): Item | undefined {
    const { edition } = this.data;
    return /^\d{4}$/.test(edition) ? this.find(`${spelling}:${edition}`) : undefined;
  }

  /** An id with a title of this catalog behind it, its own or another's: `A.7.5 Data provenance`. */
  findTitled(text: string): { item: Item; written: string; title: string } | undefined {
    if (text.length > LONGEST) return undefined;
    const gap = /^(\S*\d\S*?|\S+\s\S*\d\S*?)\s*(?:[:–—|(]|\s-|\s)\s*(\p{L}[^\r\n]{3,200}?)\)?$/u.exec(text);
    const [, written = '', behind = ''] = gap ?? [];
    const item = gap === null ? undefined : this.find(written);
    if (item === undefined) return undefined;
    this.titles ??= new Map(this.data.items.map(each => [titleKey(each.title), each.title]));
    const title = this.titles.get(titleKey(behind));
    return title === undefined ? undefined : { item, written, title };
  }

  /**
   * The item that holds a part which the catalog does not list: `Art. 10(2)(f)` stands in `Art. 10`. Undefined for
   * what is no part of anything.
   */
  holding(spelling: string): Item | undefined {
    if (spelling.length > LONGEST) return undefined;
    let whole = spelling;
    for (;;) {
      const shorter = whole.replace(/\s*(?:\([^()]*\)|(?<=[\d\s])[a-z]\))\s*$/, '');
      if (shorter === whole) return undefined;
      const item = this.find(shorter);
      if (item !== undefined) return item;
      whole = shorter;
    }
  }

  /** Whether an id exists in the framework though the catalog, which is a selection, does not list it. */
  existsUnlisted(spelling: string): boolean {
    const { unlisted } = this.data;
    return unlisted !== undefined && new RegExp(unlisted.ids).test(idKey(spelling, this.grammar));
  }

  /** The items that a mapping answers and coverage counts, in the catalog's order. */
  get controls(): readonly Item[] {
    this.assessed ??= this.data.items.filter(item => this.isControl(item));
    return this.assessed;
  }

  /** The clauses that call for documented information: a mapping may answer them, and they are counted apart. */
  get records(): readonly Item[] {
    return this.data.items.filter(item => this.isRecord(item));
  }

  /** Whether an item is a clause that calls for documented information. */
  isRecord(item: Item): boolean {
    return item.kind === 'clause' && item.template !== undefined && !this.isControl(item);
  }

  /** The items below one that nothing counts by themselves, such as the letters of an annex point. */
  partsOf(item: Item): readonly Item[] {
    const parts: Item[] = [];
    for (const child of this.children(item.id))
      if (!this.isControl(child) && !this.isRecord(child) && parts.length < 1000)
        parts.push(child, ...this.partsOf(child));
    return parts;
  }

  /** The nearest item that counts: the item itself, else the first above it that does, else the item. */
  counted(item: Item): Item {
    return [item, ...this.ancestors(item)].find(each => this.isControl(each)) ?? item;
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
    if (spelling.length > LONGEST) return undefined;
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
    let id = this.qualifiedIds.get(item);
    if (id === undefined) {
      id = `${this.data.id}:${item.id}`;
      this.qualifiedIds.set(item, id);
    }
    return id;
  }
}

/** A title without case and punctuation, to compare it with what an author wrote. */
export function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

function lastNumber(key: string): number {
  return Number(key.slice(withoutEnd(key, /\d/).length));
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const first = a.findIndex((value, index) => value !== b[index]);
  return first >= 0 && (a[first] ?? 0) < (b[first] ?? 0);
}
