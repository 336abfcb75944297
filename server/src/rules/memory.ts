import type { Graph } from '../workspace/graph.ts';

/**
 * What was found out about parts of documents, for as long as neither the part nor the outside of its document has
 * changed. A part is an object of the model that lives as long as its text does, such as an entry of a mapping.
 */
export class Memory {
  private readonly byOutside = new WeakMap<object, Remembered>();

  /** What is remembered of one document against one state of its outside. */
  of(outside: object): Remembered {
    const known = this.byOutside.get(outside);
    if (known !== undefined) return known;
    const made = new Remembered();
    this.byOutside.set(outside, made);
    return made;
  }
}

/** What was found out about the parts of one document while its outside stays as it is. */
export class Remembered {
  /**
   * Every key that the graph was asked for on the way. It only grows: a part that is gone leaves its keys, at the
   * price of one check too many, so that an edit does not go through the keys of all other parts.
   */
  readonly keys: Set<string> = new Set();
  private readonly parts = new WeakMap<object, Map<unknown, unknown>>();

  /** What `compute` gives for a part; `name` tells computations apart. `graph` notes what it is asked in
   * `keys`. */
  recall<T, P extends object>(
    part: P,
    name: unknown,
    compute: (part: P, graph: Graph) => T,
    graph: Graph,
  ): T {
    let known = this.parts.get(part);
    if (known === undefined) {
      known = new Map();
      this.parts.set(part, known);
    }
    const value = known.get(name);
    if (value !== undefined || known.has(name)) return value as T;
    const made = compute(part, graph);
    known.set(name, made);
    return made;
  }
}
