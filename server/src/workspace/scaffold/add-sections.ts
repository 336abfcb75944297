import type { Concept } from '../../catalog/types.ts';
import type { ParsedDocument } from '../../model/document.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { lineBreakOf, withLineBreaks } from '../../text/eol.ts';
import type { TextChange } from '../../text/source.ts';
import { editFile, type FileChange } from '../change.ts';
import { conceptStates } from '../concepts.ts';
import { type ScaffoldContext, scaffoldContext } from './context.ts';
import { factsFor } from './facts.ts';
import { blankLinesBefore, type Habits, habitsOf, lineStart } from './habits.ts';
import { type Layout, type Place, placeFor } from './placement.ts';
import { sectionText } from './section.ts';
import { addYamlKeys } from './yaml-keys.ts';

/**
 * Adds sections to a card or an assessment, each at its conventional place, with what is known filled in. Nothing
 * else of the document changes.
 */
export function addSections(
  document: ParsedDocument,
  model: SectionedModel,
  concepts: readonly Concept[],
  rest: Pick<ScaffoldContext, 'library' | 'scope' | 'graph'>,
): FileChange {
  const context = scaffoldContext(document, model, rest);
  const { text } = document.source;
  const vocabulary = rest.library.vocabulary(model.kind);
  const ordered = vocabulary.concepts.filter(each => concepts.includes(each));
  const states = conceptStates(model, vocabulary, rest.scope.headings);
  if (model.form === 'yaml')
    return editFile(document.path, ...addYamlKeys(text, ordered, states, vocabulary, context));
  const layout: Layout = { text, model, vocabulary, states };
  const habits = habitsOf(text, model.outline);
  const byOffset = new Map<number, string[]>();
  const placed = new Map<string, Place>();
  for (const concept of ordered) {
    const place = placeOf(concept, placed, layout);
    placed.set(concept.id, place);
    const style = { level: place.level, setext: place.setext, blankBelow: habits.blankBelow };
    const section = sectionText(concept, factsFor(concept, context), style, rest.library);
    byOffset.set(place.offset, [...(byOffset.get(place.offset) ?? []), section]);
  }
  const edits = [...byOffset].map(([offset, sections]) =>
    insertion(text, offset, sections, habits, offset < text.length ? '' : openFence(model)),
  );
  return editFile(document.path, ...edits.sort((a, b) => a.span.start - b.span.start));
}

/** A concept whose parent is added in the same go stands below it. */
function placeOf(concept: Concept, placed: ReadonlyMap<string, Place>, layout: Layout): Place {
  const parent = concept.parent === undefined ? undefined : placed.get(concept.parent);
  if (parent === undefined) return placeFor(concept, layout);
  const level = parent.level > 6 ? 7 : Math.min(6, parent.level + 1);
  return { offset: parent.offset, level, setext: parent.setext && level <= 2 };
}

/** What closes a code block that the author left open at the end of the text; else empty. */
function openFence(model: SectionedModel): string {
  const section = model.body?.sections.at(-1)?.value;
  const last = section?.blocks.at(-1);
  if (section === undefined || last?.kind !== 'code' || last.depth > 0) return '';
  const raw = section.slice(last);
  const fence = /^[ \t]{0,3}(`{3,}|~{3,})/.exec(raw)?.[1] ?? '';
  const lines = raw.trimEnd().split(/\r\n|\n|\r/);
  const closing = lines.length > 1 && (lines.at(-1)?.trim().startsWith(fence) ?? false);
  return closing ? '' : fence;
}

const RULE = /(?:^|[\r\n])[ \t]{0,3}(?:-[ \t]*){3,}\s*$|(?:^|[\r\n])[ \t]{0,3}(?:\*[ \t]*){3,}\s*$/;

/** The insertion of sections between two lines, spaced as the document spaces its own. */
function insertion(
  text: string,
  offset: number,
  sections: readonly string[],
  habits: Habits,
  fence: string,
): TextChange {
  const needsAir = sections.some(section => !section.startsWith('#'));
  const gap = needsAir ? Math.max(1, habits.above) : habits.above;
  const before = text.slice(0, offset);
  const opened = before.trim() === '';
  const ruled = !opened && RULE.test(before.slice(-200)) && offset < text.length;
  const broken = offset > 0 && lineStart(text, offset) !== offset;
  const blank = broken ? 0 : blankLinesBefore(text, offset);
  const closed = fence === '' ? '' : `${fence}\n`;
  const air = '\n'.repeat(opened ? 0 : Math.max(0, gap - (fence === '' ? blank : 0)));
  const lead = (broken ? '\n' : '') + closed + air;
  const body = sections.map(section => (ruled ? `${section}\n\n---` : section)).join(`\n${'\n'.repeat(gap)}`);
  const atEnd = offset >= text.length;
  const tail = atEnd ? (broken ? '' : '\n') : `\n${'\n'.repeat(gap)}`;
  return {
    span: { start: offset, end: offset },
    text: withLineBreaks(lead + body + tail, lineBreakOf(text)),
  };
}
