import type { FrameworkCoverage } from '../workspace/evidence/coverage-totals.ts';
import type { ControlData, CoverageData } from './coverage-data.ts';
import { tablesOf, titleOf } from './coverage-words.ts';

/** The controls of one framework and system with the clauses that are answered. */
export interface ReportGroup {
  readonly framework: FrameworkCoverage;
  readonly title: string;
  readonly rows: readonly ControlData[];
}

/** The groups of a report, in the order of the data. */
export function groupsOf(data: CoverageData): ReportGroup[] {
  return tablesOf(data).map(({ framework, controls, clauses }) => ({
    framework,
    title: titleOf(framework),
    rows: [...controls, ...clauses],
  }));
}
