import { mayBeDocument } from '../model/recognise.ts';
import type { Host } from './host.ts';
import type { Session } from './session.ts';

/** More files than this are a tree that was opened by mistake; what was found up to here is used. */
export const MOST_FILES = 200_000;

const BATCH = 64;

/** How loading went. */
export interface LoadReport {
  readonly files: number;
  /** Whether the limit cut the list short. */
  readonly truncated: boolean;
  /** Files that could be documents by their name but were not read. */
  readonly unreadable: readonly { readonly path: string; readonly why: 'binary' | 'too-large' }[];
}

/** What loading may be told along the way. */
export interface LoadOptions {
  /** Asked between batches; true ends loading with what is there. */
  readonly cancelled?: () => boolean;
  /** Called after each batch with the number of files read and the number known so far. */
  readonly progress?: (read: number, known: number) => void;
  /** Drops trees after reading, for workspaces that nobody edits. */
  readonly release?: boolean;
}

/** Fills a session from a host: lists all files, reads those that can be documents, then what entries point into. */
export async function loadWorkspace(
  session: Session,
  host: Host,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const cancelled = options.cancelled ?? (() => false);
  const unreadable: { path: string; why: 'binary' | 'too-large' }[] = [];
  let files = 0;
  const candidates: string[] = [];
  for await (const batch of host.list(MOST_FILES, cancelled)) {
    session.setFiles(batch);
    files += batch.length;
    candidates.push(...batch.filter(mayBeDocument));
  }
  candidates.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  let read = 0;
  const readAll = async (paths: readonly string[]): Promise<void> => {
    for (let from = 0; from < paths.length && !cancelled(); from += BATCH) {
      const batch = paths.slice(from, from + BATCH);
      for (const [index, result] of (await host.read(batch)).entries()) {
        const path = batch[index] ?? '';
        if (result.kind === 'unreadable') unreadable.push({ path, why: result.why });
        if (result.kind !== 'text') continue;
        session.setText(path, result.source);
        if (options.release === true) session.release(path);
      }
      read += batch.length;
      options.progress?.(read, files);
    }
  };
  await readAll(candidates);
  await readAll(session.wanted());
  return { files, truncated: files >= MOST_FILES, unreadable };
}

/** Configurations first: they decide what the other files are. */
function rank(path: string): number {
  return /(?:^|\/)clausewright\.ya?ml$/i.test(path) ? path.split('/').length - 1000 : 0;
}
