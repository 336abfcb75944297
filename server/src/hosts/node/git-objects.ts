import { spawn } from 'node:child_process';
import { gitBytes, gitCall } from './git.ts';
import { linkedFiles } from './tree-links.ts';

/** A file of a commit. */
export interface TreeFile {
  /** Relative to the folder that was asked about, with `/`. */
  readonly path: string;
  /** Id of its content. */
  readonly blob: string;
  readonly size: number;
}

/**
 * The files of a commit below a folder, submodules left out; undefined where git does not know the commit. Links to
 * files of the folder stand for these. The folder is one of the work tree and need not be in the commit. Never rejects.
 */
export async function treeFiles(folder: string, commit: string): Promise<TreeFile[] | undefined> {
  const printed = await gitBytes(folder, ['ls-tree', '-r', '-z', '--long', commit]);
  if (printed === undefined) return undefined;
  const files: TreeFile[] = [];
  const links: TreeFile[] = [];
  for (const line of printed.toString('utf8').split('\0')) {
    const [, mode, blob, size, path] = /^(\d{6}) blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
    if (blob === undefined || path === undefined) continue;
    if (mode === LINK) links.push({ path, blob, size: Number(size) });
    else files.push({ path, blob, size: Number(size) });
  }
  if (links.length === 0) return files;
  const targets = await blobs(folder, [...new Set(links.map(link => link.blob))]);
  const byPath = new Map(files.map(file => [file.path, file]));
  return [...files, ...linkedFiles(byPath, links, link => targets.get(link.blob)?.toString('utf8'))];
}

/** The mode of a symbolic link. */
const LINK = '120000';

/**
 * The contents of objects, by id; those that git does not have, as of a partial clone, are left out. Never rejects.
 */
export function blobs(folder: string, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  if (ids.length === 0) return Promise.resolve(new Map());
  return new Promise(resolve => {
    const { command, args, options } = gitCall(folder, ['cat-file', '--batch']);
    const child = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'ignore'] });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    // A git that ends early closes its input; what it has said until then counts.
    child.stdin.on('error', () => undefined);
    child.on('error', () => resolve(new Map()));
    child.on('close', () => resolve(batchOf(Buffer.concat(pieces))));
    child.stdin.end(ids.map(id => `${id}\n`).join(''));
  });
}

/** Reads what `git cat-file --batch` prints: a line with id, type and size, then the content and a line break. */
function batchOf(printed: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  let at = 0;
  for (;;) {
    const end = printed.indexOf(10, at);
    if (end < 0) return found;
    const [id = '', type, size] = printed.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue; // "<id> missing"
    const length = Number(size);
    if (type === 'blob' && at + length <= printed.length) found.set(id, printed.subarray(at, at + length));
    at += length + 1;
  }
}
