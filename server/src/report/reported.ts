import type { Severity } from '../model/severity.ts';
import type { Position } from '../text/lines.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Finding, Fix } from '../workspace/finding.ts';

/** A stretch of a file as lines and characters, both 0-based, in UTF-16 code units. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A place in a file. The path is written as the reader of the report knows the file. */
export interface ReportedPlace {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

/** A finding with everything that a report says of it, and nothing that keeps the document alive. */
export interface ReportedFinding extends ReportedPlace {
  readonly rule: string;
  readonly severity: Severity;
  /** Qualified ids. */
  readonly controls: readonly string[];
  readonly related: readonly ReportedPlace[];
  readonly fixes: readonly ReportedFix[];
  /** The first line of the stretch, as it stands in the file. */
  readonly line: string;
  /** By what the finding is known again in a later check; see {@link fingerprintsOf}. */
  readonly fingerprint: string;
}

/** A finding that is known and accepted. */
export interface SuppressedFinding extends ReportedFinding {
  readonly suppression: {
    /** A comment in the document, or an entry of the baseline. */
    readonly kind: 'comment' | 'baseline';
    readonly reason: string;
  };
}

/** A finding that a baseline knows. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  /** The document, relative to the baseline's own folder, with `/`. */
  readonly path: string;
  readonly controls: readonly string[];
}

/** A replacement in a file; the path is written as the reader of the report knows the file. */
export interface ReportedEdit {
  readonly path: string;
  readonly range: Range;
  readonly text: string;
}

/** A way to mend a finding. */
export interface ReportedFix {
  readonly title: string;
  readonly kind: Fix['kind'];
  /** What it changes; absent where the report has no use for it, and where the fix creates a file. */
  readonly edits?: readonly ReportedEdit[];
}

/** What a check found. */
export interface CheckReport {
  /** Sorted by path, then by place. */
  readonly findings: readonly ReportedFinding[];
  /** Findings that comments in the documents or the baseline silence, in the same order. */
  readonly suppressed: readonly SuppressedFinding[];
  /** The documents that were checked, sorted. */
  readonly paths: readonly string[];
  /** How many documents of each kind were checked. */
  readonly documents: Readonly<Record<string, number>>;
  /** Entries of the baseline that match no finding any more; absent where no baseline is used. */
  readonly outdated?: readonly BaselineEntry[];
  /** What the findings are narrowed down to; absent where all are reported. */
  readonly since?: {
    readonly revision: string;
    /** Number of findings that the change neither causes nor touches. */
    readonly others: number;
  };
}

/** How the files of a workspace are shown and found. */
export interface Naming {
  /** The path that readers of the report know, with `/`. */
  shown(path: string): string;
  source(path: string): Source | undefined;
}

/** A finding as it is reported. With `edits`, the changes of its fixes are worked out. */
export function reported(
  finding: Finding,
  source: Source,
  naming: Naming,
  fingerprint: string,
  edits = false,
): ReportedFinding {
  const { rule, severity, path, span, message, controls } = finding;
  const range = rangeOf(source, span);
  return {
    rule,
    severity,
    message,
    path: naming.shown(path),
    range,
    controls,
    related: finding.related.map(each => ({
      path: naming.shown(each.path),
      range: rangeOf(naming.source(each.path), each.span),
      message: each.message,
    })),
    fixes: finding.fixes.map(fix => reportedFix(fix, naming, edits)),
    fingerprint,
    line: source.text.slice(
      source.lines.start(range.start.line),
      source.lines.contentEnd(range.start.line, source.text),
    ),
  };
}

function reportedFix(fix: Fix, naming: Naming, edits: boolean): ReportedFix {
  const { title, kind } = fix;
  const changes = edits ? fix.change() : [];
  if (changes.length === 0 || changes.some(change => change.kind === 'create')) return { title, kind };
  const all = changes.flatMap(change =>
    change.kind === 'create'
      ? []
      : change.edits.map(({ span, text }) => ({
          path: naming.shown(change.path),
          range: rangeOf(naming.source(change.path), span),
          text,
        })),
  );
  return { title, kind, edits: all };
}

const NOWHERE: Position = { line: 0, character: 0 };

/** A span of a file as lines. A file that was never read, such as a picture, has none: its places stand at its start. */
export function rangeOf(source: Source | undefined, span: Span): Range {
  return source === undefined
    ? { start: NOWHERE, end: NOWHERE }
    : { start: source.position(span.start), end: source.position(span.end) };
}

/** The order of a report: by path, then by place, then by rule. */
export function byPathAndPlace(a: ReportedFinding, b: ReportedFinding): number {
  return (
    byText(a.path, b.path) ||
    byPosition(a.range.start, b.range.start) ||
    byPosition(a.range.end, b.range.end) ||
    byText(a.rule, b.rule)
  );
}

function byPosition(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
