import type { InitializeParams } from 'vscode-languageserver';
import { optionsOf } from './options.ts';

/** What the client can do, as far as the server behaves differently. */
export interface ClientTraits {
  /** Asks for diagnostics itself; others are sent them. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** Edits with document versions. */
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  readonly codeActionLiterals: boolean;
  /** Takes a code action's edit when it is chosen. */
  readonly resolvesEdits: boolean;
  readonly watchesFiles: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  readonly markdownHover: boolean;
  readonly snippets: boolean;
  /** Takes from an item how its further lines are indented. */
  readonly insertTextModes: boolean;
  /** Shows a note beside each item of a list, not only beside the selected one. */
  readonly labelDetails: boolean;
  /** Has VS Code's command that opens the list of suggestions. */
  readonly suggestsAgain: boolean;
  /** Has the commands that lenses run. */
  readonly showsPlaces: boolean;
  /** Has the commands that sign-offs and review comments run. */
  readonly reviews: boolean;
  readonly hierarchicalSymbols: boolean;
  /** Takes the origin and the whole of a definition beside its place. */
  readonly definitionLinks: boolean;
  /** Shows pages whose text the server gives. */
  readonly showsPages: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesSemanticTokens: boolean;
}

/** Reads a client's capabilities. */
export function clientTraits({ capabilities, initializationOptions }: InitializeParams): ClientTraits {
  const { textDocument = {}, workspace = {}, window = {} } = capabilities ?? {};
  const action = textDocument.codeAction;
  const published = { ...textDocument.publishDiagnostics, ...textDocument.diagnostic };
  return {
    pullsDiagnostics: textDocument.diagnostic !== undefined,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    relatedInformation: published.relatedInformation === true,
    codeDescription: published.codeDescriptionSupport === true,
    documentChanges: workspace.workspaceEdit?.documentChanges === true,
    createsFiles: workspace.workspaceEdit?.resourceOperations?.includes('create') === true,
    codeActionLiterals: action?.codeActionLiteralSupport !== undefined,
    resolvesEdits:
      action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    configuration: workspace.configuration === true,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace.workspaceFolders === true,
    progress: window.workDoneProgress === true,
    markdownHover: textDocument.hover?.contentFormat?.includes('markdown') ?? true,
    snippets: textDocument.completion?.completionItem?.snippetSupport === true,
    insertTextModes: textDocument.completion?.completionItem?.insertTextModeSupport !== undefined,
    labelDetails: textDocument.completion?.completionItem?.labelDetailsSupport === true,
    suggestsAgain: optionsOf(initializationOptions).suggestsAgain === true,
    showsPlaces: optionsOf(initializationOptions).showsPlaces === true,
    reviews: optionsOf(initializationOptions).reviews === true,
    hierarchicalSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument.definition?.linkSupport === true,
    showsPages: workspace.textDocumentContent !== undefined,
    refreshesCodeLenses: workspace.codeLens?.refreshSupport === true,
    refreshesSemanticTokens: workspace.semanticTokens?.refreshSupport === true,
    refreshesInlayHints: workspace.inlayHint?.refreshSupport === true,
  };
}
