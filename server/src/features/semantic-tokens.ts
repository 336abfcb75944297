import { overlaps, type Span } from '../text/span.ts';
import type { Session } from '../workspace/session.ts';
import { contextOf } from './context.ts';
import { type TokenContext, tokenContext } from './tokens/context.ts';
import { entryTokens } from './tokens/entries.ts';
import { claimTokens, sectionTokens } from './tokens/sections.ts';
import type { SemanticToken } from './tokens/token.ts';

export { MODIFIERS, type SemanticToken, TYPES } from './tokens/token.ts';

/**
 * Ids and evidence with what no grammar can know of them, for what lies in `span` (the whole document without one).
 * Comes piece by piece and not quite in the order of the text, so that long documents can be read in slices; empty
 * pieces only mark a place to pause. No token overlaps another or runs over a line's end.
 */
export function* semanticTokens(session: Session, path: string, span?: Span): Iterable<SemanticToken[]> {
  const context = contextOf(session, path);
  if (context === undefined) return;
  const { text } = context.document.source;
  const wanted = span ?? { start: 0, end: text.length };
  for (const piece of pieces(tokenContext(context), wanted))
    yield piece.filter(
      token => overlaps(token.span, wanted) && !/[\r\n]/.test(text.slice(token.span.start, token.span.end)),
    );
}

function* pieces(context: TokenContext, wanted: Span): Iterable<SemanticToken[]> {
  const { model } = context.document;
  if (model.kind === 'control-mapping') {
    yield* entryTokens(model, context, wanted);
    return;
  }
  if (!('metadata' in model)) return;
  yield claimTokens(model.metadata, context);
  for (const { start, value } of model.body?.sections ?? []) {
    if (start > wanted.end || start + value.text.length < wanted.start) continue;
    yield* sectionTokens({ start, value }, context, wanted);
  }
}
