import { basename, dirname } from 'node:path';
import type { Revision } from '../../workspace/host.ts';
import type { AuthorsFact } from '../../workspace/host-facts.ts';
import { decoded } from './decode.ts';
import { git, gitBytes, isShallow } from './git.ts';

/** Longer files are not asked about: nobody signs them, and their history takes seconds. */
const MOST_LINES = 5000;

/** Who committed each line of a file as it is in the last commit; undefined where git does not know it. */
export function lineAuthors(file: string): Promise<AuthorsFact | undefined> {
  return authorsAt(dirname(file), 'HEAD', basename(file));
}

/** The same of a path below a folder, as it was in a commit. */
export async function authorsAt(
  folder: string,
  commit: string,
  path: string,
): Promise<AuthorsFact | undefined> {
  const printed = await git(folder, ['blame', '--no-textconv', '--line-porcelain', commit, '--', path]);
  if (printed === undefined) return undefined;
  const ends = /^boundary$/m.test(printed) && (await isShallow(folder));
  return authorsOf(printed, ends);
}

/**
 * Reads what `git blame --line-porcelain` prints: headers for each line, then the line behind a tab. Where a shallow
 * clone `ends`, its oldest commits are named for lines that somebody else has written: nothing is said of these.
 */
function authorsOf(printed: string, ends: boolean): AuthorsFact | undefined {
  const byLine = new Map<string, Set<string>>();
  let name = '';
  let mail = '';
  let count = 0;
  let atEnd = false;
  for (const line of printed.split('\n')) {
    if (line.startsWith('author ')) name = line.slice('author '.length);
    else if (line.startsWith('author-mail ')) mail = line.slice('author-mail '.length);
    else if (line === 'boundary') atEnd = true;
    if (!line.startsWith('\t')) continue;
    count += 1;
    if (count > MOST_LINES) return undefined;
    const text = line.trim();
    const known = !(ends && atEnd);
    atEnd = false;
    if (known && text !== '') byLine.set(text, (byLine.get(text) ?? new Set()).add(`${name} ${mail}`));
  }
  return Object.fromEntries([...byLine].map(([text, people]) => [text, [...people].sort()]));
}

/** Which texts of a file are asked for. */
export interface RevisionsWanted {
  /** As many commits are looked through. */
  readonly limit: number;
  /** The commit to begin with; the one that is checked out unless it is given. */
  readonly from?: string;
  /** Whether the text at an ISO time is wanted; all are unless it is given. */
  readonly wanted?: ((at: string) => boolean) | undefined;
}

/** The texts that a path below a folder had, newest commit first, also under names that it had before. */
export async function* revisions(
  folder: string,
  name: string,
  { limit, from = 'HEAD', wanted }: RevisionsWanted,
): AsyncIterable<Revision> {
  const format = '%h%x09%cI%x09%an <%ae>';
  const log = ['log', '--follow', `-n${limit}`, '--name-only', '-z', `--format=${format}`];
  const printed = await git(folder, [...log, from, '--', name]);
  for (const { commit, at, author, path } of commitsOf(printed ?? '')) {
    if (wanted?.(at) === false) continue;
    const bytes = await gitBytes(folder, ['cat-file', 'blob', `${commit}:${path}`]);
    const result = bytes === undefined ? undefined : decoded(bytes);
    if (result?.kind === 'text') yield { commit, at, author, source: result.source };
  }
}

/** ISO time of a commit of the repository around a folder. */
export async function timeOfCommit(folder: string, commit: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{4,64}$/i.test(commit)) return undefined;
  const printed = await git(folder, ['show', '--no-patch', '--format=%cI', `${commit}^{commit}`]);
  const time = printed?.trim();
  return time === undefined || time === '' ? undefined : time;
}

function commitsOf(
  printed: string,
): { readonly commit: string; readonly at: string; readonly author: string; readonly path: string }[] {
  const parts = printed.split('\0').filter(part => part.trim() !== '');
  return parts.flatMap((part, index) => {
    const [commit, at, author] = part.split('\t');
    const path = parts[index + 1]?.replace(/^\n/, '');
    if (commit === undefined || at === undefined || author === undefined || path === undefined) return [];
    return /^[0-9a-f]{4,64}$/.test(commit) ? [{ commit, at, author, path }] : [];
  });
}
