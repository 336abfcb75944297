import { isRecord } from '../results/result.ts';
import { type CardSection, EMPTY_CARD, type ReadCard } from './card.ts';
import { type Data, defined, mapAt, mapsAt, textAt, unknownKeys } from './data.ts';
import { sectionsOf } from './sections.ts';

/** Whether parsed JSON or YAML is a card of the Model Card Toolkit. */
export function isToolkitCard(data: unknown): boolean {
  if (!isRecord(data)) return false;
  const parts = ['model_details', 'model_parameters', 'quantitative_analysis', 'considerations'];
  const own = parts.filter(each => isRecord(data[each]));
  return own.includes('model_details')
    ? textAt(mapAt(data, 'model_details'), 'name') !== undefined || own.length > 1
    : own.length >= 2;
}

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '': ['schema_version', 'model_details', 'model_parameters', 'quantitative_analysis', 'considerations'],
  model_details: [
    'name',
    'overview',
    'documentation',
    'owners',
    'version',
    'licenses',
    'references',
    'citations',
  ],
  model_parameters: ['model_architecture', 'data', 'input_format', 'output_format'],
  quantitative_analysis: ['performance_metrics'],
  considerations: ['users', 'use_cases', 'limitations', 'tradeoffs', 'ethical_considerations'],
};

/** Reads a card of the Model Card Toolkit. */
export function readToolkitCard(data: Data): ReadCard {
  const details = mapAt(data, 'model_details');
  const parameters = mapAt(data, 'model_parameters');
  const considerations = mapAt(data, 'considerations');
  const version = mapAt(details, 'version');
  const documentation = textAt(details, 'documentation');
  const card = defined({
    ...EMPTY_CARD,
    name: textAt(details, 'name'),
    version: textAt(version, 'name'),
    released: textAt(version, 'date'),
    overview: textAt(details, 'overview'),
    licenses: mapsAt(details, 'licenses').map(each =>
      defined({ id: textAt(each, 'identifier'), name: textAt(each, 'custom_text') }),
    ),
    people: mapsAt(details, 'owners').map(each =>
      defined({ name: textAt(each, 'name'), contact: textAt(each, 'contact') }),
    ),
    references: mapsAt(details, 'references').flatMap(each => textAt(each, 'reference') ?? []),
    citations: mapsAt(details, 'citations').flatMap(each => textAt(each, 'citation') ?? []),
    architecture: textAt(parameters, 'model_architecture'),
    inputs: asList(textAt(parameters, 'input_format')),
    outputs: asList(textAt(parameters, 'output_format')),
    datasets: mapsAt(parameters, 'data').flatMap(each => {
      const name = textAt(each, 'name') ?? textAt(each, 'link');
      return name === undefined
        ? []
        : [defined({ name, url: textAt(each, 'link'), sensitive: sensitive(each) })];
    }),
    metrics: mapsAt(mapAt(data, 'quantitative_analysis'), 'performance_metrics').flatMap(each => {
      const [type, value] = [textAt(each, 'type'), textAt(each, 'value')];
      const interval = mapAt(each, 'confidence_interval');
      if (type === undefined || value === undefined) return [];
      return [
        defined({
          type,
          value,
          slice: textAt(each, 'slice'),
          lower: textAt(interval, 'lower_bound'),
          upper: textAt(interval, 'upper_bound'),
        }),
      ];
    }),
    users: descriptions(considerations, 'users'),
    useCases: descriptions(considerations, 'use_cases'),
    limitations: descriptions(considerations, 'limitations'),
    tradeoffs: descriptions(considerations, 'tradeoffs'),
    ethics: mapsAt(considerations, 'ethical_considerations').flatMap(each => {
      const name = textAt(each, 'name');
      return name === undefined ? [] : [defined({ name, mitigation: textAt(each, 'mitigation_strategy') })];
    }),
    sections: documentation === undefined ? [] : documented(documentation),
  });
  const lost = Object.entries(KNOWN).flatMap(([part, keys]) =>
    unknownKeys(part === '' ? data : mapAt(data, part), keys, part),
  );
  return { card, lost: lost.map(key => `"${key}" is not read`) };
}

function documented(text: string): readonly CardSection[] {
  const sections = sectionsOf(text);
  return sections.length > 0 ? sections : [{ title: 'Documentation', text }];
}

function descriptions(data: Data, key: string): string[] {
  return mapsAt(data, key).flatMap(each => textAt(each, 'description') ?? []);
}

function sensitive(data: Data): readonly string[] | undefined {
  const list = mapAt(data, 'sensitive')['sensitive_data'];
  const texts = Array.isArray(list) ? list.flatMap(each => (typeof each === 'string' ? [each] : [])) : [];
  return texts.length === 0 ? undefined : texts;
}

function asList(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}
