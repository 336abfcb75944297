import { earlierTexts } from './assessment/earlier-texts.ts';
import { restedOn } from './assessment/rested-on.ts';
import { agesWanted, authorsWanted } from './evidence/ages.ts';
import type { Host } from './host.ts';
import type { Session } from './session.ts';

/**
 * Asks the host what git knows of the files for which it matters: when test results and what they cover were last
 * changed, who wrote what somebody has signed, and what impact assessments rested on when they were made. Files that were asked about before are not asked about again,
 * unless they are among `changed`.
 */
export async function loadTimes(
  session: Session,
  host: Host,
  changed: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (host.times !== undefined) {
    const wanted = agesWanted(session).filter(path => changed.has(path) || !session.told.knowsTime(path));
    if (wanted.length > 0) session.told.setTimes(await host.times(wanted));
  }
  if (host.authors !== undefined) {
    const wanted = authorsWanted(session).filter(
      path => changed.has(path) || !session.told.knowsAuthors(path),
    );
    if (wanted.length > 0) session.told.setAuthors(await host.authors(wanted));
  }
  if (host.history !== undefined) await loadBases(session, host, changed);
}

/** More assessments than this are not asked about: the history of each takes processes of its own. */
const MOST_ASSESSMENTS = 200;
/** Assessments that are asked about at a time. */
const TOGETHER = 4;

/** Finds out what the documents said that each assessment rests on when it was made. */
async function loadBases(session: Session, host: Host, changed: ReadonlySet<string>): Promise<void> {
  const graph = session.graph(new Set());
  const queue = graph
    .documents('impact-assessment')
    .slice(0, MOST_ASSESSMENTS)
    .flatMap(path => {
      const assessed = graph.assessed(path);
      const paths = restedOn(graph, path, graph.card(path)?.system ?? undefined);
      const isDue = !session.told.knowsBasis(path) || changed.has(path);
      return isDue ? [{ path, assessed, paths }] : [];
    });
  const worker = async (): Promise<void> => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { path, assessed, paths } = next;
      const known =
        assessed === undefined ? undefined : await earlierTexts(path, assessed, paths, host, session);
      session.told.setBasis(path, known);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
}
