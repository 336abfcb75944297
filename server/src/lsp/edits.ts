import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileChange } from '../workspace/change.ts';
import type { ClientTraits } from './client.ts';
import { rangeOf } from './positions.ts';
import { type Realm, sourceAt } from './realm.ts';

/**
 * Changes as the protocol writes them, with the versions they refer to, so that a client refuses them once a text
 * has moved on. Undefined when the client or the realm cannot do them: a file to create where clients create none,
 * a text that is not known.
 */
export function workspaceEdit(
  realm: Realm,
  changes: readonly FileChange[],
  client: ClientTraits,
): WorkspaceEdit | undefined {
  const documentChanges: (TextDocumentEdit | CreateFile)[] = [];
  for (const change of changes) {
    const made = change.kind === 'create' ? created(realm, change, client) : edited(realm, change);
    if (made === undefined) return undefined;
    documentChanges.push(...made);
  }
  return client.documentChanges ? { documentChanges } : plain(documentChanges);
}

function created(
  realm: Realm,
  { path, text }: Extract<FileChange, { kind: 'create' }>,
  client: ClientTraits,
): (TextDocumentEdit | CreateFile)[] | undefined {
  const uri = realm.uriOf(path);
  if (uri === undefined || !client.createsFiles || !client.documentChanges) return undefined;
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}

function edited(
  realm: Realm,
  { path, edits }: Extract<FileChange, { kind: 'edit' }>,
): TextDocumentEdit[] | undefined {
  const uri = realm.uriOf(path);
  const source = sourceAt(realm, path);
  if (uri === undefined || source === undefined) return undefined;
  const version = realm.openAt(path)?.version ?? null;
  return [
    {
      textDocument: { uri, version },
      edits: edits.map(({ span, text }): TextEdit => ({ range: rangeOf(source, span), newText: text })),
    },
  ];
}

/** For clients without versioned edits. */
function plain(documentChanges: readonly (TextDocumentEdit | CreateFile)[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const change of documentChanges) {
    if (!('edits' in change)) continue;
    const edits = change.edits.filter((each): each is TextEdit => 'newText' in each);
    changes[change.textDocument.uri] = [...(changes[change.textDocument.uri] ?? []), ...edits];
  }
  return { changes };
}
