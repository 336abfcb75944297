import type { Span } from '../../text/span.ts';
import type { Session } from '../../workspace/session.ts';
import { targetOf } from '../../workspace/target.ts';
import type { Destination } from '../destination.ts';
import { evidencePlaces } from '../evidence-places.ts';

/** Where something stands. Lines are counted from 1, as people and assistants read them, the last one included. */
export interface Citation {
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
}

/** A session to answer from, and how its files are called in front of the reader. */
export interface Cited {
  readonly session: Session;
  shown(path: string): string;
}

/** The place of a stretch of a document. */
export function cite({ session, shown }: Cited, path: string, span: Span): Citation {
  const source = session.source(path);
  if (source === undefined) return { path: shown(path), line: 1, endLine: 1 };
  const line = source.position(span.start).line + 1;
  // A stretch of whole lines ends at the start of the next one.
  const endLine = source.position(Math.max(span.start, span.end - 1)).line + 1;
  return { path: shown(path), line, endLine };
}

/** The place where a jump would lead; undefined for what no file holds. */
export function citeDestination(cited: Cited, destination: Destination): Citation | undefined {
  switch (destination.kind) {
    case 'place':
      return cite(cited, destination.path, destination.whole);
    case 'lines':
      return {
        path: cited.shown(destination.path),
        line: destination.first + 1,
        endLine: destination.last + 1,
      };
    case 'file':
      return { path: cited.shown(destination.path), line: 1, endLine: 1 };
    case 'catalog':
      return undefined;
  }
}

/** Where a link that a mapping writes as evidence of a control leads; undefined where nothing is there. */
export function citeEvidence(
  cited: Cited,
  mapping: string,
  target: string,
  control: string,
): Citation | undefined {
  const { session } = cited;
  const [first] = evidencePlaces(session, targetOf(target, mapping, session.rootOf(mapping)), control);
  return first === undefined ? undefined : citeDestination(cited, first);
}

/** A citation as text: `controls.yaml:12`. */
export function placeText({ path, line }: Citation): string {
  return `${path}:${line}`;
}
