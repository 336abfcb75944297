import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Terminal, UsageError } from './command.ts';

/**
 * Hands a result over: to the standard output, or to a file where one is named.
 * @throws UsageError when the file cannot be written.
 */
export async function deliver(text: string, file: string | undefined, terminal: Terminal): Promise<void> {
  if (file === undefined || file === '-') await terminal.print(text);
  else writeWhole(resolve(terminal.folder, file), text, file);
}

/**
 * Writes a file so that a reader sees the old content or the new, never a part.
 * @throws UsageError when it cannot be written; the file is then as it was.
 */
export function writeWhole(path: string, text: string, shown: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    writeFileSync(temporary, text, { flag: 'wx', ...(mode === undefined ? {} : { mode }) });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UsageError(`cannot write ${shown}: ${reasonOf(error)}`);
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
