import { compareStates, type State } from '../../report/diff/compare.ts';
import type { DiffData } from '../../report/diff/data.ts';
import { coverageOf } from '../../workspace/evidence/coverage.ts';
import { checkPlaces } from './findings.ts';
import type { Opened } from './open.ts';

/** One side of a comparison. */
export interface Side {
  readonly opened: Opened;
  /** As the user wrote it; null for the work tree. */
  readonly revision: string | null;
  readonly commit: string | null;
}

const OPTIONS = { inline: true, edits: false };

/** What has changed from one side to the other. */
export function compared(from: Side, to: Side): DiffData {
  return compareStates(stateOf(from), stateOf(to));
}

function stateOf({ opened, revision, commit }: Side): State {
  const { session, shown } = opened;
  const { findings } = checkPlaces([opened], OPTIONS).report;
  return { revision, commit, session, shown, findings, coverage: coverageOf(session) };
}
