import type { Source } from '../../../text/source.ts';
import type { Host } from '../../host.ts';
import type { Session } from '../../session.ts';

/** As many commits of a file are looked through for the text that it had on a day. */
const MOST_COMMITS = 200;

/** The texts that files had on a day. */
export interface Earlier {
  /** YYYY-MM-DD. */
  readonly on: string;
  /** By workspace path; a file without history, or one that came later, has none. */
  readonly texts: ReadonlyMap<string, Source>;
}

/** The texts that documents had at the end of a day; empty where the host knows no history. Never rejects. */
export async function textsOn(
  on: string,
  paths: readonly string[],
  host: Host,
  session: Session,
): Promise<Earlier> {
  const texts = new Map<string, Source>();
  for (const path of paths) {
    if (session.source(path) === undefined || host.history === undefined) continue;
    for await (const { at, source } of host.history(path, MOST_COMMITS)) {
      if (at.slice(0, 10) > on) continue;
      texts.set(path, source);
      break;
    }
  }
  return { on, texts };
}
