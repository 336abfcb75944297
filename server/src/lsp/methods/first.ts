// Loaded after the handshake: what follows documents and tells their findings.
export { diagnostic } from './diagnostic.ts';
export { didChange, didChangeWatchedFiles, didClose, didOpen } from './sync.ts';
export { workspaceDiagnostic } from './workspace-diagnostic.ts';
