// Loaded as one piece after the handshake.
export { codeAction, resolveCodeAction } from './code-action.ts';
export { completion, resolveCompletion } from './completion.ts';
export { definition } from './definition.ts';
export { diagnostic } from './diagnostic.ts';
export { documentLink, resolveDocumentLink } from './document-link.ts';
export { prepareTypeHierarchy, typeHierarchySubtypes, typeHierarchySupertypes } from './hierarchy.ts';
export { codeLens, inlayHint } from './hints.ts';
export { hover } from './hover.ts';
export { controls, documentKind, textDocumentContent } from './pages.ts';
export { foldingRange, selectionRange } from './ranges.ts';
export { documentHighlight, references } from './references.ts';
export { prepareRename, rename, willRenameFiles } from './rename.ts';
export { documentSymbol, workspaceSymbol } from './symbols.ts';
export { didChange, didChangeWatchedFiles, didClose, didOpen } from './sync.ts';
export { workspaceDiagnostic } from './workspace-diagnostic.ts';
