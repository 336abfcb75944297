import { mayBeDocument } from '../model/recognise.ts';
import { mayTellFacts } from '../model/repository/read.ts';
import type { Source } from '../text/source.ts';
import type { Host, WhyUnreadable } from './host.ts';
import { linkedElsewhere } from './linked.ts';
import { loadTimes } from './load-times.ts';
import { isRepositoryFile } from './repository-facts.ts';
import type { Session } from './session.ts';

/** More files than this are a tree that was opened by mistake; what was found up to here is used. */
export const MOST_FILES = 200_000;

/** More files than this behind evidence links to build folders are no evidence that somebody reads. */
export const MOST_LINKED = 5_000;

const BATCH = 64;

/** A file that could be a document by its name, or a folder, that was not read. */
export interface Unreadable {
  readonly path: string;
  readonly why: WhyUnreadable;
}

/** How loading went. */
export interface LoadReport {
  readonly files: number;
  /** Whether the limit cut the list short. */
  readonly truncated: boolean;
  /** Files that could be documents by their name, and folders, that were not read. */
  readonly unreadable: readonly Unreadable[];
}

/** What loading may be told along the way. */
export interface LoadOptions {
  /** Asked between batches; true ends loading with what is there. */
  readonly cancelled?: () => boolean;
  /** Called after each batch with the number of files read and the number known so far. */
  readonly progress?: (read: number, known: number) => void;
  /** Drops trees after reading, all or those it says, for workspaces that nobody edits. */
  readonly release?: boolean | ((path: string) => boolean);
  /** A text that is held elsewhere, as by an editor, and that counts in place of the file's. */
  readonly held?: (path: string) => Source | undefined;
  /** Called after each file; loading waits for what it gives, so that others have a turn. */
  readonly pause?: () => Promise<void> | undefined;
}

/** Fills a session from a host: lists all files, reads those that can be documents, then what entries point into. */
export async function loadWorkspace(
  session: Session,
  host: Host,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const cancelled = options.cancelled ?? (() => false);
  let files = 0;
  const candidates: string[] = [];
  for await (const batch of host.list(MOST_FILES, cancelled)) {
    session.setFiles(batch);
    files += batch.length;
    candidates.push(...batch.filter(isCandidate));
    await options.pause?.();
  }
  const denied = (host.denied?.() ?? []).map((path): Unreadable => ({ path, why: 'denied' }));
  candidates.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  let read = 0;
  const counted: LoadOptions = {
    ...options,
    progress: count => options.progress?.(read + count, files),
  };
  const configurations = candidates.filter(path => rank(path) < 0);
  const unreadable = await readInto(session, host, configurations, counted);
  read = configurations.length;
  // Catalogs next: they decide what the ids of all other documents mean.
  const catalogs = session.wantedCatalogs();
  unreadable.push(...(await readInto(session, host, catalogs, options)));
  const done = new Set([...configurations, ...catalogs]);
  const others = candidates.filter(path => !done.has(path));
  unreadable.push(...(await readInto(session, host, others, counted)));
  read = candidates.length;
  await findLinked(session, host);
  const also = await readInto(session, host, session.wanted(), counted);
  await loadTimes(session, host);
  return { files, truncated: files >= MOST_FILES, unreadable: [...denied, ...unreadable, ...also] };
}

/** Reads only what decides which frameworks are known: configurations and the catalogs that they name. */
export async function loadCatalogs(session: Session, host: Host): Promise<void> {
  const configurations: string[] = [];
  for await (const batch of host.list(MOST_FILES, () => false)) {
    session.setFiles(batch);
    configurations.push(...batch.filter(path => rank(path) < 0));
  }
  await readInto(
    session,
    host,
    configurations.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)),
  );
  await readInto(session, host, session.wantedCatalogs());
}

/** Reads files into a session; those that are no longer there are removed from it. */
export async function readInto(
  session: Session,
  host: Host,
  paths: readonly string[],
  options: LoadOptions = {},
): Promise<Unreadable[]> {
  const unreadable: Unreadable[] = [];
  for (let from = 0; from < paths.length && options.cancelled?.() !== true; from += BATCH) {
    const batch = paths.slice(from, from + BATCH);
    for (const [index, result] of (await host.read(batch)).entries()) {
      const path = batch[index] ?? '';
      const held = options.held?.(path);
      if (held === undefined && result.kind === 'unreadable') unreadable.push({ path, why: result.why });
      session.setText(path, held ?? (result.kind === 'text' ? result.source : undefined));
      if (held === undefined && isReleased(path, options)) session.release(path);
      await options.pause?.();
    }
    options.progress?.(Math.min(from + BATCH, paths.length), paths.length);
  }
  return unreadable;
}

function isReleased(path: string, { release }: LoadOptions): boolean {
  return typeof release === 'function' ? release(path) : release === true;
}

/** Asks the host for files that are not listed and that entries point at all the same. */
export async function findLinked(session: Session, host: Host): Promise<void> {
  const elsewhere = linkedElsewhere(session);
  if (elsewhere.length > 0) session.setFiles(await host.find(elsewhere, MOST_LINKED));
}

/** Whether a file is read by its name alone: it can be a document, or tells something about the repository. */
export function isCandidate(path: string): boolean {
  return mayBeDocument(path) || isRepositoryFile(path) || mayTellFacts(path);
}

/** Configurations first: they decide what the other files are. */
function rank(path: string): number {
  return /(?:^|\/)clausewright\.ya?ml$/i.test(path) ? path.split('/').length - 1000 : 0;
}
