import type { Severity } from '../model/severity.ts';
import type { Span } from '../text/span.ts';
import type { FileChange } from './change.ts';

/** A place that a finding leans on, often in another document. */
export interface Related {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
  /** Key of the fact that stands there, by which the place is found again when it has moved. */
  readonly fact?: string;
}

/**
 * A way to mend a finding. `safe` ones change no meaning and may be applied all at once; `scaffold` ones write text
 * that the author then fills; `assist` ones need a decision.
 */
export interface Fix {
  readonly title: string;
  readonly kind: 'safe' | 'scaffold' | 'assist';
  /** Worked out when it is asked for; refers to the texts as they were checked. */
  readonly change: () => readonly FileChange[];
}

/** What a rule says: what is wrong in the user's words, why it matters (the clause), what to do next. */
export interface Report {
  /** UTF-16 code units of the checked document. */
  readonly at: Span;
  /** The most that this report is worth where a rule has stronger and weaker cases; configuration may lower it. */
  readonly severity?: Severity;
  readonly what: string;
  readonly why: string;
  readonly next: string;
  /** What tells this report from others of its rule, where the user's words in `what` do not. */
  readonly cause?: string;
  /** Qualified ids of the controls that are touched. */
  readonly controls?: readonly string[];
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** A report with its rule. */
export interface Finding {
  /** Rule id, or `internal` for a fault of ours. */
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly span: Span;
  readonly message: string;
  /** What is wrong, without why and what next; by it a finding is known again. Absent where it is the message. */
  readonly cause?: string;
  readonly controls: readonly string[];
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** Why the finding is silenced; absent for findings that are shown. */
  readonly suppressed?: string;
}

/** What is known of a rule without running it; reports and hovers print it. */
export interface RuleInfo {
  /** `group/kebab-name`. */
  readonly id: string;
  /** Default severity. */
  readonly severity: Severity;
  /** Version that first had the rule. */
  readonly since: string;
  /** One sentence: what is found. */
  readonly summary: string;
  /** Why it matters, with the clause. */
  readonly why: string;
  /** Qualified ids that the rule rests on. */
  readonly clauses: readonly string[];
  /** Where else the demand comes from. */
  readonly sources?: readonly string[];
  /** Rules whose finding covers the same gap: where one of them is reported, this rule reports nothing. */
  readonly standIns?: readonly string[];
  /** Rules from whose findings this one follows: it is reported because of them, beside them. */
  readonly follows?: readonly string[];
}
