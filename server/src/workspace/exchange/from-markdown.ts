import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type {
  CardDataset,
  CardLicense,
  CardMetric,
  ExchangeCard,
  ReadCard,
} from '../../model/exchange/card.ts';
import { EMPTY_CARD } from '../../model/exchange/card.ts';
import { defined } from '../../model/exchange/data.ts';
import { type Metadata, type SectionedModel, textAt, textsAt } from '../../model/sectioned.ts';
import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { conceptStates } from '../concepts.ts';
import { Gathered } from './gathered.ts';

/** Keys of the front matter that have a place in the other formats. */
const KNOWN = new Set([
  'model_name',
  'version',
  'license',
  'license_name',
  'license_link',
  'tags',
  'pipeline_tag',
  'base_model',
  'datasets',
  'model-index',
]);

/** Reads a Markdown model card. Comments are left out: nobody who reads the card sees them. */
export function fromMarkdown(
  model: SectionedModel,
  text: string,
  vocabulary: Vocabulary,
  headings: ReadonlyMap<string, string>,
): ReadCard {
  const { metadata } = model;
  const states = conceptStates(model, vocabulary, headings);
  const gathered = new Gathered();
  for (const [index, item] of model.outline.entries()) {
    const [concept] = states.ofHeading[index] ?? [];
    const own = text.slice(item.own.start, item.own.end);
    if (index === states.title || item.level === 0) gathered.lead(own);
    else if (concept !== undefined) gathered.section(concept.id, item.title, own);
    else
      gathered.foreign(
        item.title,
        own,
        model.outline[item.parent] === undefined
          ? []
          : (states.ofHeading[item.parent] ?? []).map(each => each.id),
      );
  }
  const title = model.outline[states.title]?.title;
  const said = gathered.card();
  const card: ExchangeCard = defined({
    ...EMPTY_CARD,
    ...said,
    name: textAt(metadata, 'model_name')?.value.value ?? said.name ?? title,
    version: textAt(metadata, 'version')?.value.value ?? said.version,
    task: textAt(metadata, 'pipeline_tag')?.value.value ?? said.task,
    licenses: licensesOf(metadata),
    tags: texts(metadata, 'tags'),
    baseModels: distinct([...texts(metadata, 'base_model'), ...said.baseModels]),
    datasets: datasetsOf(metadata, said.datasets),
    metrics: [...indexMetrics(metadata), ...said.metrics],
  });
  const lost = [...metadata.keys()].filter(key => !KNOWN.has(key) && key !== 'clausewright');
  const [key, ...more] = lost.map(each => `"${each}"`);
  if (key === undefined) return { card, lost: [] };
  const keys = more.length === 0 ? `the key ${key}` : `the keys ${[key, ...more].join(', ')}`;
  return { card, lost: [`${keys} of the front matter ${more.length === 0 ? 'has' : 'have'} no place there`] };
}

function texts(metadata: Metadata, key: string): string[] {
  return textsAt(metadata, key).map(each => each.value.value);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function licensesOf(metadata: Metadata): CardLicense[] {
  const id = textAt(metadata, 'license')?.value.value;
  const name = textAt(metadata, 'license_name')?.value.value;
  const url = textAt(metadata, 'license_link')?.value.value;
  if (id === undefined && name === undefined) return [];
  return [defined({ id: id === 'other' ? undefined : id, name, url })];
}

function datasetsOf(metadata: Metadata, listed: readonly CardDataset[]): CardDataset[] {
  const named = new Set(listed.map(each => each.name));
  return [
    ...listed,
    ...texts(metadata, 'datasets')
      .filter(name => !named.has(name))
      .map(name => ({ name })),
  ];
}

/** The results of `model-index`. */
function indexMetrics(metadata: Metadata): CardMetric[] {
  return items(metadata.get('model-index')?.value.value).flatMap(model =>
    items(valueAt(model, 'results')).flatMap(result => {
      const data = valueAt(result, 'dataset');
      const dataset = scalar(valueAt(data, 'name')) ?? scalar(valueAt(data, 'type'));
      return items(valueAt(result, 'metrics')).flatMap(metric => {
        const type = scalar(valueAt(metric, 'name')) ?? scalar(valueAt(metric, 'type'));
        const value = scalar(valueAt(metric, 'value'));
        return type === undefined || value === undefined ? [] : [defined({ type, value, dataset })];
      });
    }),
  );
}

function items(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'seq' ? node.items : [];
}

function scalar(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.source.trim() !== '' ? node.source : undefined;
}
