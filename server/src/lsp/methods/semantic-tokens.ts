import type { SemanticTokens, SemanticTokensParams, SemanticTokensRangeParams } from 'vscode-languageserver';
import { MODIFIERS, type SemanticToken, semanticTokens, TYPES } from '../../features/semantic-tokens.ts';
import type { Span } from '../../text/span.ts';
import { documentOf } from '../at.ts';
import type { Context } from '../context.ts';
import { contentModified } from '../errors.ts';
import { positionOf, spanOf } from '../positions.ts';
import type { View } from '../realm.ts';
import { slices } from '../slices.ts';

/** textDocument/semanticTokens/full */
export async function semanticTokensFull(
  context: Context,
  params: SemanticTokensParams,
): Promise<SemanticTokens | null> {
  await context.loader().ready;
  const view = documentOf(context, params);
  return view === undefined ? null : tokens(context, view);
}

/** textDocument/semanticTokens/range */
export async function semanticTokensRange(
  context: Context,
  params: SemanticTokensRangeParams,
): Promise<SemanticTokens | null> {
  await context.loader().ready;
  const view = documentOf(context, params);
  return view === undefined ? null : tokens(context, view, spanOf(view.source, params.range));
}

/** Reads in slices, so that a keystroke does not wait for a long document; an edit meanwhile makes it void. */
async function tokens(context: Context, view: View, span?: Span): Promise<SemanticTokens> {
  const pause = slices(context.platform);
  const found: SemanticToken[] = [];
  for (const piece of semanticTokens(view.session, view.path, span)) {
    found.push(...piece);
    const waiting = pause();
    if (waiting === undefined) continue;
    await waiting;
    if (context.workspace.view(view.uri)?.source !== view.source) throw contentModified();
  }
  return { data: encoded(view, found) };
}

/** Five numbers for each token, its place relative to the one before. */
function encoded({ source }: View, found: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { span, type, modifiers } of [...found].sort((a, b) => a.span.start - b.span.start)) {
    const start = positionOf(source, span.start);
    const lines = start.line - line;
    const bits = modifiers.reduce((sum, each) => sum | (1 << MODIFIERS.indexOf(each)), 0);
    data.push(
      lines,
      lines === 0 ? start.character - character : start.character,
      span.end - span.start,
      TYPES.indexOf(type),
      bits,
    );
    ({ line, character } = start);
  }
  return data;
}
