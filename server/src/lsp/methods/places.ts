import type { Destination } from '../../features/destination.ts';
import { destinationsOf } from '../../features/destination.ts';
import { lensPlaces } from '../../features/lens-places.ts';
import type { Context } from '../context.ts';
import { linkTo } from '../destinations.ts';
import { controlPlace } from '../overview-data.ts';
import type { PlacesParams, PlacesResult } from '../protocol-actions.ts';
import type { Place } from '../protocol-overview.ts';
import type { Realm } from '../realm.ts';

/** clausewright/places: where a lens, a control or a link leads, as things stand when it is clicked. */
export async function places(context: Context, params: PlacesParams): Promise<PlacesResult> {
  await context.loader().ready;
  const { main } = context.workspace;
  if ('about' in params) {
    const view = context.workspace.view(params.uri);
    if (view === undefined) return { places: [] };
    return { places: located(context, view.realm, lensPlaces(view.session, view.path, params.about)) };
  }
  if ('path' in params) {
    const { path, fragment } = params;
    return { places: located(context, main, destinationsOf(main.session, { kind: 'file', path, fragment })) };
  }
  const { controls, clauses } = await context.overview.coverage();
  const row = [...controls, ...clauses].find(
    each => each.id === params.control && each.system === params.system,
  );
  const place = row === undefined ? undefined : controlPlace(main, row);
  return { places: place === undefined ? [] : [place] };
}

function located({ client }: Context, realm: Realm, destinations: readonly Destination[]): Place[] {
  return destinations.flatMap(destination => {
    const link = linkTo(realm, destination, client);
    return link === undefined ? [] : [{ uri: link.targetUri, range: link.targetSelectionRange }];
  });
}
