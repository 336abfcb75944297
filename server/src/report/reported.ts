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
  readonly fixes: readonly { readonly title: string; readonly kind: Fix['kind'] }[];
  /** The first line of the stretch, as it stands in the file. */
  readonly line: string;
}

/** What a check found. */
export interface CheckReport {
  /** Sorted by path, then by place. */
  readonly findings: readonly ReportedFinding[];
  /** How many findings comments in the documents silence. */
  readonly suppressed: number;
  /** How many documents of each kind were checked. */
  readonly documents: Readonly<Record<string, number>>;
}

/** How the files of a workspace are shown and found. */
export interface Naming {
  /** The path that readers of the report know, with `/`. */
  shown(path: string): string;
  source(path: string): Source | undefined;
}

/** A finding as it is reported. */
export function reported(finding: Finding, source: Source, naming: Naming): ReportedFinding {
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
    fixes: finding.fixes.map(({ title, kind }) => ({ title, kind })),
    line: source.text.slice(
      source.lines.start(range.start.line),
      source.lines.contentEnd(range.start.line, source.text),
    ),
  };
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
