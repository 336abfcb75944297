import { STRENGTHS, type Strength } from '../../catalog/types.ts';
import type { AssessedRisks } from '../../workspace/assessment/rated.ts';
import type { FrameworkCoverage } from '../../workspace/evidence/coverage-totals.ts';
import type { ControlData, CoverageData } from '../coverage-data.ts';
import type { HistoryPoint } from '../coverage-history.ts';
import { isMet } from '../coverage-words.ts';
import type { ReportedFinding } from '../reported.ts';

/** Everything that a report shows. */
export interface ReportInput {
  readonly data: CoverageData;
  /** The day for which evidence was graded, YYYY-MM-DD. */
  readonly date: string;
  /** What stands before a file's path in a link, such as `../`; without it evidence files are not linked. */
  readonly base?: string | undefined;
  /** Earlier standings, oldest first, for the trend. */
  readonly history?: readonly HistoryPoint[];
  /** What a check found, for a report that shows it. */
  readonly findings?: readonly ReportedFinding[];
  /** The risks that impact assessments rate. */
  readonly risks?: readonly AssessedRisks[];
  /** Heading of the report. */
  readonly title?: string;
}

/** Where a control stands, as a reader filters for it. */
export const STANDINGS = ['open', 'enough', 'not applicable'] as const;

/** See {@link STANDINGS}. */
export type Standing = (typeof STANDINGS)[number];

/** Where a control stands. */
export function standingOf(control: ControlData): Standing {
  if (!control.applicable) return 'not applicable';
  return isMet(control) ? 'enough' : 'open';
}

/** A mark for each strength that fills up, so that colour is never all that tells them apart. */
export const MARKS: Readonly<Record<Strength, string>> = {
  missing: '○',
  asserted: '◔',
  documented: '◑',
  reviewed: '◕',
  tested: '●',
};

/** What each strength means, in a line. */
export const MEANINGS: Readonly<Record<Strength, string>> = {
  missing: 'nothing is named, or nothing is there',
  asserted: 'a link, a ticket or a statement that nothing here can check',
  documented: 'the file and section exist and hold real text',
  reviewed: 'signed by somebody else, and unchanged since',
  tested: 'a machine-readable result that passes',
};

/** Number of applicable controls of all frameworks by strength. */
export function strengthsOf(
  frameworks: readonly FrameworkCoverage[],
): readonly { readonly strength: Strength; readonly count: number }[] {
  return STRENGTHS.map(strength => ({
    strength,
    count: frameworks.reduce((sum, each) => sum + each.strengths[strength], 0),
  }));
}
