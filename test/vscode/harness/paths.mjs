// Where things are. Everything is derived from this file's own place, so that the harness works from any working folder.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository root, which is also the extension's development folder. */
export const repositoryRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Downloads of VS Code; git-ignored, and the folder that `@vscode/test-electron` uses by itself. */
export const vscodeTestFolder = path.join(repositoryRoot, '.vscode-test');

/** The VS Code server and its own Node, put there by `offline/setup.mjs`. */
export const offlineFolder = path.join(vscodeTestFolder, 'offline');

/** Bundled test suites; git-ignored. */
export const bundleFolder = path.join(repositoryRoot, 'dist-test');

/** The workspace that is opened when none is named. */
export const defaultWorkspace = path.join(repositoryRoot, 'examples', 'credit-scoring');

/** The stand-in for the `code` executable. */
export const codeOffline = path.join(repositoryRoot, 'test', 'vscode', 'offline', 'code-offline.mjs');
