import type {
  DocumentHighlight,
  DocumentHighlightParams,
  Location,
  ReferenceParams,
} from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import { highlights } from '../../features/highlights.ts';
import { references as referencesAt } from '../../features/references.ts';
import { placeOf, placeWhenLoaded } from '../at.ts';
import type { Context } from '../context.ts';
import { locationOf } from '../destinations.ts';
import { rangeOf } from '../positions.ts';

/** textDocument/references */
export async function references(context: Context, params: ReferenceParams): Promise<Location[] | null> {
  const place = await placeWhenLoaded(context, params);
  if (place === undefined) return null;
  return referencesAt(place.session, place.path, place.offset)
    .filter(each => params.context?.includeDeclaration !== false || !each.declares)
    .flatMap(each => locationOf(place.realm, each.path, each.span) ?? []);
}

/** textDocument/documentHighlight */
export function documentHighlight(
  context: Context,
  params: DocumentHighlightParams,
): DocumentHighlight[] | null {
  const place = placeOf(context, params);
  if (place === undefined) return null;
  return highlights(place.session, place.path, place.offset).map(({ span, declares }) => ({
    range: rangeOf(place.source, span),
    kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
