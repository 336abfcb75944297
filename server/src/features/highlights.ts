import { datasetKey } from '../model/dataset-names.ts';
import type { Span } from '../text/span.ts';
import type { Session } from '../workspace/session.ts';
import { controlPointsIn } from './control-references.ts';
import { references } from './references.ts';
import { subjectAt } from './subject.ts';

/** A place in the same document that speaks of the same thing. */
export interface Highlight {
  readonly span: Span;
  /** Whether it is what the others refer to. */
  readonly declares: boolean;
}

/** The places of the document that speak of what stands at an offset; empty where nothing does. */
export function highlights(session: Session, path: string, offset: number): Highlight[] {
  const subject = subjectAt(session, path, offset);
  if (subject === undefined) return [];
  switch (subject.kind) {
    case 'control':
      return controlPointsIn(session, path, subject.id);
    case 'system':
      return inDocument(session, path, `system:${subject.id}`);
    case 'dataset':
      return inDocument(session, path, `uses-dataset:${datasetKey(subject.name)}`);
    case 'heading':
    case 'link':
      return references(session, path, offset).filter(each => each.path === path);
  }
}

function inDocument(session: Session, path: string, key: string): Highlight[] {
  return session.index
    .stated(key)
    .filter(each => each.path === path)
    .map(({ span }) => ({ span, declares: false }));
}
