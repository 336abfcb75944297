import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { destinationsOf } from '../../features/destination.ts';
import { documentLinks } from '../../features/document-links.ts';
import { documentOf } from '../at.ts';
import type { Context } from '../context.ts';
import { linkTo } from '../destinations.ts';
import { withPlace } from '../pages.ts';
import { rangeOf } from '../positions.ts';

/** By what a link's place is found when it is followed. */
interface LinkData {
  readonly uri: string;
  readonly path: string;
  readonly fragment: string;
}

/** textDocument/documentLink */
export function documentLink(context: Context, params: DocumentLinkParams): DocumentLink[] | null {
  const view = documentOf(context, params);
  if (view === undefined) return null;
  return documentLinks(view.session, view.path).flatMap(({ span, target }): DocumentLink[] => {
    const range = rangeOf(view.source, span);
    if (target.kind === 'url') return [{ range, target: target.url }];
    const uri = view.realm.uriOf(target.path);
    if (uri === undefined) return [];
    if (target.fragment === undefined) return [{ range, target: uri }];
    const data: LinkData = { uri: view.uri, path: target.path, fragment: target.fragment };
    return [{ range, data }];
  });
}

/** documentLink/resolve: finds the section or line that a link names. */
export async function resolveDocumentLink(context: Context, link: DocumentLink): Promise<DocumentLink> {
  const data: unknown = link.data;
  if (!context.workspace.isLoaded) await context.loader().ready;
  const view = isLinkData(data) ? context.workspace.view(data.uri) : undefined;
  if (!isLinkData(data) || view === undefined) return link;
  const { path, fragment } = data;
  const [destination] = destinationsOf(view.session, { kind: 'file', path, fragment });
  const found = destination === undefined ? undefined : linkTo(view.realm, destination, context.client);
  const target =
    found === undefined
      ? view.realm.uriOf(path)
      : withPlace(found.targetUri, found.targetSelectionRange.start);
  return target === undefined ? link : { range: link.range, target };
}

function isLinkData(data: unknown): data is LinkData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'uri' in data &&
    typeof data.uri === 'string' &&
    'path' in data &&
    typeof data.path === 'string' &&
    'fragment' in data &&
    typeof data.fragment === 'string'
  );
}
