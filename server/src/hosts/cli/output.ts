import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
  // The standard output may be a socket, which cannot be opened by its name.
  if (file === undefined || file === '-' || file === '/dev/stdout')
    for (const piece of pieces) await terminal.print(piece);
  else writeWhole(resolve(terminal.folder, file), pieces, file);
}

/**
 * Hands over a result that is no text: to a file, as a terminal has no use for it.
 * @throws UsageError when no file is named, or it cannot be written.
 */
export function deliverBytes(
  bytes: Uint8Array,
  file: string | undefined,
  what: string,
  terminal: Terminal,
): void {
  if (file === undefined || file === '-')
    throw new UsageError(`${what} is no text; name a file for it with --output`);
  writeWhole(resolve(terminal.folder, file), [bytes], file);
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
 * Writes a file so that a reader sees the old content or the new, never a part. A link stays one, and what it leads to
 * is written, with its permissions; pipes and devices are written to and never replaced, nor is a file that may not be
 * written.
 * `isStill` is asked in the last moment whether the file is as it was read, so that nobody's change is written over.
 * @throws UsageError when it cannot be written; the file is then as it was.
 */
export function writeWhole(
  path: string,
  text: string | Iterable<string | Uint8Array>,
  shown: string,
  isStill: () => boolean = () => true,
): void {
  const pieces = typeof text === 'string' ? [text] : text;
  let temporary: string | undefined;
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) throw new UsageError(`cannot write ${shown}: ${REASONS['EISDIR']}`);
    if (STREAMS.test(path) || stats?.isFile() === false) {
      writePieces(openSync(path, 'w'), pieces);
      return;
    }
    const target = stats === undefined ? path : realpathSync(path);
    // Moving another file there would need no permission for this one.
    if (stats !== undefined) accessSync(target, constants.W_OK);
    temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    writePieces(openSync(temporary, 'wx', stats?.mode), pieces, stats?.mode);
    if (!isStill())
      throw new UsageError(`${shown} was left as it is: somebody else has changed it meanwhile`);
    renameSync(temporary, target);
  } catch (error) {
    if (temporary !== undefined) discard(temporary);
    throw error instanceof UsageError ? error : new UsageError(`cannot write ${shown}: ${reasonOf(error)}`);
  }
}

/** Names by which a process reaches what it has open, be it a file or not. */
const STREAMS = /^\/(?:dev\/(?:std(?:out|err)$|fd\/)|proc\/)/;

function writePieces(file: number, pieces: Iterable<string | Uint8Array>, mode?: number): void {
  try {
    if (mode !== undefined) fchmodSync(file, mode); // what a file is created with goes through the user's mask
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a file that is not there yet, whole or not at all.
 * @throws UsageError when something is there, which stays as it was, or when it cannot be written.
 */
export function writeNew(path: string, text: string, shown: string): void {
  const taken = (): UsageError => new UsageError(`${shown} is there already; it was left as it is`);
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw taken();
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    moveToFree(temporary, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw taken();
    throw new UsageError(`cannot write ${shown}: ${reasonOf(error)}`);
  } finally {
    discard(temporary);
  }
}

/** A link refuses to replace what somebody else has created meanwhile; where there are no links, a look has to do. */
function moveToFree(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST') || lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw error;
    renameSync(temporary, path);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
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
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'a file may not be that large here',
  EPIPE: 'nobody reads it any more',
};

/** Why the file system refused, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
