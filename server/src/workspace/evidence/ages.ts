import type { Graph } from '../graph.ts';
import type { Session } from '../session.ts';
import { targetOf } from '../target.ts';
import { coveredFiles, isTest } from './grade-file.ts';

/**
 * The files whose age matters: test results, and what they cover. The host finds out when they were last changed and
 * calls `HostFacts.setTimes`; nobody else's age is ever asked for.
 */
export function agesWanted(session: Session): string[] {
  const graph: Graph = session.graph(new Set());
  const wanted = new Set<string>();
  for (const { path } of graph.mappings) {
    const root = session.rootOf(path);
    for (const { data } of graph.entriesOf(path)) {
      for (const item of data.items) {
        const target = targetOf(item.target, path, root);
        if (target.kind !== 'file' || !isTest(item, target.path) || !graph.hasFile(target.path)) continue;
        wanted.add(target.path);
        for (const covered of coveredFiles(item, data, path, root, glob => graph.matching(glob)))
          if (graph.hasFile(covered)) wanted.add(covered);
      }
    }
  }
  return [...wanted].sort();
}

/** More signed files than this are not asked about: the history of each takes a process of its own. */
const MOST_SIGNED = 200;

/** The files that somebody has signed: who wrote them decides whether that was a second pair of eyes. */
export function authorsWanted(session: Session): string[] {
  const graph: Graph = session.graph(new Set());
  const wanted = new Set<string>();
  for (const { path } of graph.mappings) {
    const root = session.rootOf(path);
    for (const { data } of graph.entriesOf(path)) {
      for (const item of data.items) {
        const target = item.by === null ? undefined : targetOf(item.target, path, root);
        if (target?.kind === 'file' && graph.hasFile(target.path)) wanted.add(target.path);
      }
    }
  }
  return [...wanted].sort().slice(0, MOST_SIGNED);
}
