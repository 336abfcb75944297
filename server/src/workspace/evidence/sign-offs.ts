import type { EvidenceItem } from '../entry-facts.ts';
import type { Session } from '../session.ts';
import { targetOf } from '../target.ts';
import { gradeEntry } from './grade.ts';
import { gradeContextOf } from './grade-context.ts';

/** A sign-off of a file or section, in one entry of a mapping. */
export interface SignOff {
  /** The mapping that records it. */
  readonly mapping: string;
  /** Qualified id of the control. */
  readonly control: string;
  readonly item: EvidenceItem;
  /** Whether the text has changed since. */
  readonly suspect: boolean;
}

/** Every sign-off of a file or of one of its sections. */
export function signOffsOf(session: Session, path: string, fragment: string | undefined): SignOff[] {
  const graph = session.graph(new Set());
  return graph.mappings.flatMap(({ path: mapping }) => {
    const root = session.rootOf(mapping);
    return graph.entriesOf(mapping).flatMap(({ key, data }) => {
      const signed = data.items.some(
        item => item.by !== null && leadsTo(item, mapping, root, path, fragment),
      );
      if (!signed) return [];
      const { evidence } = gradeEntry(data, gradeContextOf(session, graph, mapping));
      return data.items.flatMap((item, index): SignOff[] => {
        if (item.by === null || !leadsTo(item, mapping, root, path, fragment)) return [];
        const control = key.slice('entry:'.length);
        return [{ mapping, control, item, suspect: evidence[index]?.suspect ?? false }];
      });
    });
  });
}

function leadsTo(
  { target: written }: EvidenceItem,
  mapping: string,
  root: string,
  path: string,
  fragment: string | undefined,
): boolean {
  const target = targetOf(written, mapping, root);
  return target.kind === 'file' && target.path === path && target.fragment === fragment;
}
