import type { Concept } from '../../catalog/types.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { textsAt } from '../../model/sectioned.ts';
import { conceptStates } from '../../workspace/concepts.ts';
import { isForeignCard } from '../card-format.ts';
import type { FeatureContext } from '../context.ts';
import { formatKey } from '../formats.ts';
import { conceptMarkdown } from '../hover/heading.ts';
import { matches, type YamlPath } from '../locate/path.ts';
import type { YamlPlace } from '../locate/yaml.ts';
import { controlCompletions } from './controls.ts';
import { formCompletions } from './forms.ts';
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
  if (isForeignCard(context.document)) return [];
  const { path, role } = place;
  const inControls = matches(path, 'controls') || matches(path, 'controls', '*');
  if (inControls && role === 'value') return claims(context, model, place, slot, '');
  if (inControls && role === 'gap') return claims(context, model, place, slot, place.flow ? '' : '- ');
  const inForms = formCompletions(context, model, place, slot);
  if (inForms !== undefined && model.kind === 'impact-assessment') return inForms;
  if (role === 'value') {
    // Behind the dash of an item that may become a map.
    const keys =
      place.within === 'list' && place.text === '' ? keyCompletions(context, place, path, slot) : [];
    return [...valueCompletions(context, place, slot), ...keys];
  }
  const owner = role === 'gap' ? path : path.slice(0, -1);
  const keys = keyCompletions(context, place, owner, slot);
  if (owner.length > 0 && role === 'gap' && place.siblings.size === 0)
    return [...firstValues(context, place, owner, slot), ...keys];
  return model.form === 'yaml' && owner.length === 0
    ? [...keys, ...conceptKeys(context, model, place, slot)]
    : keys;
}

/** What can be written first below a key, or between the brackets behind it: values, or the items of its list. */
function firstValues(context: FeatureContext, place: YamlPlace, owner: YamlPath, slot: Slot): Completion[] {
  const at = { ...place, path: owner };
  if (place.flow) return valueCompletions(context, at, slot);
  const key = formatKey(context.library.cards, context.document.kind, owner);
  const listed = key === undefined || key.shape === 'list' || key.forms?.includes('list') === true;
  if (!listed) return valueCompletions(context, at, slot);
  const item: Slot = { ...slot, scalar: text => `- ${slot.scalar(text)}`, indent: slot.indent + 2 };
  const keys = keyCompletions(context, place, [...owner, 0], item);
  return [
    ...valueCompletions(context, at, item),
    ...keys.map(each => ({ ...each, insert: `- ${each.insert}` })),
  ];
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
