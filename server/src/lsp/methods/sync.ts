import type {
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import type { Context } from '../context.ts';
import type { FileEvent } from '../loader.ts';

/** textDocument/didOpen */
export function didOpen(context: Context, { textDocument }: DidOpenTextDocumentParams): void {
  const { uri, languageId, version, text } = textDocument;
  // A document without a text would make every later answer about the workspace fail.
  if (typeof uri !== 'string' || typeof text !== 'string') {
    context.log('error', 'A document was opened without a URI or a text; it was left out.');
    return;
  }
  context.workspace.openDocument(uri, languageId, version, text);
  context.touched();
}

/** textDocument/didChange */
export function didChange(
  context: Context,
  { textDocument, contentChanges }: DidChangeTextDocumentParams,
): void {
  if (!Array.isArray(contentChanges) || !contentChanges.every(isChange)) {
    context.log('error', `A change to ${textDocument.uri} that is none was left out.`);
    return;
  }
  const known = context.workspace.changeDocument(textDocument.uri, contentChanges, textDocument.version);
  if (!known) context.log('error', `A change to ${textDocument.uri}, which is not open, was left out.`);
  context.touched();
}

/** Whether a change is what the protocol says. One that is not would leave a text that no editor shows. */
function isChange(change: TextDocumentContentChangeEvent): boolean {
  if (typeof change?.text !== 'string') return false;
  if (!('range' in change)) return true;
  const { start, end } = change.range ?? {};
  return [start?.line, start?.character, end?.line, end?.character].every(Number.isFinite);
}

/** textDocument/didClose */
export function didClose(context: Context, { textDocument }: DidCloseTextDocumentParams): void {
  const path = context.workspace.closeDocument(textDocument.uri);
  if (path !== undefined) context.loader().reread(path);
  context.touched();
}

/** workspace/didChangeWatchedFiles */
export function didChangeWatchedFiles(context: Context, { changes }: DidChangeWatchedFilesParams): void {
  const events = changes.flatMap(({ uri, type }): FileEvent[] => {
    const path = context.workspace.locations.pathOf(uri);
    return path === undefined ? [] : [{ path, kind: KIND[type] ?? 'changed' }];
  });
  context.loader().notice(events);
}

const KIND: Readonly<Record<FileChangeType, FileEvent['kind']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};
