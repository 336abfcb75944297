import type { CodeLens, CodeLensParams, InlayHint, InlayHintParams } from 'vscode-languageserver';
import { codeLenses } from '../../features/code-lenses.ts';
import { inlayHints } from '../../features/inlay-hints.ts';
import { documentOf } from '../at.ts';
import type { Context } from '../context.ts';
import { positionOf, rangeOf, spanOf } from '../positions.ts';

/** textDocument/codeLens */
export async function codeLens(context: Context, params: CodeLensParams): Promise<CodeLens[] | null> {
  await context.loader().ready;
  const view = documentOf(context, params);
  if (view === undefined) return null;
  return codeLenses(view.session, view.path).map(({ span, title, about }) => ({
    range: rangeOf(view.source, span),
    // A lens without a command's id is shown as text.
    command: { title, command: '' },
    data: about,
  }));
}

/** textDocument/inlayHint */
export function inlayHint(context: Context, params: InlayHintParams): InlayHint[] | null {
  const view = documentOf(context, params);
  if (view === undefined) return null;
  const wanted = spanOf(view.source, params.range);
  return inlayHints(view.session, view.path, wanted).map(({ offset, label }) => ({
    position: positionOf(view.source, offset),
    label,
    paddingLeft: true,
  }));
}
