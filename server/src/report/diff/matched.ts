import type { Session } from '../../workspace/session.ts';
import { matchBaseline } from '../baseline.ts';
import type { ReportedFinding } from '../reported.ts';
import { renames, type Written } from './renames.ts';

/** Findings that two states of the documents share, and those that only one of them has. */
export interface ComparedFindings {
  readonly fresh: readonly ReportedFinding[];
  readonly kept: readonly ReportedFinding[];
  readonly resolved: readonly ReportedFinding[];
}

/** Compares findings by their fingerprints. `former` gives the path that a document had before. */
export function compareFindings(
  before: readonly ReportedFinding[],
  after: readonly ReportedFinding[],
  former: (path: string) => string,
): ComparedFindings {
  const entries = before.map(finding => ({ ...finding }));
  const { known, outdated } = matchBaseline(after, entries, finding => former(finding.path));
  const open = new Set(outdated);
  return {
    fresh: after.filter(finding => !known.has(finding)),
    kept: after.filter(finding => known.has(finding)),
    resolved: entries.filter(entry => open.has(entry)),
  };
}

/** The former workspace path of each file whose text was read and that was renamed, by its path now. */
export function renamedIn(before: Session, after: Session): ReadonlyMap<string, string> {
  return renames(onlyIn(before, after), onlyIn(after, before));
}

/** The files of one state, documents and evidence, that the other does not have under their path. */
function onlyIn(session: Session, other: Session): Written[] {
  return session.files.all.flatMap(path => {
    const source = other.files.has(path) ? undefined : session.source(path);
    return source === undefined ? [] : [{ path, source }];
  });
}
