import { expectationOf } from '../../catalog/expectation.ts';
import type { Concept } from '../../catalog/types.ts';
import { type Answered, answerIn } from '../../model/card/answers.ts';
import { type Metadata, type SectionedModel, textsAt } from '../../model/sectioned.ts';
import { unclosedCodeIn } from '../../model/unclosed-code.ts';
import type { ConceptState } from '../../workspace/concepts.ts';
import type { WorkspaceContext } from '../define.ts';
import { type EmptyPlace, emptyPlace } from './empty-place.ts';
import { isUnfilledForm } from './form.ts';
import { statesOf } from './states.ts';
import { systemOf } from './system.ts';
import { isToCopy } from './to-copy.ts';

/** A subject that a document should speak of and does not. */
export interface Gap {
  readonly concept: Concept;
  readonly expected: 'always' | 'recommended';
  /** Half a sentence, where the role or risk class of the system asks for it. */
  readonly because: string | undefined;
}

/** A section that says nothing, with every gap that it would close. */
export interface EmptySection {
  readonly place: EmptyPlace;
  readonly state: ConceptState;
  readonly gaps: readonly Gap[];
}

/** What a document lacks: subjects without any section, and sections without text. */
export interface Gaps {
  readonly absent: readonly Gap[];
  readonly empty: readonly EmptySection[];
}

const NONE: Gaps = { absent: [], empty: [] };

/**
 * The gaps of a card or an assessment, worked out once for all rules of a run: each rule takes those that are its own,
 * so that no gap is told twice. A form to copy has none, nor has one that nobody has begun to fill in, which is a
 * finding of its own.
 */
export function gapsOf(context: WorkspaceContext): Gaps {
  const { document, library } = context;
  const { model } = document;
  if (!('outline' in model) || context.derive(isToCopy)) return NONE;
  // Front matter that nothing closes has swallowed the body: what is missing there is only unread.
  if (model.frontMatter?.state === 'unclosed' || context.derive(isUnfilledForm)) return NONE;
  const states = context.derive(statesOf);
  const traits = context.derive(systemOf)?.data;
  const gaps = library.vocabulary(model.kind).concepts.flatMap((concept): Gap[] => {
    const { expected, why } = expectationOf(concept, traits);
    if (expected === 'optional' || concept.controls.length === 0 || states.answered(concept)) return [];
    const named = traits?.riskClass !== 'high' && namedIn(model.metadata, concept);
    return [{ concept, expected: named ? 'recommended' : expected, because: why }];
  });
  const absent = gaps.filter(
    ({ concept, expected }) =>
      stateOf(concept, states.states) === undefined &&
      !(expected === 'recommended' && touchedOn(concept, model)),
  );
  // A fence that nothing closes has swallowed sections as well.
  const swallowed = model.body !== undefined && unclosedCodeIn(model.body.sections) !== undefined;
  return {
    absent: swallowed ? [] : independent(absent),
    empty: emptySections(gaps, states.states, model, context),
  };
}

/** Subjects that are merely expected, by the sentences that touch on them; where a system makes them a must, these are too little. */
const TOUCHED: Readonly<Record<string, Answered>> = {
  'out-of-scope-use': 'out-of-scope-use',
  'training-procedure': 'training-procedure',
  fairness: 'fairness',
  biases: 'fairness',
};

/** Whether the front matter names the data that a card was trained on: a reader finds their own cards by that. */
function namedIn(metadata: Metadata, { id }: Concept): boolean {
  return id === 'training-data' && textsAt(metadata, 'datasets').length > 0;
}

function touchedOn({ id }: Concept, { body }: SectionedModel): boolean {
  const of = TOUCHED[id];
  return of !== undefined && body?.sections.some(({ value }) => answerIn(value, of) !== undefined) === true;
}

/** A concept's own place, or that of another concept that would answer it as well. */
function stateOf(concept: Concept, states: ReadonlyMap<string, ConceptState>): ConceptState | undefined {
  return [concept.id, ...(concept.satisfiedBy ?? [])].flatMap(id => states.get(id) ?? [])[0];
}

/** Each place once, however many concepts it stands for. */
function emptySections(
  gaps: readonly Gap[],
  states: ReadonlyMap<string, ConceptState>,
  model: SectionedModel,
  { document }: WorkspaceContext,
): EmptySection[] {
  const places = new Map<number, { place: EmptyPlace; state: ConceptState; gaps: Gap[] }>();
  for (const gap of gaps) {
    const state = stateOf(gap.concept, states);
    const place = state === undefined ? undefined : emptyPlace(state, model, document);
    if (state === undefined || place === undefined) continue;
    const known = places.get(place.span.start);
    if (known === undefined) places.set(place.span.start, { place, state, gaps: [gap] });
    else known.gaps.push(gap);
  }
  return [...places.values()];
}

/** Merely expected subjects of which none is answered by a section on one before it: two names of one gap are one. */
function independent(gaps: readonly Gap[]): Gap[] {
  return gaps.filter(
    ({ concept, expected }, index) =>
      expected === 'always' ||
      !gaps.slice(0, index).some(each => concept.satisfiedBy?.includes(each.concept.id)),
  );
}
