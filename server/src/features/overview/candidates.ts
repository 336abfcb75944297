import { candidateSections } from '../../workspace/candidates.ts';
import type { ControlCoverage } from '../../workspace/evidence/control-coverage.ts';
import type { Session } from '../../workspace/session.ts';

/** More sections than this for one control are a search result rather than a proposal. */
const MOST_SECTIONS = 5;

/** A section that could be linked as evidence of a control. */
export interface Proposed {
  /** Qualified id. */
  readonly control: string;
  readonly path: string;
  readonly fragment: string;
  /** The heading as the author wrote it. */
  readonly heading: string;
}

/** The sections that a control's mapping could link and does not link yet. */
export function proposalsFor(session: Session, control: ControlCoverage, mapping: string): Proposed[] {
  if (!control.applicable) return [];
  const graph = session.graph(new Set());
  const linked = new Set(control.evidence.map(({ path, fragment }) => `${path}#${fragment}`));
  const own = { path: mapping, system: control.system ?? undefined };
  return candidateSections(control.id, own, graph, session.library)
    .filter(({ path, fragment }) => !linked.has(`${path}#${fragment}`))
    .slice(0, MOST_SECTIONS)
    .map(({ path, fragment, title }) => ({ control: control.id, path, fragment, heading: title }));
}
