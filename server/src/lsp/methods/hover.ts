import type { Hover, HoverParams } from 'vscode-languageserver';
import { hover as hoverAt } from '../../features/hover.ts';
import { rewriteLinks } from '../../features/markdown.ts';
import { RULES } from '../../rules/registry.ts';
import { placeOf } from '../at.ts';
import type { Context } from '../context.ts';
import { linkTargets } from '../pages.ts';
import { rangeOf } from '../positions.ts';

/** textDocument/hover */
export function hover(context: Context, params: HoverParams): Hover | null {
  const place = placeOf(context, params);
  const found = place === undefined ? undefined : hoverAt(place.session, place.path, place.offset, RULES);
  if (place === undefined || found === undefined) return null;
  const value = rewriteLinks(found.markdown, linkTargets(place.realm, context.client));
  const kind = context.client.markdownHover ? 'markdown' : 'plaintext';
  return { contents: { kind, value }, range: rangeOf(place.source, found.span) };
}
