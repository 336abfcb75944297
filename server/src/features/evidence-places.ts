import type { Session } from '../workspace/session.ts';
import type { Target } from '../workspace/target.ts';
import { type Destination, destinationsOf } from './destination.ts';

/**
 * Where the evidence of a control leads: the lines of the named files whose comments claim the control, else what
 * the link names as a whole. `control` is qualified.
 */
export function evidencePlaces(
  session: Session,
  target: Target,
  control: string | undefined,
): readonly Destination[] {
  const marked = control === undefined ? [] : markedLines(session, target, control);
  return marked.length > 0 ? marked : destinationsOf(session, target);
}

/** The places in the files that a target names as a whole where a comment claims a control. */
export function markedLines(
  session: Session,
  target: Target,
  control: string,
): (Destination & { readonly kind: 'place' })[] {
  const graph = session.graph(new Set());
  const files =
    target.kind === 'glob'
      ? graph.matching(target.pattern)
      : target.kind === 'file' && target.fragment === undefined
        ? [target.path]
        : [];
  if (files.length === 0) return [];
  const named = new Set(files);
  return graph
    .claims(control)
    .filter(({ path }) => named.has(path) && session.kindOf(path) === 'evidence')
    .map(({ path, span }) => ({ kind: 'place', path, span, whole: span }));
}
