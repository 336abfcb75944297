import { closeSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Terminal, UsageError } from './command.ts';

/**
 * Hands a result over: to the standard output, or to a file where one is named.
 * @throws UsageError when the file cannot be written.
 */
export async function deliver(
  text: string | Iterable<string>,
  file: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const pieces = typeof text === 'string' ? [text] : gathered(text);
  if (file === undefined || file === '-') for (const piece of pieces) await terminal.print(piece);
  else writeWhole(resolve(terminal.folder, file), pieces, file);
}

/** Pieces of a text put together to some size, so that not each one is a call to the system. */
function* gathered(pieces: Iterable<string>): Iterable<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** Characters that are written at once. */
const PIECE = 65_536;

/**
 * Writes a file so that a reader sees the old content or the new, never a part.
 * @throws UsageError when it cannot be written; the file is then as it was.
 */
export function writeWhole(path: string, text: string | Iterable<string>, shown: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    const file = openSync(temporary, 'wx', mode);
    try {
      for (const piece of typeof text === 'string' ? [text] : text) writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    discard(temporary);
    throw new UsageError(`cannot write ${shown}: ${reasonOf(error)}`);
  }
}

function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // It was never made: that the first step failed is what the user is told.
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ENOSPC: 'the disk is full',
};

/** Why the file system refused, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
