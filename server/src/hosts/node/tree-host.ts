import type { AuthorsFact, TimeFact } from '../../workspace/graph.ts';
import type { Host, ReadResult } from '../../workspace/host.ts';
import { inSkippedFolder } from '../../workspace/skipped.ts';
import { decoded, MOST_BYTES } from './decode.ts';
import { git } from './git.ts';
import { blobs, type TreeFile, treeFiles } from './git-objects.ts';
import { authorsAt } from './history.ts';

const BATCH = 512;
/** Bytes that are asked for at once. */
const MOST_AT_ONCE = 64 * 1024 * 1024;
/** Questions to git at a time. */
const TOGETHER = 4;

/**
 * A folder as it was in a commit, read from git's objects: the work tree is neither looked at nor changed. Undefined
 * where git does not know the commit.
 */
export async function treeHost(folder: string, commit: string): Promise<Host | undefined> {
  const all = await treeFiles(folder, commit);
  if (all === undefined) return undefined;
  const files = new Map(all.map(each => [each.path, each]));
  const known = (paths: readonly string[]): TreeFile[] => paths.flatMap(path => files.get(path) ?? []);
  return {
    async *list(limit, cancelled) {
      const paths = all.map(each => each.path).filter(path => !inSkippedFolder(path));
      for (let from = 0; from < Math.min(limit, paths.length) && !cancelled(); from += BATCH)
        yield paths.slice(from, from + BATCH);
    },
    async read(paths) {
      const contents = await contentsOf(folder, known(paths));
      return paths.map((path): ReadResult => {
        const file = files.get(path);
        if (file === undefined) return { kind: 'missing' };
        if (file.size > MOST_BYTES) return { kind: 'unreadable', why: 'too-large' };
        const bytes = contents.get(file.blob);
        return bytes === undefined ? { kind: 'missing' } : decoded(bytes);
      });
    },
    async find(paths, limit) {
      const found = paths.flatMap(path =>
        files.has(path) ? [path] : all.map(each => each.path).filter(each => each.startsWith(`${path}/`)),
      );
      return found.slice(0, limit);
    },
    times: paths => eachOf(known(paths), file => timeOf(folder, commit, file.path)),
    authors: async paths => {
      const authors = await eachOf(known(paths), file => authorsAt(folder, commit, file.path));
      return new Map(paths.map((path): [string, AuthorsFact] => [path, authors.get(path) ?? {}]));
    },
  };
}

async function contentsOf(folder: string, files: readonly TreeFile[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  let ids = new Set<string>();
  let size = 0;
  const fetch = async (): Promise<void> => {
    for (const [id, bytes] of await blobs(folder, [...ids])) found.set(id, bytes);
    ids = new Set();
    size = 0;
  };
  for (const file of files) {
    if (file.size > MOST_BYTES) continue;
    if (size + file.size > MOST_AT_ONCE) await fetch();
    ids.add(file.blob);
    size += file.size;
  }
  await fetch();
  return found;
}

async function timeOf(folder: string, commit: string, path: string): Promise<TimeFact | undefined> {
  const time = (await git(folder, ['log', '-1', '--format=%cI', commit, '--', path]))?.trim();
  return time === undefined || time === '' ? undefined : { at: time, basis: 'git' };
}

/** Asks about several files at a time; those without an answer are left out. */
async function eachOf<T>(
  files: readonly TreeFile[],
  ask: (file: TreeFile) => Promise<T | undefined>,
): Promise<ReadonlyMap<string, T>> {
  const answers = new Map<string, T>();
  const queue = [...files];
  const worker = async (): Promise<void> => {
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      const answer = await ask(file);
      if (answer !== undefined) answers.set(file.path, answer);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
  return answers;
}
