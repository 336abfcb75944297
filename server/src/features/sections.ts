import { bodyOf, type ParsedDocument } from '../model/document.ts';
import { type OutlineItem, outlineOf } from '../model/outline.ts';
import { touches } from '../text/span.ts';

/** The headings of a document in the order of the text; empty for YAML. */
export function outlineIn({ model }: ParsedDocument): readonly OutlineItem[] {
  if ('outline' in model) return model.outline;
  const body = bodyOf(model);
  return body === undefined ? [] : outlineOf(body);
}

/** Everything that a link's fragment may call a section: its slug, then the ids its author gave. */
export function fragmentsOf(item: OutlineItem): readonly string[] {
  return item.slug === undefined ? item.ids : [item.slug, ...item.ids];
}

/**
 * Finds sections by fragment as the graph does: as written, else in lower case; the first of several. Returns the
 * index in the outline.
 */
export function sectionFinder(outline: readonly OutlineItem[]): (fragment: string) => number | undefined {
  const byName = new Map<string, number>();
  for (const [index, item] of outline.entries())
    for (const name of fragmentsOf(item)) if (!byName.has(name)) byName.set(name, index);
  return fragment => byName.get(fragment) ?? byName.get(fragment.toLowerCase());
}

/** Index of the heading that an offset touches; undefined where none stands. */
export function headingAt(outline: readonly OutlineItem[], offset: number): number | undefined {
  const index = outline.findIndex(item => item.level > 0 && touches(item.heading, offset));
  return index < 0 ? undefined : index;
}
