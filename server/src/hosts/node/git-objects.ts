import { spawn } from 'node:child_process';
import { gitCall } from './git.ts';
import { linkedFiles } from './tree-links.ts';

/** A file of a commit. */
export interface TreeFile {
  /** Relative to the folder that was asked about, with `/`. */
  readonly path: string;
  /** Id of its content. */
  readonly blob: string;
  readonly size: number;
}

/** What a commit holds below a folder. */
export interface Tree {
  readonly files: readonly TreeFile[];
  /** Folders of submodules: the commit names a commit of another repository, and has none of its files. */
  readonly submodules: readonly string[];
}

/**
 * What a commit holds below a folder; undefined where git does not know the commit. Links to files of the folder stand
 * for these. The folder is one of the work tree and need not be in the commit. Never rejects.
 */
export async function treeOf(folder: string, commit: string): Promise<Tree | undefined> {
  const printed = await outputOf(folder, ['ls-tree', '-r', '-z', '--long', commit]);
  if (printed === undefined) return undefined;
  const files: TreeFile[] = [];
  const links: TreeFile[] = [];
  const submodules: string[] = [];
  for (const line of rowsOf(printed)) {
    const [, mode, kind, blob, size, path] = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(line) ?? [];
    if (blob === undefined || path === undefined) continue;
    if (kind === 'commit') submodules.push(path);
    else if (mode === LINK) links.push({ path, blob, size: Number(size) });
    else files.push({ path, blob, size: Number(size) });
  }
  if (links.length === 0) return { files, submodules };
  const targets = await blobs(folder, [...new Set(links.map(link => link.blob))]);
  const byPath = new Map(files.map(file => [file.path, file]));
  const linked = linkedFiles(byPath, links, link => targets.get(link.blob)?.toString('utf8'));
  return { files: [...files, ...linked], submodules };
}

/** The texts between zero bytes; one text of all would be longer than it may be for very large repositories. */
function* rowsOf(printed: Buffer): Iterable<string> {
  let from = 0;
  for (let end = printed.indexOf(0); end >= 0; end = printed.indexOf(0, from)) {
    yield printed.toString('utf8', from, end);
    from = end + 1;
  }
}

/** What git prints, of any length; undefined where it refuses. Never rejects. */
function outputOf(folder: string, args: readonly string[]): Promise<Buffer | undefined> {
  return new Promise(resolve => {
    const { command, args: all, options } = gitCall(folder, args);
    const child = spawn(command, all, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('error', () => resolve(undefined));
    child.on('close', code => resolve(code === 0 ? Buffer.concat(pieces) : undefined));
  });
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
