import type { Host, ReadResult } from '../../workspace/host.ts';
import type { AuthorsFact, TimeFact } from '../../workspace/host-facts.ts';
import { inSkippedFolder } from '../../workspace/skipped.ts';
import { decoded, MOST_BYTES } from './decode.ts';
import { lastCommit } from './git.ts';
import { blobs, type Tree, type TreeFile, treeOf } from './git-objects.ts';
import { authorsAt, revisions, timeOfCommit } from './history.ts';

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
  const tree = await treeOf(folder, commit);
  return tree === undefined ? undefined : hostOf(folder, commit, tree);
}

/** The host of a tree that was read. */
export function hostOf(folder: string, commit: string, tree: Tree): Host {
  const files = new Map(tree.files.map(each => [each.path, each]));
  const sorted = [...files.keys()].sort();
  const known = (paths: readonly string[]): TreeFile[] => paths.flatMap(path => files.get(path) ?? []);
  return {
    async *list(limit, cancelled) {
      const paths = sorted.filter(path => !inSkippedFolder(path));
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
      const found = paths.flatMap(path => (files.has(path) ? [path] : below(sorted, `${path}/`)));
      return found.slice(0, limit);
    },
    times: paths => eachOf(known(paths), file => timeOf(folder, commit, file.path)),
    authors: async paths => {
      const authors = await eachOf(known(paths), file => authorsAt(folder, commit, file.path));
      return new Map(paths.map((path): [string, AuthorsFact] => [path, authors.get(path) ?? {}]));
    },
    async *history(path, limit, wanted) {
      if (files.has(path)) yield* revisions(folder, path, { limit, from: commit, wanted });
    },
    commitTime: id => timeOfCommit(folder, id),
  };
}

/** The texts of a sorted list that begin so. */
function below(sorted: readonly string[], beginning: string): readonly string[] {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < beginning) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (sorted[end]?.startsWith(beginning) === true) end += 1;
  return sorted.slice(from, end);
}

async function contentsOf(folder: string, files: readonly TreeFile[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  let ids = new Set<string>();
  let size = 0;
  const flush = async (): Promise<void> => {
    for (const [id, bytes] of await blobs(folder, [...ids])) found.set(id, bytes);
    ids = new Set();
    size = 0;
  };
  for (const file of files) {
    if (file.size > MOST_BYTES) continue;
    if (size + file.size > MOST_AT_ONCE) await flush();
    ids.add(file.blob);
    size += file.size;
  }
  await flush();
  return found;
}

async function timeOf(folder: string, commit: string, path: string): Promise<TimeFact | undefined> {
  const time = await lastCommit(folder, commit, path);
  return time === 'unknown' ? undefined : time;
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
