import type { Library } from '../../../catalog/library.ts';
import { coverageCsv } from '../../../report/coverage-csv.ts';
import type { CoverageData } from '../../../report/coverage-data.ts';
import type { HistoryPoint } from '../../../report/coverage-history.ts';
import { coverageJson } from '../../../report/coverage-json.ts';
import { coverageMarkdown } from '../../../report/coverage-markdown.ts';
import { coverageText } from '../../../report/coverage-text.ts';
import { crosswalkRows } from '../../../report/crosswalk-rows.ts';
import { historyMarkdown, historyText } from '../../../report/history-text.ts';
import { COLOURS, PLAIN } from '../../../report/paint.ts';
import { risksMarkdown, risksText } from '../../../report/risks-text.ts';
import type { AssessedRisks } from '../../../workspace/assessment/rated.ts';

/** Everything that a writer of coverage may show. */
export interface CoverageOutput {
  readonly data: CoverageData;
  /** The day for which evidence was graded. */
  readonly date: string;
  /** What stands before a file's path in a link; undefined for a report that cannot link to files. */
  readonly base: string | undefined;
  /** For the crosswalk; undefined where there is none to show. */
  readonly library: Library | undefined;
  readonly history?: readonly HistoryPoint[];
  /** The risks that impact assessments rate. */
  readonly risks?: readonly AssessedRisks[];
  readonly colours: boolean;
  readonly title?: string;
}

/** Writes coverage in one format: a text, or the bytes of a file. */
export type CoverageWriter = (output: CoverageOutput) => string | Uint8Array;

/** The writer of a format. That of the large formats is loaded when it is asked for. */
export async function coverageWriter(format: string): Promise<CoverageWriter> {
  switch (format) {
    case 'html': {
      const { htmlReport } = await import('../reports.ts');
      return htmlReport;
    }
    case 'xlsx': {
      const { coverageWorkbook } = await import('../reports.ts');
      return ({ data, date, base, library }) =>
        coverageWorkbook({
          data,
          date,
          base,
          crosswalk: library === undefined ? [] : crosswalkRows(data, library),
        });
    }
    case 'json':
      return ({ data, history }) => coverageJson(data, history);
    case 'csv':
      return ({ data }) => coverageCsv(data);
    case 'markdown':
      return ({ data, history, risks = [] }) =>
        coverageMarkdown(data) +
        (history === undefined ? '' : historyMarkdown(history)) +
        risksMarkdown(risks);
    default:
      return ({ data, history, risks = [], colours }) => {
        const paint = colours ? COLOURS : PLAIN;
        const went = history === undefined ? '' : historyText(history, paint);
        return coverageText(data, paint) + went + risksText(risks, paint);
      };
  }
}
