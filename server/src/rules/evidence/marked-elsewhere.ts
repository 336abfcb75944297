import { at, type Span } from '../../text/span.ts';
import type { Stated } from '../../workspace/facts.ts';
import type { Graph } from '../../workspace/graph.ts';
import { targetOf } from '../../workspace/target.ts';
import type { WorkspaceContext } from '../define.ts';
import { markedLinks, namedFiles } from './links.ts';

/** A comment in an evidence file that claims a control which no entry leads from to this file. */
export interface StrayMarker {
  /** The link of the checked mapping that made the file evidence. */
  readonly at: Span;
  readonly marker: Stated<string>;
}

/** The stray markers in the files that the checked mapping names; each is told by one mapping only. */
export function strayMarkers(context: WorkspaceContext): StrayMarker[] {
  const { document, graph } = context;
  const files = new Map<string, Span>();
  for (const { of, written, target } of context.derive(markedLinks)) {
    for (const path of namedFiles(target, graph))
      if (!files.has(path)) files.set(path, at(of.start, written));
  }
  const found: StrayMarker[] = [];
  for (const [path, span] of files) {
    const seen = new Set<string>();
    for (const marker of graph.markers(path)) {
      if (seen.has(marker.data) || isAnswered(marker, context) || !isFirst(path, document.path, graph))
        continue;
      seen.add(marker.data);
      found.push({ at: span, marker });
    }
  }
  return found;
}

/** Whether an entry of the control leads to the marker's file, or the control is excluded. */
function isAnswered({ data, path }: Stated<string>, { graph, root }: WorkspaceContext): boolean {
  const entries = graph.entries(data);
  if (entries.length > 0 && entries.every(each => !each.data.applicable)) return true;
  return entries.some(entry =>
    entry.data.evidence.some(each => leadsTo(path, each, entry.path, root, graph)),
  );
}

/** Whether a piece of evidence, as a mapping writes it, leads to a file or to something in it. */
export function leadsTo(path: string, written: string, mapping: string, root: string, graph: Graph): boolean {
  const target = targetOf(written, mapping, root);
  if (target.kind === 'file') return target.path === path || path.startsWith(`${target.path}/`);
  return target.kind === 'glob' && graph.matching(target.pattern).includes(path);
}

function isFirst(path: string, mapping: string, graph: Graph): boolean {
  return graph.evidenceFor(path).every(each => each.path >= mapping);
}
