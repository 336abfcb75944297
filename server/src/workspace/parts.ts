import type { Fact } from './facts.ts';

/**
 * Facts about named parts of one document, such as its sections: `section:<path>#<name>` and `text:<path>#<name>`. A
 * long document has thousands of them and few are asked for, so they are found when somebody asks, not listed.
 */
export interface PartFacts {
  /** What is stated under a key; the same list each time. */
  under(key: string): readonly Fact[];
  /** Every fact, for those who want to see all. */
  all(): Iterable<Fact>;
}

const NONE: readonly string[] = [];

/**
 * The documents that a key may name a part of; none for keys of other facts. There are several only where a path or a
 * name holds a `#` itself.
 */
export function documentsOfPart(key: string): readonly string[] {
  const start = key.startsWith('section:') ? 8 : key.startsWith('text:') ? 5 : 0;
  if (start === 0) return NONE;
  const paths: string[] = [];
  for (let hash = key.indexOf('#', start); hash >= 0; hash = key.indexOf('#', hash + 1))
    paths.push(key.slice(start, hash));
  return paths;
}

/** The parts of a document whose tree was dropped: it is read again if anybody asks. */
export class PartsOnDemand implements PartFacts {
  private known: ReadonlyMap<string, readonly Fact[]> | undefined;
  private readonly read: () => Iterable<Fact>;

  /** `read` gives the facts, and must not hold a tree. */
  constructor(read: () => Iterable<Fact>) {
    this.read = read;
  }

  under(key: string): readonly Fact[] {
    return this.byKey.get(key) ?? [];
  }

  *all(): Iterable<Fact> {
    for (const facts of this.byKey.values()) yield* facts;
  }

  private get byKey(): ReadonlyMap<string, readonly Fact[]> {
    if (this.known !== undefined) return this.known;
    const known = new Map<string, Fact[]>();
    for (const fact of this.read()) {
      const same = known.get(fact.key);
      if (same === undefined) known.set(fact.key, [fact]);
      else same.push(fact);
    }
    this.known = known;
    return known;
  }
}
