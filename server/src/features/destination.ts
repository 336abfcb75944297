import type { Span } from '../text/span.ts';
import { lineRange } from '../workspace/line-range.ts';
import type { Session } from '../workspace/session.ts';
import type { Target } from '../workspace/target.ts';
import { outlineIn, sectionFinder } from './sections.ts';

/** Where a jump leads. */
export type Destination =
  /** A stretch of a document; `whole` is what belongs to it, such as a section with its text. */
  | { readonly kind: 'place'; readonly path: string; readonly span: Span; readonly whole: Span }
  /** Lines of a file that need not have been read; 0-based, the last included. */
  | { readonly kind: 'lines'; readonly path: string; readonly first: number; readonly last: number }
  | { readonly kind: 'file'; readonly path: string }
  /** The page of a catalog item, which no file holds; `id` is qualified. */
  | { readonly kind: 'catalog'; readonly id: string };

/** More files than this behind one folder or glob are no answer. */
const MOST_FILES = 50;

/** Where a link leads: a section, lines, a file, or the files of a folder or glob. Empty where nothing is there. */
export function destinationsOf(session: Session, target: Target): Destination[] {
  const { files } = session;
  if (target.kind === 'glob') return filesAt(session.graph(new Set()).matching(target.pattern));
  if (target.kind !== 'file') return [];
  const { path, fragment } = target;
  if (files.has(path)) return [inFile(session, path, fragment)];
  if (fragment !== undefined || !files.hasFolder(path)) return [];
  const inside = files.all.filter(each => path === '' || each.startsWith(`${path}/`));
  const documents = inside.filter(each => session.index.stated(`document:${each}`).length > 0);
  return filesAt(documents.length > 0 ? documents : inside);
}

function filesAt(paths: readonly string[]): Destination[] {
  return paths.slice(0, MOST_FILES).map(path => ({ kind: 'file', path }));
}

function inFile(session: Session, path: string, fragment: string | undefined): Destination {
  if (fragment === undefined) return { kind: 'file', path };
  const section = sectionPlace(session, path, fragment);
  if (section !== undefined) return section;
  const lines = lineRange(fragment);
  if (lines === undefined) return { kind: 'file', path };
  const first = Math.max(0, lines.first - 1);
  return { kind: 'lines', path, first, last: Math.max(first, lines.last - 1) };
}

/** The section of a document that a fragment names: a heading, or a value by its YAML pointer. */
export function sectionPlace(session: Session, path: string, fragment: string): Destination | undefined {
  const document = session.document(path);
  const outline = document === undefined ? [] : outlineIn(document);
  const item = outline[sectionFinder(outline)(fragment) ?? -1];
  if (item !== undefined) {
    const whole = { start: item.heading.start, end: Math.max(item.heading.end, item.extent.end) };
    return { kind: 'place', path, span: item.heading, whole };
  }
  const span = session.graph(new Set()).section(path, fragment)?.span;
  return span === undefined ? undefined : { kind: 'place', path, span, whole: span };
}
