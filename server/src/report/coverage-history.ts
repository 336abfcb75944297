import type { FrameworkCoverage } from '../workspace/evidence/coverage-totals.ts';

/** How the frameworks stood at one revision. */
export interface HistoryPoint {
  /** Full id of the commit; null for the files as they lie in the working folder. */
  readonly commit: string | null;
  /** The tag, or the abbreviated id, or "now". */
  readonly label: string;
  /** ISO time of the commit, or the day of "now". */
  readonly at: string;
  readonly frameworks: readonly FrameworkCoverage[];
}

/** How one framework of one system went on. */
export interface Trend {
  readonly framework: string;
  readonly name: string;
  readonly system: string | null;
  /** One for each revision, oldest first; null where the system had no mapping for it. */
  readonly values: readonly (TrendValue | null)[];
}

/** Applicable controls of one revision, and how many of them had the evidence they needed. */
export interface TrendValue {
  readonly met: number;
  readonly applicable: number;
}

/** One line for each framework and system that any of the revisions knows, in the order of the newest. */
export function trendsOf(points: readonly HistoryPoint[]): Trend[] {
  const found = new Map<string, Trend>();
  for (const { frameworks } of points.toReversed())
    for (const { id, name, system } of frameworks) {
      const key = JSON.stringify([id, system]);
      if (!found.has(key))
        found.set(key, { framework: id, name, system, values: valuesOf(points, id, system) });
    }
  return [...found.values()];
}

function valuesOf(points: readonly HistoryPoint[], id: string, system: string | null): (TrendValue | null)[] {
  return points.map(({ frameworks }) => {
    const own = frameworks.find(each => each.id === id && each.system === system);
    return own === undefined ? null : { met: own.met, applicable: own.applicable };
  });
}

/** A value as a share between 0 and 1; a framework of which nothing applies is whole. */
export function shareOf({ met, applicable }: TrendValue): number {
  return applicable === 0 ? 1 : met / applicable;
}

/** A share in whole percent; only what is whole is 100, only nothing is 0. */
export function percentOf(share: number): number {
  if (share <= 0) return 0;
  return share >= 1 ? 100 : Math.min(99, Math.max(1, Math.round(share * 100)));
}
