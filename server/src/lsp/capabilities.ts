import type { InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import { FileOperationPatternKind, TextDocumentSyncKind } from 'vscode-languageserver';

/** Kind of the code action that applies every safe fix of a document. */
export const FIX_ALL = 'source.fixAll.clausewright';

/** Scheme of the read-only pages that show an item of a catalog. */
export const CATALOG_SCHEME = 'clausewright-catalog';

/** Those of features/complete.ts, which is loaded after the handshake. */
const COMPLETION_TRIGGERS = [':', ' ', '/', '#', '-', ',', '[', '"', "'", '.'];

/** Types and modifiers of semantic tokens: those of features/tokens/token.ts, which is loaded after the handshake. */
const SEMANTIC_LEGEND = {
  tokenTypes: ['control', 'evidence'],
  tokenModifiers: ['unknown', 'excluded', 'suspect', 'weak'],
};

/** Group under which the client shows the diagnostics. */
export const IDENTIFIER = 'clausewright';

/** What the server can do, told in answer to the initialize request. */
export function serverCapabilities({ capabilities }: InitializeParams): ServerCapabilities {
  const pages = capabilities?.workspace?.textDocumentContent !== undefined;
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    diagnosticProvider: { identifier: IDENTIFIER, interFileDependencies: true, workspaceDiagnostics: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: true },
    codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL, 'refactor'], resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: { resolveProvider: true },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    typeHierarchyProvider: true,
    semanticTokensProvider: { legend: SEMANTIC_LEGEND, full: true, range: true },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        willRename: {
          filters: [
            { pattern: { glob: '**/*', matches: FileOperationPatternKind.file } },
            { pattern: { glob: '**/*', matches: FileOperationPatternKind.folder } },
          ],
        },
      },
      ...(pages ? { textDocumentContent: { schemes: [CATALOG_SCHEME] } } : {}),
    },
  };
}
