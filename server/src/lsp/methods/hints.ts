import type {
  CodeLens,
  CodeLensParams,
  Command,
  InlayHint,
  InlayHintParams,
  Position,
} from 'vscode-languageserver';
import { codeLenses, type CodeLens as Lens } from '../../features/code-lenses.ts';
import { inlayHints } from '../../features/inlay-hints.ts';
import { documentOf } from '../at.ts';
import type { Context } from '../context.ts';
import { positionOf, rangeOf, spanOf } from '../positions.ts';

/** textDocument/codeLens */
export async function codeLens(context: Context, params: CodeLensParams): Promise<CodeLens[] | null> {
  await context.loader().ready;
  const view = documentOf(context, params);
  if (view === undefined) return null;
  return codeLenses(view.session, view.path).map(lens => {
    const range = rangeOf(view.source, lens.span);
    const command = context.client.showsPlaces ? commandOf(lens, view.uri, range.start) : asText(lens);
    return { range, command, data: lens.about };
  });
}

/** A lens without a command's id is shown as text. */
function asText({ title }: Lens): Command {
  return { title, command: '' };
}

function commandOf({ title, about }: Lens, uri: string, position: Position): Command {
  if (about.kind === 'coverage')
    return { title, command: 'clausewright.showCoverage', arguments: [about.framework] };
  return { title, command: 'clausewright.showPlaces', arguments: [uri, position, about] };
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
