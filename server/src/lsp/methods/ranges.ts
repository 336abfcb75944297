import type {
  FoldingRange,
  FoldingRangeParams,
  SelectionRange,
  SelectionRangeParams,
} from 'vscode-languageserver';
import { FoldingRangeKind } from 'vscode-languageserver';
import { foldingRanges } from '../../features/folding.ts';
import { selectionRanges } from '../../features/selection-ranges.ts';
import { documentOf } from '../at.ts';
import type { Context } from '../context.ts';
import { offsetOf, rangeOf } from '../positions.ts';

/** textDocument/foldingRange */
export function foldingRange(context: Context, params: FoldingRangeParams): FoldingRange[] | null {
  const view = documentOf(context, params);
  if (view === undefined) return null;
  return foldingRanges(view.session, view.path).map(({ span, kind }): FoldingRange => {
    const { start, end } = rangeOf(view.source, span);
    const lines = { startLine: start.line, endLine: end.line };
    return kind === 'comment' ? { ...lines, kind: FoldingRangeKind.Comment } : lines;
  });
}

/** textDocument/selectionRange */
export function selectionRange(context: Context, params: SelectionRangeParams): SelectionRange[] | null {
  const view = documentOf(context, params);
  if (view === undefined) return null;
  return params.positions.map(position => {
    const spans = selectionRanges(view.session, view.path, offsetOf(view.source, position));
    const outermost = spans.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: rangeOf(view.source, span), ...(parent === undefined ? {} : { parent }) }),
      undefined,
    );
    return outermost ?? { range: { start: position, end: position } };
  });
}
