import type { Concept } from '../../catalog/types.ts';
import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type { OutlineItem } from '../../model/outline.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { ConceptStates } from '../concepts.ts';
import { lineStart } from './habits.ts';

/** Where a section goes. */
export interface Place {
  /** Offset in the file, at the beginning of a line or the end of the text. */
  readonly offset: number;
  /** Heading level 1–6; 7 for a bold line. */
  readonly level: number;
  readonly setext: boolean;
}

/** A document laid out for placing sections in it. */
export interface Layout {
  readonly text: string;
  readonly model: SectionedModel;
  readonly vocabulary: Vocabulary;
  readonly states: ConceptStates;
}

/**
 * The conventional place of a concept's section: inside the section of its parent concept where that stands, else
 * behind the nearest earlier concept, else in front of the next later one, else at the end.
 */
export function placeFor(concept: Concept, layout: Layout): Place {
  const parent = headingOf(concept.parent, layout);
  return parent === undefined ? amongTops(concept, layout) : inside(parent, concept, layout);
}

function inside(parent: number, concept: Concept, layout: Layout): Place {
  const { model, states } = layout;
  const within = model.outline[parent];
  if (within === undefined) return amongTops(concept, layout);
  const children = model.outline.flatMap((item, index) => (item.parent === parent ? [{ item, index }] : []));
  const beside = neighbour(
    concept,
    children.filter(({ index }) => (states.ofHeading[index]?.length ?? 0) > 0),
    layout,
  );
  if (beside !== undefined) return beside;
  const first = children[0]?.item;
  const level = first?.level ?? (within.level > 6 ? 7 : Math.min(6, within.level + 1));
  return place(layout, within.extent.end, level, first?.style === 'setext');
}

function amongTops(concept: Concept, layout: Layout): Place {
  const { model, states } = layout;
  const tops = model.outline.flatMap((item, index) => (isTop(index, layout) ? [{ item, index }] : []));
  const beside = neighbour(concept, tops, layout);
  if (beside !== undefined) return beside;
  const title = model.outline[states.title];
  const level = levelInUse(model.outline, title);
  const first = layout.vocabulary.concepts[0] === concept && title !== undefined;
  return place(layout, first ? title.own.end : (model.body?.span.end ?? layout.text.length), level, false);
}

/** A recognised heading that stands in no other recognised one's section. */
function isTop(index: number, { model, states }: Layout): boolean {
  if ((states.ofHeading[index]?.length ?? 0) === 0) return false;
  const parent = model.outline[index]?.parent ?? -1;
  return parent < 0 || (states.ofHeading[parent]?.length ?? 0) === 0;
}

interface Candidate {
  readonly item: OutlineItem;
  readonly index: number;
}

/** The place behind the nearest earlier concept among some headings, or in front of the nearest later one. */
function neighbour(concept: Concept, among: readonly Candidate[], layout: Layout): Place | undefined {
  const own = orderOf(concept, layout);
  let earlier: { candidate: Candidate; order: number } | undefined;
  let later: { candidate: Candidate; order: number } | undefined;
  for (const candidate of among) {
    for (const each of layout.states.ofHeading[candidate.index] ?? []) {
      const order = orderOf(each, layout);
      if (order < own && (earlier === undefined || order >= earlier.order)) earlier = { candidate, order };
      if (order > own && (later === undefined || order < later.order)) later = { candidate, order };
    }
  }
  const chosen = earlier ?? later;
  if (chosen === undefined) return undefined;
  const { item } = chosen.candidate;
  const offset = earlier === undefined ? lineStart(layout.text, item.heading.start) : item.extent.end;
  return place(layout, offset, item.level, item.style === 'setext');
}

function orderOf(concept: Concept, { vocabulary }: Layout): number {
  return vocabulary.concepts.indexOf(concept);
}

function headingOf(concept: string | undefined, { states }: Layout): number | undefined {
  return concept === undefined ? undefined : states.states.get(concept)?.headings[0];
}

/** The level that most headings below the title have; one below the title where there are none. */
function levelInUse(outline: readonly OutlineItem[], title: OutlineItem | undefined): number {
  const levels = outline.filter(item => item.level > 0 && item !== title).map(item => item.level);
  const least = Math.min(...levels);
  if (levels.length > 0 && least < 7) return least;
  if (levels.length > 0 && title === undefined) return 7;
  return title === undefined ? 2 : Math.min(6, title.level + 1);
}

/** Lines that belong to the heading below them: an anchor, or a site generator's attributes. */
function isAttached(line: string): boolean {
  const shown = line.trim();
  return (shown.startsWith('{:') && shown.endsWith('}')) || (/^<a\s/.test(shown) && shown.endsWith('>'));
}

function place(layout: Layout, at: number, level: number, setext: boolean): Place {
  const { text } = layout;
  let offset = at;
  while (offset < text.length && offset > 0) {
    const above = lineStart(text, text.charCodeAt(offset - 2) === 13 ? offset - 2 : offset - 1);
    if (above >= offset || !isAttached(text.slice(above, offset))) break;
    offset = above;
  }
  return { offset, level, setext };
}
