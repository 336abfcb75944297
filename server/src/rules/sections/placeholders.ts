import type { Concept } from '../../catalog/types.ts';
import type { OutlineItem } from '../../model/outline.ts';
import { type Placeholder, placeholdersIn } from '../../model/placeholders.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { placeholdersInNode } from '../../model/yaml-placeholders.ts';
import { keyText } from '../../syntax/yaml/nodes.ts';
import { at, type Span } from '../../text/span.ts';
import { type ConceptStates, conceptOfKey } from '../../workspace/concepts.ts';
import type { RuleContext } from '../define.ts';

/** A placeholder with what is around it. */
export interface Hole {
  readonly span: Span;
  readonly text: string;
  /** The section or key it stands in; empty for text before the first heading. */
  readonly place: string;
  /** The nearest concept that the section stands for, itself or through the sections around it. */
  readonly concept: Concept | undefined;
  /** The heading it stands under. */
  readonly item: OutlineItem | undefined;
}

/** Metadata of cards whose values are examples or free lists, where "..." and the like mean nothing. */
const FREE_KEYS = new Set([
  'widget',
  'tags',
  'inference',
  'extra_gated_prompt',
  'extra_gated_fields',
  'model-index',
]);

/** All placeholders of a document, in the order of the text: in its metadata, then in its body. */
export function holesOf(model: SectionedModel, states: ConceptStates, context: RuleContext): Hole[] {
  return [...inMetadata(model, context), ...inBody(model, states)];
}

function inMetadata(model: SectionedModel, { document, library, scope }: RuleContext): Hole[] {
  const { text } = document.source;
  const vocabulary = library.vocabulary(model.kind);
  return [...model.metadata.values()].flatMap(({ start, value: pair }) => {
    const key = keyText(pair.key) ?? '';
    if (model.kind !== 'impact-assessment' && FREE_KEYS.has(key)) return [];
    const concept =
      conceptOfKey(key, vocabulary, scope.headings) ??
      vocabulary.concepts.find(each => each.frontMatter?.includes(key));
    const local = text.slice(start, start + pair.to);
    return placeholdersInNode(pair.value, local).map(
      (hole): Hole => ({ span: at(start, hole), text: hole.text, place: key, concept, item: undefined }),
    );
  });
}

function inBody(model: SectionedModel, states: ConceptStates): Hole[] {
  const holes: Hole[] = [];
  let index = 0;
  for (const { start, value } of model.body?.sections ?? []) {
    for (const hole of value.derive(placeholdersIn)) {
      const span = at(start, hole);
      while ((model.outline[index + 1]?.own.start ?? Number.MAX_SAFE_INTEGER) <= span.start) index += 1;
      holes.push(holeAt(span, hole, index, model, states));
    }
  }
  return holes;
}

function holeAt(
  span: Span,
  { text }: Placeholder,
  index: number,
  model: SectionedModel,
  states: ConceptStates,
): Hole {
  const item = model.outline[index];
  let concept: Concept | undefined;
  for (let up = index; up >= 0 && concept === undefined; up = model.outline[up]?.parent ?? -1)
    concept = states.ofHeading[up]?.[0];
  return { span, text, place: item?.title ?? '', concept, item };
}
