import type { Concept } from '../../catalog/types.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { type ConceptState, headingsOf } from '../../workspace/concepts.ts';
import { controlNames } from '../../workspace/control-names.ts';
import type { Fix, Report } from '../../workspace/finding.ts';
import { fillSection } from '../../workspace/scaffold/fill-section.ts';
import type { WorkspaceContext } from '../define.ts';
import { type EmptyPlace, emptyPlace } from './empty-place.ts';

/** A concept's own place, or that of another concept that would answer it as well. */
export function stateOf(
  concept: Concept,
  states: ReadonlyMap<string, ConceptState>,
): ConceptState | undefined {
  return [concept.id, ...(concept.satisfiedBy ?? [])].flatMap(id => states.get(id) ?? [])[0];
}

/** Reports sections that say nothing, each once, however many concepts it stands for. */
export function reportEmpty(
  gaps: readonly Concept[],
  states: ReadonlyMap<string, ConceptState>,
  model: SectionedModel,
  context: WorkspaceContext,
): void {
  const places = new Map<number, { place: EmptyPlace; state: ConceptState; concepts: Concept[] }>();
  for (const concept of gaps) {
    const state = stateOf(concept, states);
    const place = state === undefined ? undefined : emptyPlace(state, model, context.document);
    if (state === undefined || place === undefined) continue;
    const known = places.get(place.span.start);
    if (known === undefined) places.set(place.span.start, { place, state, concepts: [concept] });
    else known.concepts.push(concept);
  }
  for (const { place, state, concepts } of places.values()) {
    const report = emptyReport(place, state, concepts, model, context);
    const always = concepts.some(each => each.expected === 'always');
    context.report(always ? report : { ...report, severity: 'information' });
  }
}

function emptyReport(
  place: EmptyPlace,
  state: ConceptState,
  concepts: readonly Concept[],
  model: SectionedModel,
  context: WorkspaceContext,
): Report {
  const item = headingsOf(state, model)[0];
  const fix: Fix | undefined =
    item === undefined || !place.bare
      ? undefined
      : {
          title: `Put the questions that "${place.title}" answers, and what is known, into the section`,
          kind: 'scaffold',
          change: () => [fillSection(context.document, model, item, state.concept, place.says, context)],
        };
  return {
    at: place.span,
    what:
      place.says === ''
        ? `The section "${place.title}" is empty`
        : `The section "${place.title}" says only "${place.says.replace(/\.$/, '')}"`,
    why: `It is where a reviewer looks for evidence of ${controlNames(controlsOf(concepts), context.library)}`,
    next:
      place.says === ''
        ? 'Write what applies here, or say in a sentence why nothing does'
        : 'Say in a sentence why nothing applies, or what is known so far',
    controls: controlsOf(concepts),
    fixes: fix === undefined ? [] : [fix],
  };
}

/** The controls that sections on some concepts can evidence, each once. */
export function controlsOf(concepts: readonly Concept[]): readonly string[] {
  return [...new Set(concepts.flatMap(each => each.controls))];
}
