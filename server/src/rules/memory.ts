import type { Graph } from '../workspace/graph.ts';

interface Remembered {
  readonly value: unknown;
  /** What the graph was asked; asked again in effect whenever the value is used again. */
  readonly keys: ReadonlySet<string>;
}

/**
 * What was found out about parts of documents, for as long as neither the part nor the outside of its document has
 * changed. A part is an object of the model that lives as long as its text does, such as an entry of a mapping.
 */
export class Memory {
  private readonly byOutside = new WeakMap<object, WeakMap<object, Map<unknown, Remembered>>>();

  /** What `compute` gives for a part; `name` tells computations apart. Keys of the graph are added to `keys`. */
  recall<T>(
    outside: object,
    part: object,
    name: unknown,
    keys: Set<string>,
    compute: (graph: Graph) => T,
    graphFor: (keys: Set<string>) => Graph,
  ): T {
    const parts = orMade(this.byOutside, outside, () => new WeakMap<object, Map<unknown, Remembered>>());
    const known = orMade(parts, part, () => new Map<unknown, Remembered>());
    let remembered = known.get(name);
    if (remembered === undefined) {
      const own = new Set<string>();
      remembered = { value: compute(graphFor(own)), keys: own };
      known.set(name, remembered);
    }
    for (const key of remembered.keys) keys.add(key);
    return remembered.value as T;
  }
}

function orMade<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
