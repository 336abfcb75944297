import type { UnitFacts } from './facts.ts';

/** Units of one document: none, one, or several. */
type Units = undefined | UnitFacts | Set<UnitFacts>;

/** The only document under a key, which most keys have: it costs no collection. */
class Lone {
  readonly path: string;
  readonly units: Units;

  constructor(path: string, units: Units) {
    this.path = path;
    this.units = units;
  }
}

/**
 * Which documents state something under which key, and which of their units do. A document holds a key until it lets
 * go of it, also when no unit is left.
 */
export class Holders {
  private readonly byKey = new Map<string, Lone | Map<string, Units>>();

  /** Notes that a document states something under a key, in one of its units if one is given. */
  add(key: string, path: string, unit?: UnitFacts): void {
    const known = this.byKey.get(key);
    this.put(key, path, unit === undefined ? unitsIn(known, path) : joined(unitsIn(known, path), unit));
  }

  /** Notes that a unit of a document states a key no longer. */
  remove(key: string, path: string, unit: UnitFacts): void {
    const known = this.byKey.get(key);
    if (isIn(known, path)) this.put(key, path, without(unitsIn(known, path), unit));
  }

  /** Drops a document from a key under which it says nothing any more. */
  drop(key: string, path: string): void {
    const known = this.byKey.get(key);
    if (known instanceof Map) known.delete(path);
    if (known instanceof Map ? known.size === 0 : known?.path === path) this.byKey.delete(key);
  }

  /** The documents that hold a key, in no order. */
  paths(key: string): readonly string[] {
    const known = this.byKey.get(key);
    if (known === undefined) return [];
    return known instanceof Map ? [...known.keys()] : [known.path];
  }

  /** The units of a document that state a key, in no order. */
  units(key: string, path: string): readonly UnitFacts[] {
    const units = unitsIn(this.byKey.get(key), path);
    if (units === undefined) return [];
    return isSet(units) ? [...units] : [units];
  }

  private put(key: string, path: string, units: Units): void {
    const known = this.byKey.get(key);
    if (known instanceof Map) known.set(path, units);
    else if (known === undefined || known.path === path) this.byKey.set(key, new Lone(path, units));
    else
      this.byKey.set(
        key,
        new Map([
          [known.path, known.units],
          [path, units],
        ]),
      );
  }
}

function isIn(known: Lone | Map<string, Units> | undefined, path: string): boolean {
  return known instanceof Map ? known.has(path) : known?.path === path;
}

function unitsIn(known: Lone | Map<string, Units> | undefined, path: string): Units {
  if (known instanceof Map) return known.get(path);
  return known?.path === path ? known.units : undefined;
}

function joined(units: Units, unit: UnitFacts): Units {
  if (units === undefined || units === unit) return unit;
  return isSet(units) ? units.add(unit) : new Set([units, unit]);
}

function without(units: Units, unit: UnitFacts): Units {
  if (units === undefined || !isSet(units)) return units === unit ? undefined : units;
  units.delete(unit);
  return units.size > 0 ? units : undefined;
}

function isSet(units: UnitFacts | Set<UnitFacts>): units is Set<UnitFacts> {
  return units instanceof Set;
}
