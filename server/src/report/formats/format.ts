import type { RuleInfo } from '../../workspace/finding.ts';
import type { Paint } from '../paint.ts';
import type { CheckReport } from '../reported.ts';

/** A rule as reports describe it. */
export interface DescribedRule extends RuleInfo {
  /** Documents that show the rule at work; `⟦…⟧` marks what is found. */
  readonly bad?: readonly string[];
}

/** What a format may say beside the findings. */
export interface FormatContext {
  /** The program's version. */
  readonly version: string;
  readonly rules: readonly DescribedRule[];
  /** Address of a rule's page. */
  readonly page: (rule: string) => string;
  readonly paint: Paint;
}

/** One way to write a check. Long reports come in pieces. */
export interface Format {
  readonly write: (report: CheckReport, context: FormatContext) => string | Iterable<string>;
  /** Whether paths are those of the repository, where its readers are, and not those of the working folder. */
  readonly repository?: boolean;
  /** Whether it shows what fixes change. */
  readonly edits?: boolean;
}
