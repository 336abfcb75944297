import type { Graph } from '../graph.ts';
import { nameOf, personKey, samePerson } from './people.ts';

/** Somebody who signed, and what was signed. */
export interface Signed {
  readonly by: string;
  /** Owner of the control, or of the system. */
  readonly owner: string | null;
  readonly path: string;
  readonly fragment: string | undefined;
}

/** Why a reviewer is no second pair of eyes: owner of the control, or author of the text. */
export type Conflict = 'owner' | 'author' | 'only-committer';

/** Whether somebody signed their own work; undefined where nothing says so. */
export function conflictOf({ by, owner, path, fragment }: Signed, graph: Graph): Conflict | undefined {
  if (owner !== null && samePerson(by, owner)) return 'owner';
  const author = graph.author(path);
  if (author !== undefined && samePerson(by, author)) return 'author';
  return isCommitter(by, graph.committers(path, fragment)) ? 'only-committer' : undefined;
}

function isCommitter(by: string, committers: ReadonlySet<string> | undefined): boolean {
  return committers !== undefined && committers.size > 0 && [...committers].every(each => isSame(by, each));
}

/** A committer is written `Name <address>`; a reviewer may be named by either. */
function isSame(by: string, committer: string): boolean {
  return samePerson(by, committer) || personKey(by) === personKey(nameOf(committer));
}
