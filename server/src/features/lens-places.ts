import type { Session } from '../workspace/session.ts';
import { targetOf } from '../workspace/target.ts';
import type { CodeLens } from './code-lenses.ts';
import type { Destination } from './destination.ts';
import { evidencePlaces } from './evidence-places.ts';

/** Where a click on a lens leads; nothing for one that is about no place. */
export function lensPlaces(session: Session, path: string, about: CodeLens['about']): Destination[] {
  const graph = session.graph(new Set());
  if (about.kind === 'evidence')
    return graph
      .entriesIn(path, about.control)
      .flatMap(({ data }) => data.evidence)
      .flatMap(written =>
        evidencePlaces(session, targetOf(written, path, session.rootOf(path)), about.control),
      );
  if (about.kind === 'coverage') return [];
  const pointing = new Set(graph.evidenceFor(path).map(each => each.path));
  return about.controls.flatMap(control =>
    graph
      .entries(control)
      .filter(each => pointing.has(each.path) || graph.markers(path).some(({ data }) => data === control))
      .map(({ path: mapping, span }) => ({ kind: 'place', path: mapping, span, whole: span })),
  );
}
