import type { ParsedDocument } from '../model/document.ts';
import type { Span } from '../text/span.ts';
import { nameOf } from '../workspace/paths.ts';
import type { Session } from '../workspace/session.ts';
import { targetOf } from '../workspace/target.ts';
import { type Destination, destinationsOf } from './destination.ts';
import { evidencePlaces } from './evidence-places.ts';
import { headingAt, outlineIn } from './sections.ts';
import { subjectAt } from './subject.ts';
import { supportOf, TOP } from './support.ts';

/** A control, or something that is evidence of one. */
export type HierarchyItem =
  | {
      readonly kind: 'control';
      /** Qualified id. */
      readonly id: string;
      readonly name: string;
      readonly detail: string;
      /** Its entry, or undefined where no mapping answers it. */
      readonly place: { readonly path: string; readonly span: Span } | undefined;
    }
  | {
      readonly kind: 'section' | 'file';
      readonly name: string;
      readonly detail: string;
      readonly place: { readonly path: string; readonly span: Span };
    };

/** The control, section or file that stands at an offset, from which the hierarchy is walked. */
export function prepareHierarchy(session: Session, path: string, offset: number): HierarchyItem[] {
  const document = session.document(path);
  if (document === undefined) return [];
  const subject = subjectAt(session, path, offset);
  if (subject?.kind === 'control') return [controlItem(session, subject.id)];
  if (subject?.kind === 'link')
    return evidenceItems(session, destinationsOf(session, subject.reference.target));
  const outline = outlineIn(document);
  const on = headingAt(outline, offset);
  const index = on ?? outline.findLastIndex(item => item.level > 0 && item.heading.start <= offset);
  const item = outline[index];
  if (item === undefined || item.level === 0) return [fileItem(path)];
  return [{ kind: 'section', name: item.title, detail: path, place: { path, span: item.heading } }];
}

/** The controls that a section or file is evidence of; of a control, the item of the catalog above it. */
export function supertypes(session: Session, item: HierarchyItem): HierarchyItem[] {
  if (item.kind === 'control') {
    const known = session.library.item(item.id);
    const parent = known?.item.parent;
    return known === undefined || parent === undefined
      ? []
      : [controlItem(session, `${known.catalog.id}:${parent}`)];
  }
  const { path, span } = item.place;
  const document = session.document(path);
  if (document === undefined) return supportedBy(session, path);
  const support = supportOf(session, document);
  if (item.kind === 'file') {
    const all = new Set([...support.whole, ...[...support.sections.values()].flat()]);
    return [...all].map(id => controlItem(session, id));
  }
  const index = headingAt(outlineIn(document), span.start);
  const marked = session.graph(new Set()).markers(path);
  const own =
    index === undefined
      ? marked.filter(each => each.span.start === span.start).map(each => each.data)
      : (support.sections.get(index) ?? []);
  return own.map(id => controlItem(session, id));
}

/** The evidence of a control, over all mappings; the items below a group of controls. */
export function subtypes(session: Session, item: HierarchyItem): HierarchyItem[] {
  if (item.kind !== 'control') return [];
  const found: HierarchyItem[] = [];
  const seen = new Set<string>();
  for (const { path, data } of session.graph(new Set()).entries(item.id)) {
    for (const written of data.evidence) {
      const target = targetOf(written, path, session.rootOf(path));
      for (const each of evidenceItems(session, evidencePlaces(session, target, item.id))) {
        const key = `${each.kind} ${each.place?.path} ${each.place?.span.start}`;
        if (seen.has(key)) continue;
        seen.add(key);
        found.push(each);
      }
    }
  }
  if (found.length > 0) return found;
  const known = session.library.item(item.id);
  const below = known?.catalog.children(known.item.id) ?? [];
  return below.map(each => controlItem(session, `${known?.catalog.id}:${each.id}`));
}

function controlItem(session: Session, id: string): HierarchyItem {
  const known = session.library.item(id);
  const entry = session.graph(new Set()).entries(id)[0];
  const name = known === undefined ? id : `${known.item.id} ${known.item.title}`;
  const detail = known?.catalog.data.name ?? '';
  const place = entry === undefined ? undefined : { path: entry.path, span: entry.span };
  return { kind: 'control', id, name, detail, place };
}

function evidenceItems(session: Session, places: readonly Destination[]): HierarchyItem[] {
  return places.flatMap((each): HierarchyItem[] => {
    if (each.kind === 'catalog') return [];
    if (each.kind !== 'place') return [fileItem(each.path)];
    const { path, span } = each;
    const document = session.document(path);
    const name = document === undefined ? path : nameAt(document, span);
    return [{ kind: 'section', name, detail: path, place: { path, span } }];
  });
}

/** A heading's text; for a mark in code its file and line. */
function nameAt({ model, source, path }: ParsedDocument, span: Span): string {
  if (model.kind === 'evidence' && model.body === undefined && model.yaml === undefined)
    return `${nameOf(path)}:${source.lines.lineAt(span.start) + 1}`;
  return (
    source
      .slice(span)
      .split(/[\r\n]/)[0]
      ?.trim() || path
  );
}

function fileItem(path: string): HierarchyItem {
  return {
    kind: 'file',
    name: nameOf(path),
    detail: path,
    place: { path, span: TOP },
  };
}

function supportedBy(session: Session, path: string): HierarchyItem[] {
  const ids = new Set(
    session
      .graph(new Set())
      .evidenceFor(path)
      .map(each => each.data.control),
  );
  return [...ids].map(id => controlItem(session, id));
}
