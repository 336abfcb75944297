import { agesWanted, authorsWanted } from './evidence/ages.ts';
import type { Host } from './host.ts';
import type { Session } from './session.ts';

/**
 * Asks the host what git knows of the files for which it matters: when test results and what they cover were last
 * changed, and who wrote what somebody has signed. Files that were asked about before are not asked about again,
 * unless they are among `changed`.
 */
export async function loadTimes(
  session: Session,
  host: Host,
  changed: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (host.times !== undefined) {
    const wanted = agesWanted(session).filter(path => changed.has(path) || !session.knowsTime(path));
    if (wanted.length > 0) session.setTimes(await host.times(wanted));
  }
  if (host.authors !== undefined) {
    const wanted = authorsWanted(session).filter(path => changed.has(path) || !session.knowsAuthors(path));
    if (wanted.length > 0) session.setAuthors(await host.authors(wanted));
  }
}
