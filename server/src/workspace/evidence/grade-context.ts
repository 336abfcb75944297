import type { Graph } from '../graph.ts';
import type { Session } from '../session.ts';
import type { GradeContext } from './graded.ts';

/** What grading the entries of a mapping rests on; what is asked for is noted by `graph`. */
export function gradeContextOf(session: Session, graph: Graph, mapping: string): GradeContext {
  const { reviewPeriod, people } = session.scopeOf(mapping);
  return { graph, today: session.today, reviewPeriod, people, path: mapping, root: session.rootOf(mapping) };
}
