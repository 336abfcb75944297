import { DIGEST_LENGTH, digestOf } from '../../text/digest.ts';
import { type WordRun, wordRuns } from '../../text/words.ts';
import { dataOf, factsUnder } from '../facts.ts';
import type { Host } from '../host.ts';
import type { Session } from '../session.ts';

/** So many commits of a file are looked through for the text that was signed. */
const MOST_COMMITS = 50;

/** A sign-off that is suspect. */
export interface SuspectSignOff {
  /** The file that was signed. */
  readonly path: string;
  /** Its section; undefined for all of it. */
  readonly fragment: string | undefined;
  /** The digest that was signed. */
  readonly digest: string;
}

/** What has become of a signed text. */
export interface SignedChange {
  /** Abbreviated id of the newest commit that had the signed text, with its ISO time and author. */
  readonly commit: string;
  readonly at: string;
  readonly author: string;
  readonly runs: readonly WordRun[];
}

/**
 * What has changed since a text was signed; undefined where the history of the last commits has no text with the
 * digest that was signed. Reads the file's history, so it is called when somebody asks and not while somebody types.
 */
export async function changeSinceSigned(
  session: Session,
  host: Host,
  { path, fragment, digest }: SuspectSignOff,
): Promise<SignedChange | undefined> {
  const name = fragment === undefined ? path : `${path}#${fragment}`;
  const now = session.index.stated(`text:${name}`)[0]?.data;
  if (typeof now !== 'string' || host.history === undefined) return undefined;
  const wanted = digest.toLowerCase().slice(0, DIGEST_LENGTH);
  for await (const { commit, at, author, source } of host.history(path, MOST_COMMITS)) {
    const facts = factsUnder(session.factsOf(path, source), `text:${name}`);
    const signed = facts.find(fact => digestOf(String(dataOf(fact))) === wanted);
    if (signed !== undefined) return { commit, at, author, runs: wordRuns(String(dataOf(signed)), now) };
  }
  return undefined;
}

/** Words of unchanged text that are shown around a change. */
const CONTEXT = 6;

/** Runs with long stretches of unchanged text cut down to the words around each change. */
export function shortenedRuns(runs: readonly WordRun[]): WordRun[] {
  return runs.map((run, index): WordRun => {
    if (run.kind !== 'same') return run;
    const words = run.text.trim().split(/\s+/);
    const [first, last] = [index === 0, index === runs.length - 1];
    const kept = (first ? 0 : CONTEXT) + (last ? 0 : CONTEXT);
    if (words.length <= kept + 1) return run;
    const before = first ? [] : words.slice(0, CONTEXT);
    const behind = last ? [] : words.slice(-CONTEXT);
    return { kind: 'same', text: `${[...before, '…', ...behind].join(' ')} ` };
  });
}
