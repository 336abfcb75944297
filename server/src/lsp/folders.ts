import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { withoutEnd } from '../text/trim.ts';
import { keyOf, lastParts, type NamedFolder } from './uris.ts';

/** The folders that a client opens, however old it is. */
export function foldersOf(params: InitializeParams): NamedFolder[] {
  if (params.workspaceFolders != null) return [...params.workspaceFolders];
  const uri = params.rootUri ?? (params.rootPath == null ? undefined : uriOfPath(params.rootPath));
  return uri === undefined ? [] : [{ uri, name: lastParts(uri, 1)[0] ?? 'workspace' }];
}

/** The folders after some were added and removed. */
export function foldersAfter(
  folders: readonly NamedFolder[],
  { added, removed }: WorkspaceFoldersChangeEvent,
): NamedFolder[] {
  const id = (uri: string): string => withoutEnd(keyOf(uri) ?? uri, /\//);
  const gone = new Set(removed.map(each => id(each.uri)));
  return [...folders.filter(each => !gone.has(id(each.uri))), ...added];
}

function uriOfPath(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const parts = slashed.split('/').map(encodeURIComponent).join('/');
  return `file://${slashed.startsWith('/') ? '' : '/'}${parts}`;
}
