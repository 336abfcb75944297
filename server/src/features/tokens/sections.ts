import { mentionsIn } from '../../catalog/mentions.ts';
import { claimsIn } from '../../model/claims.ts';
import { proseLinesIn } from '../../model/prose-lines.ts';
import { type Metadata, textsAt } from '../../model/sectioned.ts';
import type { Section } from '../../syntax/markdown/section.ts';
import { at, overlaps, type Placed, type Span } from '../../text/span.ts';
import type { TokenContext } from './context.ts';
import { controlToken, idToken } from './controls.ts';
import type { SemanticToken } from './token.ts';

/** The ids that a document claims in its metadata. */
export function claimTokens(metadata: Metadata, context: TokenContext): SemanticToken[] {
  return textsAt(metadata, 'controls').flatMap(({ start, value }) =>
    idToken(at(start, value), value.value, context),
  );
}

/**
 * The ids that a section claims, and those in its prose line by line. In prose only ids that there are count: a number
 * that looks like one and leads nowhere is most often something else.
 */
export function* sectionTokens(
  { start, value }: Placed<Section>,
  context: TokenContext,
  wanted: Span,
): Iterable<SemanticToken[]> {
  yield value.derive(claimsIn).flatMap(claim => idToken(at(start, claim), claim.id, context));
  for (const line of value.derive(proseLinesIn)) {
    const span = at(start, line);
    if (!overlaps(span, wanted)) continue;
    yield mentionsIn(line.text, context.library, context.frameworks).flatMap(mention => {
      const { catalog, item } = mention;
      if (item === undefined) return [];
      const place = { start: span.start + mention.start, end: span.start + mention.end };
      return [controlToken(place, { catalog, item }, context)];
    });
  }
}
