import type {
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import type { Context } from '../context.ts';
import type { FileEvent } from '../loader.ts';

/** textDocument/didOpen */
export function didOpen(context: Context, { textDocument }: DidOpenTextDocumentParams): void {
  const { uri, languageId, version, text } = textDocument;
  context.workspace.openDocument(uri, languageId, version, text);
  context.touched();
}

/** textDocument/didChange */
export function didChange(
  context: Context,
  { textDocument, contentChanges }: DidChangeTextDocumentParams,
): void {
  const known = context.workspace.changeDocument(textDocument.uri, contentChanges, textDocument.version);
  if (!known) context.log('error', `A change to ${textDocument.uri}, which is not open, was left out.`);
  context.touched();
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
