import type { ParsedDocument } from '../model/document.ts';
import type { Span } from '../text/span.ts';
import type { Session } from '../workspace/session.ts';
import { outlineIn, sectionFinder } from './sections.ts';

/** The controls whose entries point at a document. Ids are qualified, in the order of their entries. */
export interface Support {
  /** Controls by the index of the outline's heading that evidence names. */
  readonly sections: ReadonlyMap<number, readonly string[]>;
  /** Controls whose evidence is the document as a whole, or a part of it that is no heading. */
  readonly whole: readonly string[];
}

/** What a document's sections are evidence of. */
export function supportOf(session: Session, document: ParsedDocument): Support {
  const find = sectionFinder(outlineIn(document));
  const sections = new Map<number, string[]>();
  const whole: string[] = [];
  const graph = session.graph(new Set());
  for (const { data } of graph.markers(document.path)) if (!whole.includes(data)) whole.push(data);
  for (const { data } of graph.evidenceFor(document.path)) {
    const index = data.fragment === null ? undefined : find(data.fragment);
    const list = index === undefined ? whole : (sections.get(index) ?? []);
    if (!list.includes(data.control)) list.push(data.control);
    if (index !== undefined) sections.set(index, list);
  }
  return { sections, whole };
}

/** A qualified id as it is shown where one framework is usual: without it in front of that framework's ids. */
export function shortId(id: string, framework: string): string {
  return id.startsWith(`${framework}:`) ? id.slice(framework.length + 1) : id;
}

/** The start of a document, where what holds for all of it is shown. */
export const TOP: Span = { start: 0, end: 0 };
