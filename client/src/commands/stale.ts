import type { WorkspaceEdit } from 'vscode-languageclient';

/**
 * Whether a document has changed since the server worked out an edit of it: the edit's places would be those of
 * another text. `versionOf` gives the version of an open document by its URI as the protocol writes it; undefined for
 * one that is not open.
 */
export function isStale(
  { documentChanges = [] }: WorkspaceEdit,
  versionOf: (uri: string) => number | undefined,
): boolean {
  return documentChanges.some(change => {
    if (!('textDocument' in change)) return false;
    const { uri, version } = change.textDocument;
    const now = versionOf(uri);
    return version !== null && now !== undefined && now !== version;
  });
}
