import { at, overlaps, type Span } from '../text/span.ts';
import type { Session } from '../workspace/session.ts';
import { contextOf } from './context.ts';
import { mentionsOf } from './mentions.ts';

/** A place that names a control. */
export interface ControlPoint {
  readonly path: string;
  readonly span: Span;
  /** Whether it is an entry that answers the control. */
  readonly declares: boolean;
}

/** Every place in the workspace that names a control: entries, `satisfies`, claims, and prose. */
export function controlPoints(session: Session, id: string): ControlPoint[] {
  const stated = statedAbout(session, id);
  const paths = new Set([...session.paths, ...[...stated.keys()].sort()]);
  return [...paths].flatMap(path => pointsIn(session, path, id, stated));
}

/** The places of one document that name a control, in the order of the text. */
export function controlPointsIn(session: Session, path: string, id: string): ControlPoint[] {
  return pointsIn(session, path, id, statedAbout(session, id));
}

/** Entries and claims of a control by document. */
type ByDocument = ReadonlyMap<string, readonly { readonly span: Span; readonly declares: boolean }[]>;

function statedAbout({ index }: Session, id: string): ByDocument {
  const found = new Map<string, { span: Span; declares: boolean }[]>();
  const keys = [`entry:${id}`, `claim:${id}`, `support:${id}`];
  for (const { key, path, span } of keys.flatMap(each => index.stated(each))) {
    const list = found.get(path) ?? [];
    list.push({ span, declares: key.startsWith('entry:') });
    found.set(path, list);
  }
  return found;
}

function pointsIn(session: Session, path: string, id: string, stated: ByDocument): ControlPoint[] {
  const context = contextOf(session, path);
  if (context === undefined) return [];
  const { document } = context;
  const found = [...(stated.get(path) ?? [])];
  if (document.model.kind === 'catalog' || document.model.kind === 'foreign-mapping')
    return found.map(each => ({ path, ...each })).sort((a, b) => a.span.start - b.span.start);
  if (document.model.kind === 'control-mapping') {
    for (const { start, value } of document.model.entries) {
      for (const each of value.satisfies) {
        const reference = context.library.resolve(each.value, context.framework);
        if (reference?.item !== undefined && reference.catalog.qualified(reference.item) === id)
          found.push({ span: at(start, each), declares: false });
      }
    }
  }
  const prose = apart(
    mentionsOf(context, id),
    found.map(each => each.span),
  );
  return [...found, ...prose.map(span => ({ span, declares: false }))]
    .map(each => ({ path, ...each }))
    .sort((a, b) => a.span.start - b.span.start);
}

/** Those of some spans that overlap neither an earlier one of them nor any of others; each list is gone through once. */
function apart(spans: readonly Span[], others: readonly Span[]): Span[] {
  const order = (a: Span, b: Span): number => a.start - b.start;
  const sorted = others.toSorted(order);
  const kept: Span[] = [];
  let next = 0;
  for (const span of spans.toSorted(order)) {
    while ((sorted[next]?.end ?? Number.POSITIVE_INFINITY) < span.start) next += 1;
    const near = [kept.at(-1), sorted[next], sorted[next + 1]];
    if (!near.some(each => each !== undefined && overlaps(each, span))) kept.push(span);
  }
  return kept;
}
