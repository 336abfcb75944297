import type { LinkTargets } from '../features/markdown.ts';
import { CATALOG_SCHEME } from './capabilities.ts';
import type { ClientTraits } from './client.ts';
import { positionOf } from './positions.ts';
import { type Realm, sourceAt } from './realm.ts';
import { lastParts } from './uris.ts';

/** URI of the page that explains an item of a catalog. */
export function pageUri(framework: string, id: string): string {
  return `${CATALOG_SCHEME}:/${encodeURIComponent(framework)}/${encodeURIComponent(id)}.md`;
}

/** URI of the page of a qualified id. */
export function pageOf(qualified: string): string {
  const colon = qualified.indexOf(':');
  return pageUri(qualified.slice(0, colon), qualified.slice(colon + 1));
}

/** The qualified id whose page a URI names. */
export function idOfPage(uri: string): string | undefined {
  if (!uri.startsWith(`${CATALOG_SCHEME}:`)) return undefined;
  const [framework, name] = lastParts(uri, 2);
  return framework === undefined || name === undefined
    ? undefined
    : `${framework}:${name.replace(/\.md$/, '')}`;
}

/** A URI with a place in it, as editors follow it: `#L12,5`, both counted from 1. */
export function withPlace(
  uri: string,
  position: { readonly line: number; readonly character: number },
): string {
  return `${uri}#L${position.line + 1},${position.character + 1}`;
}

/** What the link tokens of our Markdown become for a client. */
export function linkTargets(realm: Realm, client: ClientTraits): LinkTargets {
  return {
    file(path, span) {
      const uri = realm.uriOf(path);
      const source = span === undefined ? undefined : sourceAt(realm, path);
      if (uri === undefined || span === undefined || source === undefined) return uri;
      return withPlace(uri, positionOf(source, span.start));
    },
    control: (framework, id) => (client.showsPages ? pageUri(framework, id) : undefined),
  };
}
