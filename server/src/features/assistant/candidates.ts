import type { ControlCoverage } from '../../workspace/evidence/control-coverage.ts';
import { sectionPlace } from '../destination.ts';
import { proposalsFor } from '../overview/candidates.ts';
import { type Citation, citeDestination, placeText } from './cite.ts';
import { type Asked, short } from './rows.ts';

/** A section that could be linked as evidence. */
export interface Candidate {
  readonly link: string;
  readonly heading: string;
  readonly at: Citation | null;
}

/** The sections that could be linked as a control's evidence and are not linked yet. */
export function candidatesFor(asked: Asked, row: ControlCoverage): Candidate[] {
  const { session, shown } = asked;
  const mapping = row.entry?.path ?? mappingOf(asked, row);
  if (mapping === undefined) return [];
  return proposalsFor(session, row, mapping).map(({ path, fragment, heading }) => {
    const destination = sectionPlace(session, path, fragment);
    const at = destination === undefined ? undefined : citeDestination(asked, destination);
    return { link: `${shown(path)}#${fragment}`, heading: short(heading), at: at ?? null };
  });
}

function mappingOf({ session }: Asked, { system }: ControlCoverage): string | undefined {
  return session.graph(new Set()).mappings.find(each => each.system === system)?.path;
}

/** A candidate in one line. */
export function candidateText({ link, heading, at }: Candidate): string {
  return `${link} "${heading}"${at === null ? '' : ` [${placeText(at)}]`}`;
}
