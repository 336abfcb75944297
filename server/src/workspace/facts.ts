import type { Local, Placed, Span } from '../text/span.ts';
import { type PartFacts, PartsOnDemand } from './parts.ts';

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

/** A fact of one unit of a document; its place is local to the unit. */
export interface UnitFact extends Local {
  readonly key: string;
  readonly data: FactData;
}

/** What one unit of a document states. As long as the unit says the same, this is the same list. */
export type UnitFacts = readonly UnitFact[];

/** All facts of one document. A document may state several facts under one key. */
export interface Facts {
  /** Facts outside of units. Most keys have one, which then stands by itself: see {@link factsUnder}. */
  readonly byKey: ReadonlyMap<string, Fact | readonly Fact[]>;
  /** The facts of units in the order of the text: an edit costs what it changes, not what the document holds. */
  readonly units: readonly Placed<UnitFacts>[];
  /** Facts about named parts, which are found when somebody asks. */
  readonly parts?: PartFacts | undefined;
}

/** What a file states that is no document. */
export const NO_FACTS: Facts = { byKey: new Map(), units: [] };

/** Facts grouped by key, those of units and parts left as they are. */
export function groupFacts(facts: Iterable<Fact>, units: Facts['units'] = [], parts?: PartFacts): Facts {
  const byKey = new Map<string, Fact | Fact[]>();
  for (const fact of facts) {
    const known = byKey.get(fact.key);
    if (known === undefined) byKey.set(fact.key, fact);
    else if (Array.isArray(known)) known.push(fact);
    else byKey.set(fact.key, [known, fact]);
  }
  return { byKey, units, parts };
}

/** What a document states under a key outside of its units. */
export function factsUnder({ byKey, parts }: Facts, key: string): readonly Fact[] {
  const known = byKey.get(key);
  if (known === undefined) return parts?.under(key) ?? [];
  return isList(known) ? known : [known];
}

function isList(facts: Fact | readonly Fact[]): facts is readonly Fact[] {
  return Array.isArray(facts);
}

/** The units that one version of a document has and the other has not; those at both ends are the same. */
export function changedUnits(before: Facts, after: Facts): { removed: UnitFacts[]; added: UnitFacts[] } {
  const most = Math.min(before.units.length, after.units.length);
  let head = 0;
  while (head < most && before.units[head]?.value === after.units[head]?.value) head += 1;
  let tail = 0;
  while (tail < most - head && before.units.at(-1 - tail)?.value === after.units.at(-1 - tail)?.value)
    tail += 1;
  const between = ({ units }: Facts): UnitFacts[] =>
    units.slice(head, units.length - tail).map(unit => unit.value);
  return { removed: between(before), added: between(after) };
}

/** Finds out a fact's data, and remembers it as long as the fact is there. */
export type ReadFact = (fact: Fact | UnitFact) => FactData;

/**
 * The keys under which two versions of a document say different things. `watched` tells who cares; other facts are
 * not read at all. `parts` are the keys of parts that somebody watches.
 */
export function changedKeys(
  before: Facts,
  after: Facts,
  watched: (key: string) => boolean,
  read: ReadFact,
  parts: Iterable<string> = [],
): Set<string> {
  const changed = new Set<string>();
  const said = (facts: readonly (Fact | UnitFact)[] | undefined): string =>
    facts === undefined || facts.length === 0 ? '' : JSON.stringify(facts.map(read));
  const compare = (key: string): void => {
    if (said(factsUnder(before, key)) !== said(factsUnder(after, key))) changed.add(key);
  };
  for (const key of before.byKey.keys()) if (watched(key)) compare(key);
  for (const key of after.byKey.keys()) if (!before.byKey.has(key) && watched(key)) compare(key);
  for (const key of parts) compare(key);
  const { removed, added } = changedUnits(before, after);
  const [were, are] = [byKeyOf(removed), byKeyOf(added)];
  for (const key of new Set([...were.keys(), ...are.keys()]))
    if (watched(key) && said(were.get(key)) !== said(are.get(key))) changed.add(key);
  return changed;
}

function byKeyOf(units: readonly UnitFacts[]): Map<string, UnitFact[]> {
  const byKey = new Map<string, UnitFact[]>();
  for (const fact of units.flat()) {
    const list = byKey.get(fact.key);
    if (list === undefined) byKey.set(fact.key, [fact]);
    else list.push(fact);
  }
  return byKey;
}

/**
 * Facts that keep no tree alive: what was put off and would, is found out now. Parts are too, unless there is a way to
 * read the facts of the same text `again` when somebody asks for one.
 */
export function settled({ byKey, units, parts }: Facts, again?: () => Facts | undefined): Facts {
  const kept = new Map<string, Fact | readonly Fact[]>();
  for (const [key, facts] of byKey) kept.set(key, isList(facts) ? facts.map(light) : light(facts));
  return { byKey: kept, units, parts: parts === undefined ? undefined : settledParts(parts, again) };
}

function settledParts(parts: PartFacts, again: (() => Facts | undefined) | undefined): PartFacts {
  if (parts instanceof PartsOnDemand) return parts;
  if (again !== undefined) return new PartsOnDemand(() => [...(again()?.parts?.all() ?? [])].map(light));
  const now = [...parts.all()].map(light);
  return new PartsOnDemand(() => now);
}

function light(fact: Fact): Fact {
  return typeof fact.data === 'function' && fact.light !== true
    ? { key: fact.key, data: dataOf(fact), span: fact.span }
    : fact;
}

/** A fact's data, found out now if it was put off. */
export function dataOf(fact: Fact | UnitFact): FactData {
  return typeof fact.data === 'function' ? fact.data() : fact.data;
}
