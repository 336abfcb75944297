import type { Location, LocationLink, Range } from 'vscode-languageserver';
import type { Destination } from '../features/destination.ts';
import type { Span } from '../text/span.ts';
import type { ClientTraits } from './client.ts';
import { pageOf } from './pages.ts';
import { rangeOf } from './positions.ts';
import { type Realm, sourceAt } from './realm.ts';

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where a jump leads as the protocol writes it; undefined for what the client cannot show. */
export function linkTo(
  realm: Realm,
  destination: Destination,
  client: ClientTraits,
): Omit<LocationLink, 'originSelectionRange'> | undefined {
  if (destination.kind === 'catalog')
    return client.showsPages ? place(pageOf(destination.id), TOP, TOP) : undefined;
  const uri = realm.uriOf(destination.path);
  if (uri === undefined) return undefined;
  if (destination.kind === 'file') return place(uri, TOP, TOP);
  if (destination.kind === 'lines') {
    const range = {
      start: { line: destination.first, character: 0 },
      end: { line: destination.last + 1, character: 0 },
    };
    return place(uri, range, { start: range.start, end: range.start });
  }
  const source = sourceAt(realm, destination.path);
  return source === undefined
    ? place(uri, TOP, TOP)
    : place(uri, rangeOf(source, destination.whole), rangeOf(source, destination.span));
}

/** A stretch of a document as the protocol writes it; undefined where its text is not known. */
export function locationOf(realm: Realm, path: string, span: Span): Location | undefined {
  const uri = realm.uriOf(path);
  const source = sourceAt(realm, path);
  return uri === undefined || source === undefined ? undefined : { uri, range: rangeOf(source, span) };
}

function place(uri: string, whole: Range, selection: Range): Omit<LocationLink, 'originSelectionRange'> {
  return { targetUri: uri, targetRange: whole, targetSelectionRange: selection };
}
