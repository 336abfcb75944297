import type { DefinitionLink, DefinitionParams, Location } from 'vscode-languageserver';
import { definition as definitionAt } from '../../features/definition.ts';
import { placeWhenLoaded } from '../at.ts';
import type { Context } from '../context.ts';
import { linkTo } from '../destinations.ts';
import { rangeOf } from '../positions.ts';

/** textDocument/definition */
export async function definition(
  context: Context,
  params: DefinitionParams,
): Promise<DefinitionLink[] | Location[] | null> {
  const place = await placeWhenLoaded(context, params);
  const found = place === undefined ? undefined : definitionAt(place.session, place.path, place.offset);
  if (place === undefined || found === undefined) return null;
  const origin = rangeOf(place.source, found.origin);
  const links = found.targets.flatMap(each => linkTo(place.realm, each, context.client) ?? []);
  return context.client.definitionLinks
    ? links.map(each => ({ originSelectionRange: origin, ...each }))
    : links.map(each => ({ uri: each.targetUri, range: each.targetSelectionRange }));
}
