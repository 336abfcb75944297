import { isRecord } from '../results/result.ts';
import { type CardSection, EMPTY_CARD, type ReadCard } from './card.ts';
import { type Data, defined, mapAt, mapsAt, textAt, textsAt, unknownKeys } from './data.ts';

/** Names of the properties that hold what CycloneDX has no field for. */
export const PROPERTY = {
  section: 'clausewright:section',
  dataset: 'clausewright:metric-dataset',
  released: 'clausewright:released',
  reference: 'clausewright:reference',
  citation: 'clausewright:citation',
} as const;

/** The models of a bill of materials. */
export function modelsOf(data: unknown): readonly Data[] {
  if (!isRecord(data) || data['bomFormat'] !== 'CycloneDX') return [];
  const own = mapAt(data, 'metadata', 'component');
  return [own, ...mapsAt(data, 'components')].filter(
    each => each['type'] === 'machine-learning-model' || isRecord(each['modelCard']),
  );
}

const COMPONENT = [
  'type',
  'bom-ref',
  'name',
  'version',
  'description',
  'licenses',
  'authors',
  'supplier',
  'externalReferences',
  'tags',
  'pedigree',
  'modelCard',
];
const CARD = ['modelParameters', 'quantitativeAnalysis', 'considerations', 'properties', 'bom-ref'];
const CONSIDERATIONS = [
  'users',
  'useCases',
  'technicalLimitations',
  'performanceTradeoffs',
  'ethicalConsiderations',
  'fairnessAssessments',
];

/** Reads the model card of a component. */
export function readCycloneDx(component: Data): ReadCard {
  const model = mapAt(component, 'modelCard');
  const parameters = mapAt(model, 'modelParameters');
  const considerations = mapAt(model, 'considerations');
  const properties = mapsAt(model, 'properties');
  const links = mapsAt(component, 'externalReferences');
  const linked = (type: string): string[] =>
    links
      .filter(each => each['type'] === type)
      .flatMap(each => textAt(each, 'comment') ?? textAt(each, 'url') ?? []);
  const card = defined({
    ...EMPTY_CARD,
    name: textAt(component, 'name'),
    version: textAt(component, 'version'),
    released: propertiesNamed(properties, PROPERTY.released)[0],
    overview: textAt(component, 'description'),
    licenses: mapsAt(component, 'licenses').map(each => {
      const license = mapAt(each, 'license');
      return defined({
        id: textAt(license, 'id') ?? textAt(each, 'expression'),
        name: textAt(license, 'name'),
        url: textAt(license, 'url'),
      });
    }),
    people: [...mapsAt(component, 'authors'), ...mapsAt(mapAt(component, 'supplier'), 'contact')].map(each =>
      defined({ name: textAt(each, 'name'), contact: textAt(each, 'email') ?? textAt(each, 'phone') }),
    ),
    references: [...linked('documentation'), ...propertiesNamed(properties, PROPERTY.reference)],
    citations: [...linked('citation'), ...propertiesNamed(properties, PROPERTY.citation)],
    tags: textsAt(component, 'tags'),
    task: textAt(parameters, 'task'),
    baseModels: mapsAt(mapAt(component, 'pedigree'), 'ancestors').flatMap(each => nameOf(each) ?? []),
    approach: textAt(mapAt(parameters, 'approach'), 'type'),
    architectureFamily: textAt(parameters, 'architectureFamily'),
    architecture: textAt(parameters, 'modelArchitecture'),
    inputs: mapsAt(parameters, 'inputs').flatMap(each => textAt(each, 'format') ?? []),
    outputs: mapsAt(parameters, 'outputs').flatMap(each => textAt(each, 'format') ?? []),
    datasets: mapsAt(parameters, 'datasets').flatMap(each => {
      const name = textAt(each, 'name') ?? textAt(each, 'ref');
      const sensitive = textsAt(each, 'sensitiveData');
      return name === undefined
        ? []
        : [
            defined({
              name,
              url: textAt(mapAt(each, 'contents'), 'url'),
              description: textAt(each, 'description'),
              sensitive: sensitive.length === 0 ? undefined : sensitive,
            }),
          ];
    }),
    metrics: metricsOf(model, propertiesNamed(properties, PROPERTY.dataset)),
    users: textsAt(considerations, 'users'),
    useCases: textsAt(considerations, 'useCases'),
    limitations: textsAt(considerations, 'technicalLimitations'),
    tradeoffs: textsAt(considerations, 'performanceTradeoffs'),
    ethics: mapsAt(considerations, 'ethicalConsiderations').flatMap(each => {
      const name = textAt(each, 'name');
      return name === undefined ? [] : [defined({ name, mitigation: textAt(each, 'mitigationStrategy') })];
    }),
    fairness: mapsAt(considerations, 'fairnessAssessments').flatMap(each => {
      const group = textAt(each, 'groupAtRisk');
      return group === undefined
        ? []
        : [
            defined({
              group,
              benefits: textAt(each, 'benefits'),
              harms: textAt(each, 'harms'),
              mitigation: textAt(each, 'mitigationStrategy'),
            }),
          ];
    }),
    sections: properties.flatMap(sectionOf),
  });
  const lost = [
    ...unknownKeys(component, COMPONENT, ''),
    ...unknownKeys(model, CARD, 'modelCard'),
    ...unknownKeys(considerations, CONSIDERATIONS, 'modelCard.considerations'),
    ...properties
      .map(each => textAt(each, 'name') ?? '')
      .filter(name => !name.startsWith('clausewright:'))
      .map(name => `modelCard.properties (${name})`),
  ];
  return { card, lost: lost.map(key => `"${key}" is not read`) };
}

/** A component's name with its group: `owner/name`. */
function nameOf(component: Data): string | undefined {
  const name = textAt(component, 'name');
  const group = textAt(component, 'group');
  return name === undefined || group === undefined ? name : `${group}/${name}`;
}

function metricsOf(model: Data, datasets: readonly string[]) {
  const known = new Map(
    datasets.flatMap(each => {
      const equals = each.indexOf('=');
      return equals < 0 ? [] : [[each.slice(0, equals), each.slice(equals + 1)] as const];
    }),
  );
  return mapsAt(mapAt(model, 'quantitativeAnalysis'), 'performanceMetrics').flatMap((each, index) => {
    const [type, value] = [textAt(each, 'type'), textAt(each, 'value')];
    const interval = mapAt(each, 'confidenceInterval');
    if (type === undefined || value === undefined) return [];
    return [
      defined({
        type,
        value,
        slice: textAt(each, 'slice'),
        dataset: known.get(String(index)),
        lower: textAt(interval, 'lowerBound'),
        upper: textAt(interval, 'upperBound'),
      }),
    ];
  });
}

function propertiesNamed(properties: readonly Data[], name: string): string[] {
  return properties.filter(each => each['name'] === name).flatMap(each => textAt(each, 'value') ?? []);
}

/** `clausewright:section:<concept>:<title>` and `clausewright:section::<title>`. */
function sectionOf(property: Data): CardSection[] {
  const name = textAt(property, 'name') ?? '';
  const text = textAt(property, 'value');
  if (!name.startsWith(`${PROPERTY.section}:`) || text === undefined) return [];
  const rest = name.slice(PROPERTY.section.length + 1);
  const colon = rest.indexOf(':');
  const [concept, title] = [rest.slice(0, colon), rest.slice(colon + 1)];
  return [concept === '' ? { title, text } : { concept, title, text }];
}
