import type { Concept } from '../../catalog/types.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { textsAt } from '../../model/sectioned.ts';
import { conceptStates } from '../../workspace/concepts.ts';
import type { FeatureContext } from '../context.ts';
import { conceptMarkdown } from '../hover/heading.ts';
import { matches } from '../locate/path.ts';
import type { YamlPlace } from '../locate/yaml.ts';
import { controlCompletions } from './controls.ts';
import { type Completion, rank, snippetText } from './item.ts';
import { keyCompletions } from './keys.ts';
import type { Slot } from './slot.ts';
import { valueCompletions } from './values.ts';

/** Suggestions in front matter and in assessments that are written as YAML. */
export function frontCompletions(
  context: FeatureContext,
  model: SectionedModel,
  place: YamlPlace,
  slot: Slot,
): Completion[] {
  const { path, role } = place;
  const inControls = matches(path, 'controls') || matches(path, 'controls', '*');
  if (inControls && role === 'value') return claims(context, model, place, slot, '');
  if (inControls && role === 'gap') return claims(context, model, place, slot, place.flow ? '' : '- ');
  if (role === 'value') return valueCompletions(context, place, slot);
  const owner = role === 'gap' ? path : path.slice(0, -1);
  // Below a key that has no value yet: the first item of its list.
  if (owner.length === 1 && role === 'gap' && place.siblings.size === 0 && !place.flow)
    return valueCompletions(
      context,
      { ...place, path: owner },
      { ...slot, scalar: text => `- ${slot.scalar(text)}` },
    );
  const keys = keyCompletions(context, place, owner, slot);
  return model.form === 'yaml' && owner.length === 0
    ? [...keys, ...conceptKeys(context, model, place, slot)]
    : keys;
}

function claims(
  context: FeatureContext,
  model: SectionedModel,
  place: YamlPlace,
  slot: Slot,
  lead: string,
): Completion[] {
  const { library, framework, frameworks } = context;
  const used = new Set<string>();
  for (const { value } of textsAt(model.metadata, 'controls')) {
    const found = value.value === place.text ? undefined : library.resolve(value.value, framework);
    if (found?.item !== undefined) used.add(found.catalog.qualified(found.item));
  }
  return controlCompletions(context, {
    span: slot.span,
    typed: slot.typed,
    frameworks,
    used,
    insert: id => ({ text: snippetText(`${lead}${slot.scalar(id)}`), snippet: true }),
  });
}

/** The sections of an assessment in YAML that are still missing, as keys. */
function conceptKeys(
  context: FeatureContext,
  model: SectionedModel,
  place: YamlPlace,
  slot: Slot,
): Completion[] {
  const vocabulary = context.library.vocabulary(model.kind);
  const { states } = conceptStates(model, vocabulary, context.scope.headings);
  const answered = ({ id, satisfiedBy }: Concept): boolean =>
    [id, ...(satisfiedBy ?? [])].some(each => states.has(each) && keyOf(each) !== place.text);
  return vocabulary.concepts
    .filter(concept => !answered(concept) && !place.siblings.has(keyOf(concept.id)))
    .map((concept, index) => ({
      label: keyOf(concept.id),
      kind: 'section' as const,
      detail: `${concept.title} · ${concept.expected}`,
      documentation: () => conceptMarkdown(context, concept),
      insert: place.role === 'key' && !place.open ? keyOf(concept.id) : `${keyOf(concept.id)}: $0`,
      snippet: true,
      span: slot.span,
      filterText: `${keyOf(concept.id)} ${concept.title}`,
      sortText: `${EXPECTED[concept.expected]}${rank(index)}`,
    }));
}

const EXPECTED: Readonly<Record<Concept['expected'], string>> = {
  always: 'c',
  recommended: 'd',
  optional: 'e',
};

function keyOf(concept: string): string {
  return concept.replaceAll('-', '_');
}
