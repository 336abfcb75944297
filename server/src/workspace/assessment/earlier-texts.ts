import type { Source } from '../../text/source.ts';
import { dataOf, factsUnder } from '../facts.ts';
import type { Host } from '../host.ts';
import type { Session } from '../session.ts';
import type { AssessedAt } from './assessed.ts';
import type { EarlierTexts } from './basis-facts.ts';

/** As many commits of a file are looked through. */
const MOST_COMMITS = 200;

/**
 * The texts that documents had in the commit that was assessed: the one that `commit:` names, else the one that wrote
 * the present `assessed:` into the assessment, or a later one of the same day. Undefined where the host knows no such
 * commit, as while the assessment is not committed: then nothing has changed since. Never rejects.
 */
export async function earlierTexts(
  assessment: string,
  assessed: AssessedAt,
  paths: readonly string[],
  host: Host,
  session: Session,
): Promise<EarlierTexts | undefined> {
  const named = assessed.commit === null ? undefined : await host.commitTime?.(assessed.commit);
  const written = named ?? (await writtenAt(assessment, assessed, host, session));
  if (written === undefined) return undefined;
  const day = named === undefined ? assessed.day : null;
  const texts = new Map<string, Source>();
  for (const path of paths) {
    const source = await textAt(path, written, day, host);
    if (source !== undefined) texts.set(path, source);
  }
  return { at: written, texts };
}

async function textAt(
  path: string,
  time: string,
  day: string | null,
  host: Host,
): Promise<Source | undefined> {
  const isEarly = (at: string): boolean =>
    Date.parse(at) <= Date.parse(time) || (day !== null && at.slice(0, 10) <= day);
  for await (const { source } of host.history?.(path, MOST_COMMITS, isEarly) ?? []) return source;
  return undefined;
}

/** When the assessment was first committed with the day that it names now. */
async function writtenAt(
  path: string,
  { day }: AssessedAt,
  host: Host,
  session: Session,
): Promise<string | undefined> {
  let found: string | undefined;
  for await (const { at, source } of host.history?.(path, MOST_COMMITS) ?? []) {
    const [fact] = factsUnder(session.factsOf(path, source), `assessed:${path}`);
    const data = fact === undefined ? undefined : dataOf(fact);
    const said = typeof data === 'object' && data !== null && 'day' in data ? data.day : undefined;
    if (said !== day) break;
    found = at;
  }
  return found;
}
