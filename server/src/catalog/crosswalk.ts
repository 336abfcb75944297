import type { Basis, CrosswalkData } from './types.ts';

/** One end of a crosswalk pair, seen from the other. Evidence for one is useful for the other; never more. */
export interface Crossing {
  /** Qualified id of the other item. */
  readonly id: string;
  readonly basis: Basis;
  readonly publisher: string | undefined;
  readonly caveat: string | undefined;
  readonly strength: string | undefined;
  /** Id of the set that holds the pair. */
  readonly set: string;
}

/** Crosswalk pairs by item; the sets of a framework are loaded at the first question about it. */
export class Crosswalks {
  private readonly load: (framework: string) => readonly CrosswalkData[];
  private readonly known = new Map<string, ReadonlyMap<string, readonly Crossing[]>>();

  constructor(load: (framework: string) => readonly CrosswalkData[]) {
    this.load = load;
  }

  /** Everything that is paired with a qualified id, published pairs first. */
  of(qualified: string): readonly Crossing[] {
    const framework = qualified.slice(0, qualified.indexOf(':'));
    let pairs = this.known.get(framework);
    if (pairs === undefined) {
      pairs = index(framework, this.load(framework));
      this.known.set(framework, pairs);
    }
    return pairs.get(qualified) ?? [];
  }
}

const ORDER: Readonly<Record<Basis, number>> = { published: 0, derived: 1, editorial: 2 };

function index(framework: string, sets: readonly CrosswalkData[]): Map<string, Crossing[]> {
  const found = new Map<string, Crossing[]>();
  const add = (here: string, id: string, set: CrosswalkData, pair: CrosswalkData['pairs'][number]): void => {
    const crossing: Crossing = {
      id,
      basis: pair.basis ?? set.basis,
      publisher: set.publisher,
      caveat: [pair.caveat, set.caveat].filter(text => text !== undefined).join(' ') || undefined,
      strength: pair.strength,
      set: set.id,
    };
    found.set(here, [...(found.get(here) ?? []), crossing]);
  };
  for (const set of sets) {
    for (const pair of set.pairs) {
      const [from, to] = [`${set.from}:${pair.from}`, `${set.to}:${pair.to}`];
      if (set.from === framework) add(from, to, set, pair);
      if (set.to === framework) add(to, from, set, pair);
    }
  }
  for (const list of found.values()) list.sort((a, b) => ORDER[a.basis] - ORDER[b.basis]);
  return found;
}
