import type { Host, ReadResult } from '../../workspace/host.ts';
import { folderOf, foldersUp } from '../../workspace/paths.ts';
import { git } from './git.ts';
import { treeOf } from './git-objects.ts';
import { hostOf } from './tree-host.ts';

/** A folder as it was in a commit, together with what lies there now and no commit of the repository can hold. */
export interface BesideHost {
  readonly host: Host;
  /** Whether a file is taken from the work tree, as it is now. */
  readonly isBeside: (path: string) => boolean;
}

/**
 * The other side of a comparison with the work tree. Files that git ignores, such as test results, and those of
 * submodules are in no commit of the repository; what they were is not known, and to take them for missing would make
 * all they show a gain of the change. So they count as they are now. `disk` is the host of the folder's work tree.
 * Undefined where git does not know the commit.
 */
export async function besideHost(
  folder: string,
  commit: string,
  disk: Host,
): Promise<BesideHost | undefined> {
  const tree = await treeOf(folder, commit);
  if (tree === undefined) return undefined;
  const held = new Set(tree.files.map(each => each.path));
  const outside = new Set([...(await ignoredIn(folder)), ...tree.submodules.map(path => `${path}/`)]);
  const isBeside = (path: string): boolean => !held.has(path) && isIn(outside, path);
  const past = hostOf(folder, commit, tree);
  if (outside.size === 0) return { host: past, isBeside };
  const beside = (paths: readonly string[]): string[] => paths.filter(isBeside);
  const host: Host = {
    ...past,
    async *list(limit, cancelled) {
      let count = 0;
      for await (const batch of past.list(limit, cancelled)) {
        count += batch.length;
        yield batch;
      }
      for await (const batch of disk.list(limit, cancelled)) {
        const found = beside(batch).slice(0, Math.max(0, limit - count));
        count += found.length;
        if (found.length > 0) yield found;
      }
    },
    async read(paths) {
      const own = beside(paths);
      const found = own.length === 0 ? [] : await disk.read(own);
      const now = new Map(own.map((path, index): [string, ReadResult] => [path, found[index] ?? MISSING]));
      const then = await past.read(paths);
      return paths.map((path, index) => now.get(path) ?? then[index] ?? MISSING);
    },
    async find(paths, limit) {
      const found = await past.find(paths, limit);
      const more = beside(await disk.find(paths, limit));
      return [...new Set([...found, ...more])].slice(0, limit);
    },
    async times(paths) {
      return new Map([
        ...((await past.times?.(paths)) ?? []),
        ...((await disk.times?.(beside(paths))) ?? []),
      ]);
    },
  };
  return { host, isBeside };
}

const MISSING: ReadResult = { kind: 'missing' };

/** Stands for all of a folder. */
const ALL = './';

/** Whether a path, or a folder above it, is one of these; folders end with `/`. */
function isIn(outside: ReadonlySet<string>, path: string): boolean {
  if (outside.has(path) || outside.has(ALL)) return true;
  return foldersUp(folderOf(path)).some(each => outside.has(`${each}/`));
}

/** What git ignores below a folder: files, and whole folders with a `/` behind them. */
async function ignoredIn(folder: string): Promise<readonly string[]> {
  const listing = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
  const printed = await git(folder, listing);
  if (printed !== undefined) return printed.split('\0').filter(path => path !== '');
  // Git gives up on this question inside of an ignored folder.
  return (await git(folder, ['check-ignore', '--quiet', '.'])) === undefined ? [] : [ALL];
}
