// Temporary folders. Tests edit files, so they get a copy of the workspace, never the one in the repository.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Build output and histories that a copy of a workspace does not need. */
const left = new Set(['.git', 'node_modules', '.vscode-test', 'dist']);

/**
 * Where scratch folders are made. VS Code and Chromium put sockets into temporary folders, and on Linux a socket's path
 * has at most 107 characters, so a long `TMPDIR` is passed over.
 */
const base = process.platform === 'linux' && os.tmpdir().length > 30 ? '/tmp' : os.tmpdir();

/** Removes a scratch folder before the process ends. */
export function removeScratch(folder) {
  // Retried because a process that was just killed may still be closing its files.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/**
 * Makes a temporary folder that is removed when this process ends, however it ends.
 * @returns {string} its absolute path
 */
export function scratchFolder() {
  const folder = realpathSync(mkdtempSync(path.join(base, 'clausewright-')));
  process.once('exit', () => removeScratch(folder));
  return folder;
}

/**
 * Makes every program that this process starts from now on keep its temporary files in a scratch folder: VS Code and
 * Chromium leave sockets and folders behind when they are killed. Linux only: elsewhere the base is already too long.
 */
export function keepTemporaryFiles(scratch) {
  if (process.platform !== 'linux') return;
  process.env.TMPDIR = path.join(scratch, 'tmp');
  mkdirSync(process.env.TMPDIR, { recursive: true });
}

/**
 * Copies a workspace folder below a scratch folder, under its own name, which editors show.
 * @returns {string} the absolute path of the copy
 */
export function copyWorkspace(workspace, scratch) {
  const source = path.resolve(workspace);
  const copy = path.join(scratch, 'workspace', path.basename(source));
  cpSync(source, copy, {
    recursive: true,
    filter: file => file === source || !left.has(path.basename(file)),
  });
  return copy;
}
