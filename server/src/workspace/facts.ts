import type { Span } from '../text/span.ts';

/**
 * One thing that a document tells the rest of the workspace. Two facts say the same when their keys and data are
 * equal; where a fact stands may move without telling anybody anything new.
 */
export interface Fact {
  readonly key: string;
  /** What is said: plain data, or a function where finding out is worth putting off. */
  readonly data: FactData | (() => FactData);
  /** Whether the function holds nothing but the document's text, and so may be kept when its tree is dropped. */
  readonly light?: true;
  /** Where it is said: UTF-16 code units of the document. */
  readonly span: Span;
}

/** Plain data that can be compared as JSON. */
export type FactData =
  | string
  | number
  | boolean
  | null
  | readonly FactData[]
  | { readonly [key: string]: FactData };

/** A fact together with the document that states it. */
export interface Stated<T extends FactData = FactData> {
  readonly key: string;
  readonly path: string;
  readonly data: T;
  readonly span: Span;
}

/** All facts of one document by key. A document may state several facts under one key. */
export type Facts = ReadonlyMap<string, readonly Fact[]>;

/** Facts grouped by key. */
export function groupFacts(facts: Iterable<Fact>): Facts {
  const grouped = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = grouped.get(fact.key);
    if (list === undefined) grouped.set(fact.key, [fact]);
    else list.push(fact);
  }
  return grouped;
}

/** The keys under which two versions of a document say different things. `watched` tells who cares. */
export function changedKeys(before: Facts, after: Facts, watched: (key: string) => boolean): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter(key => watched(key) && said(before.get(key)) !== said(after.get(key)));
}

function said(facts: readonly Fact[] | undefined): string {
  return facts === undefined ? '' : JSON.stringify(facts.map(dataOf));
}

/** Facts that keep no tree alive: what was put off and would, is found out now. */
export function settled(facts: readonly Fact[]): readonly Fact[] {
  const heavy = (fact: Fact): boolean => typeof fact.data === 'function' && fact.light !== true;
  return facts.some(heavy)
    ? facts.map(fact => (heavy(fact) ? { key: fact.key, data: dataOf(fact), span: fact.span } : fact))
    : facts;
}

/** A fact's data, found out now if it was put off. */
export function dataOf(fact: Fact): FactData {
  return typeof fact.data === 'function' ? fact.data() : fact.data;
}
