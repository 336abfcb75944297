import { changedKeys, dataOf, type Fact, type Facts, type Stated, settled } from './facts.ts';

const NOTHING: Facts = new Map();

/** Documents under one key beyond which its answer is kept. */
const MANY = 8;

/**
 * The workspace as one graph: every document's facts by key, and who asked for which key. A change is applied as
 * the difference of a document's facts, which names exactly the readers whose view has changed.
 */
export class FactIndex {
  private readonly byDocument = new Map<string, Facts>();
  private readonly byKey = new Map<string, Map<string, readonly Fact[]>>();
  private readonly readers = new Map<string, Set<string>>();
  /** Answers for keys under which many documents say something; each would be costly to put together again. */
  private readonly answers = new Map<string, Stated[]>();
  private readonly readKeys = new Map<string, ReadonlySet<string>>();

  /** Replaces what a document states; an empty map removes it. Returns the readers to ask again. */
  update(path: string, facts: Facts): Set<string> {
    const before = this.byDocument.get(path) ?? NOTHING;
    const stale = new Set<string>();
    for (const key of changedKeys(before, facts, each => this.readers.has(each))) {
      for (const reader of this.readers.get(key) ?? []) stale.add(reader);
    }
    for (const key of before.keys()) {
      this.answers.delete(key);
      if (!facts.has(key)) this.drop(key, path);
    }
    for (const [key, list] of facts) {
      this.answers.delete(key);
      const stated = this.byKey.get(key);
      if (stated === undefined) this.byKey.set(key, new Map([[path, list]]));
      else stated.set(path, list);
    }
    if (facts.size === 0) this.byDocument.delete(path);
    else this.byDocument.set(path, facts);
    return stale;
  }

  /** Lets go of a document's tree: what its facts have put off is found out now. */
  settle(path: string): void {
    const facts = new Map<string, readonly Fact[]>();
    for (const [key, list] of this.byDocument.get(path) ?? NOTHING) {
      const plain = settled(list);
      facts.set(key, plain);
      if (plain !== list) this.byKey.get(key)?.set(path, plain);
    }
    if (facts.size > 0) this.byDocument.set(path, facts);
  }

  private drop(key: string, path: string): void {
    const stated = this.byKey.get(key);
    stated?.delete(path);
    if (stated?.size === 0) this.byKey.delete(key);
  }

  /**
   * Everything stated under a key, ordered by path so that no answer depends on the order of loading. The list may
   * be given again: nobody changes it.
   */
  stated(key: string): Stated[] {
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const stated = this.byKey.get(key);
    if (stated === undefined) return [];
    const paths = stated.size > 1 ? [...stated.keys()].sort() : [...stated.keys()];
    const answer = paths.flatMap(path => this.statedBy(key, path));
    if (stated.size > MANY) this.answers.set(key, answer);
    return answer;
  }

  /** What one document states under a key. */
  statedBy(key: string, path: string): Stated[] {
    return (this.byKey.get(key)?.get(path) ?? []).map(fact => ({
      key,
      path,
      data: dataOf(fact),
      span: fact.span,
    }));
  }

  /** Remembers which keys a reader has asked for, in place of what it asked for before. */
  watch(reader: string, keys: ReadonlySet<string>): void {
    for (const key of this.readKeys.get(reader) ?? []) {
      if (keys.has(key)) continue;
      const readers = this.readers.get(key);
      readers?.delete(reader);
      if (readers?.size === 0) this.readers.delete(key);
    }
    for (const key of keys) {
      const readers = this.readers.get(key);
      if (readers === undefined) this.readers.set(key, new Set([reader]));
      else readers.add(reader);
    }
    if (keys.size === 0) this.readKeys.delete(reader);
    else this.readKeys.set(reader, keys);
  }

  /** Who asked for a key. */
  readersOf(key: string): ReadonlySet<string> {
    return this.readers.get(key) ?? new Set();
  }

  /** The whole graph as text, one fact a line, sorted: for tests and for looking at it. */
  dump(): string {
    const lines: string[] = [];
    for (const [path, facts] of this.byDocument) {
      for (const [key, list] of facts)
        for (const fact of list) lines.push(`${key} ← ${path} ${JSON.stringify(dataOf(fact))}`);
    }
    return lines.sort().join('\n');
  }
}
