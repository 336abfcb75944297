import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Host, ReadResult } from '../../workspace/host.ts';
import type { AuthorsFact } from '../../workspace/host-facts.ts';
import { inFolder } from '../../workspace/paths.ts';
import { SKIPPED_FOLDERS } from '../../workspace/skipped.ts';
import { decoded, MOST_BYTES } from './decode.ts';
import { changeTimes, git } from './git.ts';
import { lineAuthors, revisions, timeOfCommit } from './history.ts';
import { pastOfFolders } from './past.ts';
import { repositoryOf } from './repository.ts';
import { type HostRoot, isDenied, Roots } from './roots.ts';

export type { HostRoot } from './roots.ts';

const BATCH = 512;
/** Milliseconds for which the disk is read without letting others have a turn. */
const SLICE = 8;

/**
 * Workspace folders on a disk. Files are read without promises, which is several times faster for many small files,
 * in slices of a few milliseconds so that a server stays answerable meanwhile.
 */
export function nodeHost(folders: readonly HostRoot[], options: { readonly git?: boolean } = {}): Host {
  const roots = new Roots(folders);
  return {
    async *list(limit, cancelled) {
      roots.renew();
      roots.denied.clear();
      for (const prefix of roots.prefixes) yield* filesBelow(roots, prefix, limit, cancelled);
    },
    denied: () => [...roots.denied],
    async read(paths) {
      roots.renew();
      const turn = slices();
      const results: ReadResult[] = [];
      for (const path of paths) {
        results.push(readOne(roots, path));
        await turn();
      }
      return results;
    },
    async find(paths, limit) {
      roots.renew();
      const found: string[] = [];
      for (const path of paths) {
        const place = roots.place(path);
        if (place === undefined || !roots.isSpelledSo(path)) continue;
        if (place.stats.isFile()) found.push(path);
        if (place.stats.isDirectory())
          for await (const batch of filesBelow(roots, path, limit - found.length, () => false))
            found.push(...batch);
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },
    async times(paths) {
      roots.renew();
      const files = new Map<string, string>();
      for (const path of paths) {
        const place = roots.place(path);
        if (place?.stats.isFile() === true) files.set(place.file, path);
      }
      const times = await changeTimes([...files.keys()], options.git !== false);
      return new Map([...times].map(([file, time]) => [files.get(file) ?? file, time]));
    },
    async authors(paths) {
      roots.renew();
      const authors = new Map<string, AuthorsFact>();
      const queue = [...paths];
      const worker = async (): Promise<void> => {
        for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
          const file = options.git === false ? undefined : fileAt(roots, path);
          authors.set(path, (file === undefined ? undefined : await lineAuthors(file)) ?? {});
        }
      };
      await Promise.all(Array.from({ length: 4 }, worker));
      return authors;
    },
    async identity() {
      const folder = roots.place(roots.prefixes[0] ?? '')?.file;
      if (folder === undefined || options.git === false) return undefined;
      for (const key of ['user.email', 'user.name']) {
        const said = (await git(folder, ['config', '--get', key]))?.trim() ?? '';
        if (said !== '') return said;
      }
      return undefined;
    },
    async repository(folder) {
      roots.renew();
      const place =
        options.git === false ? undefined : roots.place(folder === '' ? (roots.prefixes[0] ?? '') : folder);
      return place?.stats.isDirectory() === true ? repositoryOf(place.file) : undefined;
    },
    ...(options.git === false
      ? {}
      : { past: pastOfFolders(folders, folder => nodeHost([{ prefix: '', folder }])) }),
    async *history(path, limit, wanted) {
      roots.renew();
      const file = options.git === false ? undefined : fileAt(roots, path);
      if (file !== undefined) yield* revisions(dirname(file), basename(file), { limit, wanted });
    },
    async commitTime(commit) {
      if (options.git === false) return undefined;
      for (const prefix of roots.prefixes) {
        const folder = roots.place(prefix)?.file;
        const time = folder === undefined ? undefined : await timeOfCommit(folder, commit);
        if (time !== undefined) return time;
      }
      return undefined;
    },
  };
}

function fileAt(roots: Roots, path: string): string | undefined {
  const place = roots.place(path);
  return place?.stats.isFile() === true ? place.file : undefined;
}

/** Files below a folder in batches. Links to folders are not followed, so that no file has two paths. */
async function* filesBelow(
  roots: Roots,
  start: string,
  limit: number,
  cancelled: () => boolean,
): AsyncIterable<readonly string[]> {
  const folders = [start];
  const turn = slices();
  let batch: string[] = [];
  let count = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (cancelled() || count >= limit) break;
    for (const entry of roots.entries(folder)) {
      const path = inFolder(folder, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name)) folders.push(path);
      } else if (entry.isFile() || (entry.isSymbolicLink() && roots.place(path)?.stats.isFile() === true)) {
        batch.push(path);
        count += 1;
      }
    }
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
    await turn();
  }
  if (batch.length > 0) yield batch;
}

function readOne(roots: Roots, path: string): ReadResult {
  const place = roots.place(path);
  if (place === undefined || !place.stats.isFile()) return { kind: 'missing' };
  if (place.stats.size > MOST_BYTES) return { kind: 'unreadable', why: 'too-large' };
  try {
    return decoded(readFileSync(place.file));
  } catch (error) {
    // Else it is gone since it was seen.
    return isDenied(error) ? { kind: 'unreadable', why: 'denied' } : { kind: 'missing' };
  }
}

/** Gives others a turn when a slice is used up. */
function slices(): () => Promise<void> | undefined {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < SLICE) return undefined;
    return nextTurn().then(() => {
      begun = performance.now();
    });
  };
}
