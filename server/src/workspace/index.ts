import { at } from '../text/span.ts';
import {
  changedKeys,
  changedUnits,
  dataOf,
  type Fact,
  type FactData,
  type Facts,
  factsUnder,
  NO_FACTS,
  type ReadFact,
  type Stated,
  settled,
  type UnitFact,
  type UnitFacts,
} from './facts.ts';
import { Holders } from './holders.ts';
import { documentsOfPart } from './parts.ts';
import { Readers } from './readers.ts';

/** What a reader watches who asks for what one document states under a key. */
export function keyIn(key: string, path: string): string {
  return `${key} in ${path}`;
}

/** Documents under one key beyond which its answer is kept. */
const MANY = 8;

const NO_KEYS: ReadonlySet<string> = new Set();

/** What a reader has asked for. */
interface Watched {
  readonly keys: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
  /** How many keys were kept when they were last noted. */
  readonly size: number;
}

/**
 * The workspace as one graph: every document's facts by key, and who asked for which key. A change is applied as
 * the difference of a document's facts, which names exactly the readers whose view has changed.
 */
export class FactIndex {
  private readonly byDocument = new Map<string, Facts>();
  /** Where the units of each document begin, once somebody has asked. */
  private readonly starts = new WeakMap<Facts, ReadonlyMap<UnitFacts, number>>();
  private readonly holders = new Holders();
  private readonly readers = new Readers();
  /** Answers for keys under which many documents say something; each would be costly to put together again. */
  private readonly answers = new Map<string, Stated[]>();
  /** The kept answers that a document has a part in. */
  private readonly answered = new Map<string, Set<string>>();
  private readonly readKeys = new Map<string, Watched>();

  /** What was put off and has been found out since. */
  private readonly known = new WeakMap<Fact | UnitFact, FactData>();
  private readonly read: ReadFact = fact => {
    if (typeof fact.data !== 'function') return fact.data;
    const known = this.known.get(fact);
    if (known !== undefined) return known;
    const data = dataOf(fact);
    this.known.set(fact, data);
    return data;
  };

  /** Replaces what a document states; {@link NO_FACTS} removes it. Returns the readers to ask again. */
  update(path: string, facts: Facts): Set<string> {
    const before = this.byDocument.get(path) ?? NO_FACTS;
    const stale = new Set<string>();
    const watched = (key: string): boolean => this.readers.has(key) || this.readers.has(keyIn(key, path));
    const parts = before.parts === undefined && facts.parts === undefined ? [] : this.readers.partsOf(path);
    for (const key of changedKeys(before, facts, watched, this.read, parts)) {
      for (const reader of this.readers.of(key)) stale.add(reader);
      for (const reader of this.readers.of(keyIn(key, path))) stale.add(reader);
    }
    const { removed, added } = changedUnits(before, facts);
    for (const unit of removed) for (const { key } of unit) this.holders.remove(key, path, unit);
    for (const unit of added) for (const { key } of unit) this.holders.add(key, path, unit);
    for (const key of facts.byKey.keys()) if (!before.byKey.has(key)) this.holders.add(key, path);
    for (const key of before.byKey.keys()) if (!facts.byKey.has(key)) this.tidy(key, path, facts);
    for (const unit of removed) for (const { key } of unit) this.tidy(key, path, facts);
    this.forgetAnswers(path, [...facts.byKey.keys(), ...added.flatMap(unit => unit.map(each => each.key))]);
    if (facts.byKey.size === 0 && facts.units.length === 0) this.byDocument.delete(path);
    else this.byDocument.set(path, facts);
    return stale;
  }

  /** Drops a document from a key under which it says nothing any more. */
  private tidy(key: string, path: string, facts: Facts): void {
    if (!facts.byKey.has(key) && this.holders.units(key, path).length === 0) this.holders.drop(key, path);
  }

  private forgetAnswers(path: string, keys: readonly string[]): void {
    for (const key of [...(this.answered.get(path) ?? []), ...keys]) this.answers.delete(key);
    this.answered.delete(path);
  }

  /** Lets go of a document's tree. `again` reads the facts of the same text once more if anybody asks for a part. */
  settle(path: string, again?: () => Facts | undefined): void {
    const facts = this.byDocument.get(path);
    if (facts !== undefined) this.byDocument.set(path, settled(facts, again));
  }

  /**
   * Everything stated under a key, ordered by path so that no answer depends on the order of loading. The list may
   * be given again: nobody changes it.
   */
  stated(key: string): Stated[] {
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const listed = this.holders.paths(key);
    const parts = this.holdersOfPart(key);
    const holders = parts.length === 0 ? listed : [...listed, ...parts];
    const paths = holders.length > 1 ? holders.toSorted() : holders;
    const answer = paths.flatMap(path => this.statedBy(key, path));
    if (paths.length > MANY) this.keep(key, answer, paths);
    return answer;
  }

  private holdersOfPart(key: string): readonly string[] {
    const named = documentsOfPart(key);
    if (named.length === 0) return named;
    return named.filter(path => (this.byDocument.get(path)?.parts?.under(key).length ?? 0) > 0);
  }

  private keep(key: string, answer: Stated[], paths: readonly string[]): void {
    this.answers.set(key, answer);
    for (const path of paths) {
      const keys = this.answered.get(path);
      if (keys === undefined) this.answered.set(path, new Set([key]));
      else keys.add(key);
    }
  }

  /** What one document states under a key. */
  statedBy(key: string, path: string): Stated[] {
    const facts = this.byDocument.get(path);
    if (facts === undefined) return [];
    const units = this.holders.units(key, path);
    const stated: Stated[] = [];
    for (const fact of factsUnder(facts, key))
      stated.push({ key, path, data: this.read(fact), span: fact.span });
    if (units.length === 0) return stated;
    const starts = this.startsOf(facts);
    const ordered = units.length === 1 ? units : units.toSorted(byStart(starts));
    for (const unit of ordered) {
      const start = starts.get(unit) ?? 0;
      for (const fact of unit)
        if (fact.key === key) stated.push({ key, path, data: fact.data, span: at(start, fact) });
    }
    return stated;
  }

  private startsOf(facts: Facts): ReadonlyMap<UnitFacts, number> {
    const known = this.starts.get(facts);
    if (known !== undefined) return known;
    const starts = new Map(facts.units.map(({ start, value }) => [value, start]));
    this.starts.set(facts, starts);
    return starts;
  }

  /**
   * Remembers which keys a reader has asked for, in place of what it asked for before. `kept` are further ones, in a
   * set that only grows: given again as it was, it costs nothing.
   */
  watch(reader: string, keys: ReadonlySet<string>, kept: ReadonlySet<string> = NO_KEYS): void {
    const before = this.readKeys.get(reader);
    if (before?.kept === kept && before.size === kept.size && isSameSet(before.keys, keys)) return;
    for (const old of before === undefined ? [] : [before.keys, before.kept]) {
      for (const key of old) {
        if (keys.has(key) || kept.has(key)) continue;
        this.readers.remove(key, reader);
      }
    }
    for (const asked of [keys, kept]) for (const key of asked) this.readers.add(key, reader);
    if (keys.size + kept.size === 0) this.readKeys.delete(reader);
    else this.readKeys.set(reader, { keys, kept, size: kept.size });
  }

  /** Who asked for a key. */
  readersOf(key: string): ReadonlySet<string> {
    return this.readers.of(key);
  }

  /** The whole graph as text, one fact a line, sorted: for tests and for looking at it. */
  dump(): string {
    const lines: string[] = [];
    for (const [path, { byKey, units, parts }] of this.byDocument) {
      const all = [
        ...[...byKey.values()].flat(),
        ...(parts?.all() ?? []),
        ...units.flatMap(unit => unit.value),
      ];
      for (const fact of all) lines.push(`${fact.key} ← ${path} ${JSON.stringify(dataOf(fact))}`);
    }
    return lines.sort().join('\n');
  }
}

function byStart(starts: ReadonlyMap<UnitFacts, number>): (a: UnitFacts, b: UnitFacts) => number {
  return (a, b) => (starts.get(a) ?? 0) - (starts.get(b) ?? 0);
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const each of a) if (!b.has(each)) return false;
  return true;
}
