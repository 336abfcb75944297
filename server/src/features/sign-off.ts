import { conflictOf } from '../workspace/evidence/independence.ts';
import { type Signing, signOff } from '../workspace/evidence/sign.ts';
import type { Session } from '../workspace/session.ts';
import { fragmentsOf, outlineIn } from './sections.ts';
import { subjectAt } from './subject.ts';

/** A text that can be signed off. */
export interface Signable {
  readonly path: string;
  /** Its section; undefined for all of the file. */
  readonly fragment: string | undefined;
}

/**
 * What can be signed off at an offset: the text that an entry's evidence names, or the section of a heading that
 * evidence names. Undefined elsewhere.
 */
export function signableAt(session: Session, path: string, offset: number): Signable | undefined {
  const graph = session.graph(new Set());
  const subject = subjectAt(session, path, offset);
  if (subject?.kind === 'link' && subject.reference.role === 'evidence') {
    const { target } = subject.reference;
    if (target.kind !== 'file' || graph.digest(target.path, target.fragment) === undefined) return undefined;
    return { path: target.path, fragment: target.fragment };
  }
  const document = subject?.kind === 'heading' ? session.document(path) : undefined;
  const item =
    document === undefined || subject?.kind !== 'heading' ? undefined : outlineIn(document)[subject.index];
  const names = item === undefined ? [] : fragmentsOf(item);
  const named = graph.evidenceFor(path).find(({ data }) => names.includes(data.fragment ?? ''));
  return named === undefined ? undefined : { path, fragment: named.data.fragment ?? undefined };
}

/** The sign-off of a text by somebody as of today; undefined for people who own or wrote it. */
export function signingBy(session: Session, signable: Signable, by: string): Signing | undefined {
  const graph = session.graph(new Set());
  const owners = graph
    .evidenceFor(signable.path)
    .filter(({ data }) => data.fragment === (signable.fragment ?? null))
    .flatMap(({ path, data }) => graph.entriesIn(path, data.control).map(each => each.data.owner));
  if (owners.some(owner => conflictOf({ by, owner, ...signable }, graph) !== undefined)) return undefined;
  const signing = signOff(session, { ...signable, by, on: session.today });
  return signing.signed === 0 ? undefined : signing;
}
