import { datasetKey } from '../model/dataset-names.ts';
import type { Span } from '../text/span.ts';
import type { Session } from '../workspace/session.ts';
import { controlPoints } from './control-references.ts';
import { linksTo } from './link-index.ts';
import { outlineIn, sectionFinder } from './sections.ts';
import { type Subject, subjectAt } from './subject.ts';

/** A place that speaks of something, and whether it is the place that defines it. */
export interface ReferencePoint {
  readonly path: string;
  readonly span: Span;
  readonly declares: boolean;
}

/**
 * Every place in the workspace that speaks of what stands at an offset: of a control its entries, the entries that
 * satisfy it, the claims of documents and prose; of a section the links to it; of a file the links to any part of it; of a
 * system and a dataset every document that names them. Ordered by path and place; empty where nothing stands.
 */
export function references(session: Session, path: string, offset: number): ReferencePoint[] {
  const subject = subjectAt(session, path, offset);
  const found = subject === undefined ? [] : ofSubject(session, path, subject);
  const seen = new Set<string>();
  return found
    .filter(({ path, span }) => {
      const key = `${path} ${span.start} ${span.end}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => (a.path === b.path ? a.span.start - b.span.start : a.path < b.path ? -1 : 1));
}

function ofSubject(session: Session, path: string, subject: Subject): ReferencePoint[] {
  switch (subject.kind) {
    case 'control':
      return controlPoints(session, subject.id);
    case 'system':
      return session.index
        .stated(`system:${subject.id}`)
        .map(({ path, span, data }) => ({ path, span, declares: data === 'control-mapping' }));
    case 'dataset': {
      const key = datasetKey(subject.name);
      return [...stated(session, `dataset:${key}`, true), ...stated(session, `uses-dataset:${key}`, false)];
    }
    case 'heading':
      return ofSection(session, path, subject.index);
    case 'link': {
      const { target } = subject.reference;
      if (target.kind !== 'file') return [];
      const document = target.fragment === undefined ? undefined : session.document(target.path);
      const index =
        document === undefined ? undefined : sectionFinder(outlineIn(document))(target.fragment ?? '');
      return index === undefined
        ? linksTo(session, target.path).map(link => ({ ...link, declares: false }))
        : ofSection(session, target.path, index);
    }
  }
}

/** The heading itself and every link that leads to it. */
function ofSection(session: Session, path: string, index: number): ReferencePoint[] {
  const document = session.document(path);
  if (document === undefined) return [];
  const outline = outlineIn(document);
  const find = sectionFinder(outline);
  const links = linksTo(session, path).filter(
    ({ fragment }) => fragment !== undefined && find(fragment) === index,
  );
  const heading = outline[index];
  const own = heading === undefined ? [] : [{ path, span: heading.heading, declares: true }];
  return [...own, ...links.map(({ path, span }) => ({ path, span, declares: false }))];
}

function stated(session: Session, key: string, declares: boolean): ReferencePoint[] {
  return session.index.stated(key).map(({ path, span }) => ({ path, span, declares }));
}
