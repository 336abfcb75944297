import { datasetKey } from '../model/dataset-names.ts';
import type { Span } from '../text/span.ts';
import { linkTarget } from '../workspace/links.ts';
import { systemOf } from '../workspace/navigation-facts.ts';
import { type PathReference, pathReferences } from '../workspace/references.ts';
import type { Session } from '../workspace/session.ts';
import { contextOf } from './context.ts';
import { type Destination, destinationsOf } from './destination.ts';
import { evidencePlaces } from './evidence-places.ts';
import { type Subject, subjectAt } from './subject.ts';

/** What stands at the cursor, and where it is defined; the best answer first. */
export interface Definition {
  readonly origin: Span;
  readonly targets: readonly Destination[];
}

/**
 * Where the thing at an offset is defined. An entry's own id leads to its evidence; an id anywhere else to the
 * entries that answer it; both also to the page of the catalog. A link leads to its section, lines or file, a
 * system's id to the mapping that declares it, a dataset's name to its card. Undefined where nothing stands.
 */
export function definition(session: Session, path: string, offset: number): Definition | undefined {
  const subject = subjectAt(session, path, offset);
  const targets = subject === undefined ? [] : targetsOf(session, path, subject);
  return subject === undefined || targets.length === 0 ? undefined : { origin: subject.span, targets };
}

function targetsOf(session: Session, path: string, subject: Subject): Destination[] {
  switch (subject.kind) {
    case 'control': {
      const page: Destination = { kind: 'catalog', id: subject.id };
      if (subject.role === 'entry') return [...evidenceAt(session, path, subject), page];
      return [...entriesOf(session, path, subject.id), page];
    }
    case 'link':
      return [
        ...evidencePlaces(session, subject.reference.target, controlOf(session, path, subject.reference)),
      ];
    case 'system':
      return stated(session, `system:${subject.id}`, data => data === 'control-mapping');
    case 'dataset': {
      const card = stated(session, `dataset:${datasetKey(subject.name)}`);
      if (card.length > 0) return card;
      return destinationsOf(session, linkTarget(subject.name, path, session.rootOf(path)));
    }
    case 'heading':
      return [];
  }
}

/** The control that a piece of evidence is named for; undefined for any other link. */
function controlOf(session: Session, path: string, { role, entry }: PathReference): string | undefined {
  const id = entry?.value.id?.value;
  const context = role === 'evidence' ? contextOf(session, path) : undefined;
  const found =
    id === undefined || context === undefined ? undefined : context.library.resolve(id, context.framework);
  return found?.item === undefined ? undefined : found.catalog.qualified(found.item);
}

/** Where the evidence of the entry leads whose id stands at a place. */
function evidenceAt(
  session: Session,
  path: string,
  { span: id, id: control }: { readonly span: Span; readonly id: string },
): Destination[] {
  const document = session.document(path);
  if (document === undefined) return [];
  return pathReferences(document, session.rootOf(path))
    .filter(({ role, entry }) => {
      const own = entry?.value.id;
      return (
        role === 'evidence' &&
        entry !== undefined &&
        own !== undefined &&
        entry.start + own.from <= id.start &&
        id.end <= entry.start + own.to
      );
    })
    .flatMap(({ target }) => [...evidencePlaces(session, target, control)]);
}

/** The entries that answer a control; those of the document's own AI system first. */
function entriesOf(session: Session, path: string, control: string): Destination[] {
  const graph = session.graph(new Set());
  const own = graph.mappingOf(path, systemNamed(session, path))?.path;
  const entries = [...graph.entries(control)];
  entries.sort((a, b) => Number(b.path === own) - Number(a.path === own));
  return [...entries, ...graph.support(control)].map(entry => ({
    kind: 'place',
    path: entry.path,
    span: entry.span,
    whole: entry.span,
  }));
}

function systemNamed(session: Session, path: string): string | undefined {
  const document = session.document(path);
  return document === undefined ? undefined : systemOf(document)?.id;
}

function stated(session: Session, key: string, test: (data: unknown) => boolean = () => true): Destination[] {
  return session.index
    .stated(key)
    .filter(each => test(each.data))
    .map(({ path, span }) => ({ kind: 'place', path, span, whole: span }));
}
