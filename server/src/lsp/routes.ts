import * as lsp from 'vscode-languageserver';
import type {
  ControlsMethod,
  ControlsResult,
  DocumentMethod,
  DocumentParams,
  DocumentResult,
} from './protocol.ts';
import type { Registry } from './server.ts';

/** Everything that answers, as one module that is loaded after the handshake. */
export type Methods = typeof import('./methods/all.ts');

const DOCUMENT: DocumentMethod = 'clausewright/document';
const CONTROLS: ControlsMethod = 'clausewright/controls';
const documentKind = new lsp.ProtocolRequestType<DocumentParams, DocumentResult, never, void, void>(DOCUMENT);
const controls = new lsp.RequestType0<ControlsResult, void>(CONTROLS);

/** Which method answers which request. */
export function requests({ request, query }: Registry): void {
  request(lsp.DocumentDiagnosticRequest.type, (all, ...given) => all.diagnostic(...given));
  request(lsp.WorkspaceDiagnosticRequest.type, (all, ...given) => all.workspaceDiagnostic(...given));
  request(lsp.HoverRequest.type, (all, engine, params) => all.hover(engine, params));
  request(lsp.CompletionRequest.type, (all, engine, params) => all.completion(engine, params));
  request(lsp.CompletionResolveRequest.type, (all, engine, item) => all.resolveCompletion(engine, item));
  request(lsp.CodeActionRequest.type, (all, ...given) => all.codeAction(...given));
  request(lsp.CodeActionResolveRequest.type, (all, engine, action) => all.resolveCodeAction(engine, action));
  request(lsp.DefinitionRequest.type, (all, engine, params) => all.definition(engine, params));
  request(lsp.ReferencesRequest.type, (all, engine, params) => all.references(engine, params));
  request(lsp.DocumentHighlightRequest.type, (all, engine, params) => all.documentHighlight(engine, params));
  request(lsp.PrepareRenameRequest.type, (all, engine, params) => all.prepareRename(engine, params));
  request(lsp.RenameRequest.type, (all, engine, params) => all.rename(engine, params));
  request(lsp.WillRenameFilesRequest.type, (all, engine, params) => all.willRenameFiles(engine, params));
  request(lsp.DocumentLinkRequest.type, (all, engine, params) => all.documentLink(engine, params));
  request(lsp.DocumentLinkResolveRequest.type, (all, engine, link) => all.resolveDocumentLink(engine, link));
  request(lsp.DocumentSymbolRequest.type, (all, engine, params) => all.documentSymbol(engine, params));
  request(lsp.WorkspaceSymbolRequest.type, (all, engine, params) => all.workspaceSymbol(engine, params));
  request(lsp.FoldingRangeRequest.type, (all, engine, params) => all.foldingRange(engine, params));
  request(lsp.SelectionRangeRequest.type, (all, engine, params) => all.selectionRange(engine, params));
  request(lsp.CodeLensRequest.type, (all, engine, params) => all.codeLens(engine, params));
  request(lsp.InlayHintRequest.type, (all, engine, params) => all.inlayHint(engine, params));
  request(lsp.TypeHierarchyPrepareRequest.type, (all, engine, params) =>
    all.prepareTypeHierarchy(engine, params),
  );
  request(lsp.TypeHierarchySupertypesRequest.type, (all, engine, params) =>
    all.typeHierarchySupertypes(engine, params),
  );
  request(lsp.TypeHierarchySubtypesRequest.type, (all, engine, params) =>
    all.typeHierarchySubtypes(engine, params),
  );
  request(lsp.TextDocumentContentRequest.type, (all, engine, params) =>
    all.textDocumentContent(engine, params),
  );
  request(documentKind, (all, engine, params) => all.documentKind(engine, params));
  query(controls, (all, engine) => all.controls(engine));
}

/** Which method takes which notification. */
export function notifications({ notification }: Registry): void {
  notification(lsp.DidOpenTextDocumentNotification.type, (all, ...given) => all.didOpen(...given));
  notification(lsp.DidChangeTextDocumentNotification.type, (all, ...given) => all.didChange(...given));
  notification(lsp.DidCloseTextDocumentNotification.type, (all, ...given) => all.didClose(...given));
  notification(lsp.DidChangeWatchedFilesNotification.type, (all, ...given) =>
    all.didChangeWatchedFiles(...given),
  );
}
