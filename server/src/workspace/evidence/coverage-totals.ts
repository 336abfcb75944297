import type { Catalog } from '../../catalog/catalog.ts';
import { compareStrength, type Strength } from '../../catalog/types.ts';
import type { ControlCoverage } from './control-coverage.ts';

/** How a framework stands for one system. */
export interface FrameworkCoverage {
  readonly id: string;
  readonly name: string;
  readonly system: string | null;
  readonly total: number;
  readonly applicable: number;
  /** Applicable controls by strength. */
  readonly strengths: Readonly<Record<Strength, number>>;
  /** Applicable controls that are as strong as they need to be. */
  readonly met: number;
  /** Applicable controls without evidence of their own that a pair of another framework supports. */
  readonly supported: number;
  /** The clauses that call for documented information, counted apart; absent where the framework has none. */
  readonly clauses?: ClauseCoverage;
  /** Applicable controls without evidence here that the organisation has to show, not one system's repository. */
  readonly organizational: number;
}

/** How the documented information of a management system stands. */
export interface ClauseCoverage {
  readonly total: number;
  readonly strengths: Readonly<Record<Strength, number>>;
  readonly met: number;
  /** Clauses that have an entry. */
  readonly answered: number;
}

/** Counts the controls of a framework, and the clauses that call for documented information, for one system. */
export function summed(
  catalog: Catalog,
  system: string | null,
  rows: readonly ControlCoverage[],
  records: readonly ControlCoverage[],
): FrameworkCoverage {
  const applicable = rows.filter(row => row.applicable);
  return {
    id: catalog.id,
    name: catalog.data.name,
    system,
    total: rows.length,
    applicable: applicable.length,
    strengths: byStrength(applicable),
    met: metIn(applicable),
    supported: applicable.filter(row => row.supportedThrough.length > 0).length,
    organizational: applicable.filter(row => row.organizational && row.strength === 'missing').length,
    ...(records.length === 0 ? {} : { clauses: clausesOf(records) }),
  };
}

function clausesOf(records: readonly ControlCoverage[]): ClauseCoverage {
  return {
    total: records.length,
    strengths: byStrength(records),
    met: metIn(records),
    answered: records.filter(row => row.entry !== undefined).length,
  };
}

function metIn(rows: readonly ControlCoverage[]): number {
  return rows.filter(row => compareStrength(row.strength, row.needed) >= 0).length;
}

function byStrength(rows: readonly ControlCoverage[]): Readonly<Record<Strength, number>> {
  const count = (strength: Strength): number => rows.filter(row => row.strength === strength).length;
  return {
    missing: count('missing'),
    asserted: count('asserted'),
    documented: count('documented'),
    reviewed: count('reviewed'),
    tested: count('tested'),
  };
}
