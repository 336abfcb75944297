import { mentionsIn } from '../../catalog/mentions.ts';
import { claimsIn } from '../../model/claims.ts';
import { masked } from '../../model/placeholders.ts';
import { type Metadata, textsAt } from '../../model/sectioned.ts';
import type { Section } from '../../syntax/markdown/section.ts';
import { at, type Local, overlaps, type Placed, type Span } from '../../text/span.ts';
import type { TokenContext } from './context.ts';
import { controlToken, idToken } from './controls.ts';
import type { SemanticToken } from './token.ts';

/** Ids stand within a sentence; a longer line is a table of data, or minified. */
const LONGEST = 4000;

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
  for (const line of value.derive(numberedLinesIn)) {
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

interface Line extends Local {
  readonly text: string;
}

/** The lines outside of code that hold a digit, blanked where comments and code stand. */
function numberedLinesIn(section: Section): readonly Line[] {
  if (!/\d/.test(section.text)) return [];
  const text = masked(section);
  return section.blocks.flatMap(block => {
    if (block.kind === 'code' || block.kind === 'rule') return [];
    return [...text.slice(block.from, block.to).matchAll(/[^\r\n]+/g)].flatMap(line => {
      if (line[0].length > LONGEST || !/\d/.test(line[0])) return [];
      const from = block.from + line.index;
      return [{ text: line[0], from, to: from + line[0].length }];
    });
  });
}
