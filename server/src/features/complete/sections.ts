import type { Concept } from '../../catalog/types.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { Span } from '../../text/span.ts';
import { type ConceptStates, conceptStates } from '../../workspace/concepts.ts';
import { scaffoldContext } from '../../workspace/scaffold/context.ts';
import { factsFor } from '../../workspace/scaffold/facts.ts';
import { headingStyle, sectionText } from '../../workspace/scaffold/section.ts';
import type { FeatureContext } from '../context.ts';
import { conceptMarkdown } from '../hover/heading.ts';
import type { MarkdownPlace } from '../locate/markdown.ts';
import { type Completion, rank } from './item.ts';

const EXPECTED: Readonly<Record<Concept['expected'], string>> = {
  always: 'a',
  recommended: 'b',
  optional: 'c',
};

/**
 * The sections that a card or assessment still lacks, on a blank line or one that begins with `#`: heading, known
 * facts and guidance. The ones that conventionally come next come first.
 */
export function sectionCompletions(
  context: FeatureContext,
  model: SectionedModel,
  place: MarkdownPlace,
): Completion[] {
  const { document, library, scope } = context;
  const line = document.source.slice(place.line);
  const marks = /^ {0,3}(#{0,6})(?:$|[ \t])/.exec(line);
  if (marks === null || place.inCode || place.comment !== undefined) return [];
  if ((marks[1] ?? '') === '' && line.trim() !== '') return [];
  const vocabulary = library.vocabulary(model.kind);
  const states = conceptStates(model, vocabulary, scope.headings);
  const above = chainAbove(model, states, place.line);
  const previous = above[0]?.concepts[0];
  const after = previous === undefined ? -1 : vocabulary.concepts.indexOf(previous);
  const typed = marks[1]?.length ?? 0;
  // One `#` is how a heading of any level begins; more than usual is meant.
  const level = (concept: Concept): number => Math.max(typed, levelFor(concept, above, model, states));
  return vocabulary.concepts
    .map((concept, index) => ({
      concept,
      order: index > after ? index - after : index + vocabulary.concepts.length,
    }))
    .filter(({ concept }) => isMissing(concept, model, states, place.line))
    .map(({ concept, order }) => sectionItem(context, model, concept, level, place.line, order));
}

function sectionItem(
  context: FeatureContext,
  model: SectionedModel,
  concept: Concept,
  level: (concept: Concept) => number,
  span: Span,
  order: number,
): Completion {
  const facts = factsFor(concept, scaffoldContext(context.document, model, context));
  const text = sectionText(concept, facts, headingStyle(level(concept)), context.library);
  const marks = /^#+/.exec(text)?.[0] ?? '';
  return {
    label: `${marks} ${concept.title}`.trim(),
    kind: 'section',
    detail: `${concept.expected === 'always' ? 'missing' : concept.expected}${facts.length > 0 ? ' · with what is known' : ''}`,
    documentation: () => conceptMarkdown(context, concept),
    insert: `${text}\n`,
    snippet: false,
    span,
    filterText: `${marks} ${concept.title} ${(concept.synonyms['en'] ?? []).slice(0, 6).join(' ')}`,
    sortText: `${EXPECTED[concept.expected]}${rank(order)}`,
  };
}

/** Whether no section stands for a concept, nor for one that answers it; a heading on `line` is still being typed. */
function isMissing(
  { id, satisfiedBy }: Concept,
  model: SectionedModel,
  { states }: ConceptStates,
  line: Span,
): boolean {
  return [id, ...(satisfiedBy ?? [])].every(each => {
    const state = states.get(each);
    if (state === undefined) return true;
    const elsewhere = state.headings.some(index => !isOn(model, index, line));
    return state.headings.length > 0 && !elsewhere;
  });
}

function isOn(model: SectionedModel, index: number, line: Span): boolean {
  const start = model.outline[index]?.heading.start ?? -1;
  return line.start <= start && start <= line.end;
}

/** A heading above the cursor that stands for concepts. */
interface Above {
  readonly concepts: readonly Concept[];
  readonly level: number;
}

/** The nearest recognised heading above a line, and the recognised ones that it stands under, innermost first. */
function chainAbove(model: SectionedModel, { ofHeading }: ConceptStates, line: Span): Above[] {
  const chain: Above[] = [];
  let index = model.outline.findLastIndex(
    (item, at) => item.heading.start < line.start && (ofHeading[at]?.length ?? 0) > 0,
  );
  while (index >= 0) {
    const item = model.outline[index];
    const concepts = ofHeading[index] ?? [];
    if (item === undefined) break;
    if (concepts.length > 0) chain.push({ concepts, level: item.level });
    index = item.parent;
  }
  return chain;
}

/** One below the heading of its parent concept where the cursor is under it, else as deep as the sections around. */
function levelFor(
  concept: Concept,
  above: readonly Above[],
  model: SectionedModel,
  states: ConceptStates,
): number {
  const parent = above.find(each => each.concepts.some(({ id }) => id === concept.parent));
  if (parent !== undefined) return Math.min(6, parent.level + 1);
  const outermost = above.at(-1)?.level;
  if (outermost !== undefined) return Math.min(6, outermost);
  const first = model.outline.find((_, index) => (states.ofHeading[index]?.length ?? 0) > 0)?.level;
  return Math.min(6, first ?? (model.outline[states.title]?.level ?? 1) + 1);
}
