import { problemsAmong } from '../../catalog/own/check.ts';
import { ownFileOf } from '../../catalog/own/read.ts';
import type { OwnProblem } from '../../catalog/own/types.ts';
import type { CatalogFileModel } from '../../model/catalog-file.ts';
import type { Report } from '../../workspace/finding.ts';
import type { WorkspaceContext } from '../define.ts';

/** More findings than this in one file are one finding with a number. */
const MOST_EACH = 20;
const MOST_RELATED = 20;

/** Why a fault in an own catalog matters. */
const WHY =
  'Entries, hovers and coverage rest on the catalogs that ISO/IEC 42001 clause 6.1.3 has you compare your controls with, and what cannot be used is missing there';

/** Everything that keeps parts of an own catalog from being used. */
function problemsOf({ document, library }: WorkspaceContext): readonly OwnProblem[] {
  const { model, path } = document;
  if (!(model.kind === 'catalog')) return [];
  const file = model.derive(ownFileOf);
  return [...file.problems, ...problemsAmong(file, path, library)];
}

/**
 * Reports the problems of one kind. Where the syntax is at fault, what seems to be missing may only be unread, so that
 * only ids that are taken or stand twice are told of.
 */
export function reportProblems(
  model: CatalogFileModel,
  context: WorkspaceContext<Record<never, never>>,
  kind: OwnProblem['kind'],
): void {
  if (model.faulty && kind !== 'duplicate') return;
  const problems = context.derive(problemsOf).filter(each => each.kind === kind);
  const told = problems.length > MOST_EACH ? problems.slice(0, 1) : problems;
  for (const problem of told) context.report(asReport(problem, problems, told.length === 1, context));
}

function asReport(
  { span, what, next }: OwnProblem,
  all: readonly OwnProblem[],
  alone: boolean,
  { document }: WorkspaceContext<Record<never, never>>,
): Report {
  const others = alone ? all.slice(1) : [];
  const more = others.length === 0 ? '' : `; ${others.length} more places have the like`;
  return {
    at: firstLine(document.source.text, span),
    what,
    why: WHY,
    next: `${next}${more}`,
    related: others.slice(0, MOST_RELATED).map(each => ({
      path: document.path,
      span: firstLine(document.source.text, each.span),
      message: each.what,
    })),
  };
}

/** A text of several lines is shown at its first. */
function firstLine(text: string, span: { start: number; end: number }): { start: number; end: number } {
  const line = text.slice(span.start, span.end).search(/[\r\n]/);
  return line > 0 ? { start: span.start, end: span.start + line } : span;
}
