import type { CardLicense, CardPerson, ExchangeCard } from '../../model/exchange/card.ts';
import { PROPERTY } from '../../model/exchange/cyclonedx.ts';
import { filled } from './filled.ts';
import { sectionsNamed } from './named.ts';
import { spdxId } from './spdx.ts';
import type { WrittenCard } from './written.ts';

const APPROACHES = new Set([
  'supervised',
  'unsupervised',
  'reinforcement-learning',
  'semi-supervised',
  'self-supervised',
]);

/** A card as the model component of a CycloneDX 1.7 bill of materials. */
export function cardCycloneDx(card: ExchangeCard): WrittenCard {
  const component = filled({
    type: 'machine-learning-model',
    'bom-ref': `model:${card.name ?? 'model'}${card.version === undefined ? '' : `@${card.version}`}`,
    name: card.name ?? 'model',
    version: card.version,
    description: card.overview,
    authors: card.people.flatMap(authorOf),
    licenses: card.licenses.flatMap(licenseOf),
    tags: card.tags,
    pedigree: filled({ ancestors: card.baseModels.map(name => ({ type: 'machine-learning-model', name })) }),
    externalReferences: [...linked('documentation', card.references), ...linked('citation', card.citations)],
    modelCard: modelCard(card),
  });
  const bom = { bomFormat: 'CycloneDX', specVersion: '1.7', version: 1, components: [component] };
  return { text: `${JSON.stringify(bom, null, 2)}\n`, lost: lostOf(card) };
}

function modelCard(card: ExchangeCard) {
  return filled({
    modelParameters: filled({
      approach:
        card.approach !== undefined && APPROACHES.has(card.approach) ? { type: card.approach } : undefined,
      task: card.task,
      architectureFamily: card.architectureFamily,
      modelArchitecture: card.architecture,
      datasets: card.datasets.map(({ name, url, description, sensitive }) =>
        filled({ type: 'dataset', name, contents: filled({ url }), sensitiveData: sensitive, description }),
      ),
      inputs: card.inputs.map(format => ({ format })),
      outputs: card.outputs.map(format => ({ format })),
    }),
    quantitativeAnalysis: filled({
      performanceMetrics: card.metrics.map(({ type, value, slice, lower, upper }) =>
        filled({ type, value, slice, confidenceInterval: filled({ lowerBound: lower, upperBound: upper }) }),
      ),
    }),
    considerations: filled({
      users: card.users,
      useCases: card.useCases,
      technicalLimitations: card.limitations,
      performanceTradeoffs: card.tradeoffs,
      ethicalConsiderations: card.ethics.map(({ name, mitigation }) =>
        filled({ name, mitigationStrategy: mitigation }),
      ),
      fairnessAssessments: card.fairness.map(({ group, benefits, harms, mitigation }) =>
        filled({ groupAtRisk: group, benefits, harms, mitigationStrategy: mitigation }),
      ),
    }),
    properties: [
      ...(card.released === undefined ? [] : [{ name: PROPERTY.released, value: card.released }]),
      ...card.metrics.flatMap(({ dataset }, index) =>
        dataset === undefined ? [] : [{ name: PROPERTY.dataset, value: `${index}=${dataset}` }],
      ),
      ...unlinked(PROPERTY.reference, card.references),
      ...unlinked(PROPERTY.citation, card.citations),
      ...card.sections.map(({ concept = '', title, text }) => ({
        name: `${PROPERTY.section}:${concept}:${title}`,
        value: text,
      })),
    ],
  });
}

function authorOf({ name, contact }: CardPerson): readonly object[] {
  const mail = contact !== undefined && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(contact) ? contact : undefined;
  const other = contact !== undefined && mail === undefined ? contact : undefined;
  const named = [name, other].filter(each => each !== undefined).join(', ');
  return [filled({ name: named, email: mail }) ?? []].flat();
}

function licenseOf({ id, name, url }: CardLicense): object[] {
  const spdx = id === undefined ? undefined : spdxId(id);
  const named = spdx === undefined ? (name ?? id) : undefined;
  if (spdx === undefined && named === undefined) return [];
  return [{ license: filled({ id: spdx, name: named, url }) }];
}

/** References with an address; those in words only have no field. */
function linked(type: string, texts: readonly string[]): object[] {
  return texts.flatMap(text => {
    const url = addressIn(text);
    if (url === undefined) return [];
    return [url === text ? { type, url } : { type, url, comment: text }];
  });
}

function unlinked(name: string, texts: readonly string[]): object[] {
  return texts.filter(text => addressIn(text) === undefined).map(value => ({ name, value }));
}

function addressIn(text: string): string | undefined {
  return /https?:\/\/[^\s)>\]"'}]+/.exec(text)?.[0];
}

function lostOf(card: ExchangeCard): string[] {
  const lost: string[] = [];
  const held = (what: string): string =>
    `CycloneDX has no field for ${what}; it is kept as a property, which other tools do not show`;
  if (card.sections.length > 0) lost.push(held(sectionsNamed(card.sections)));
  if (card.metrics.some(each => each.dataset !== undefined)) lost.push(held('the dataset of a metric'));
  if ([...card.references, ...card.citations].some(each => addressIn(each) === undefined))
    lost.push(held('a reference without an address'));
  if (card.released !== undefined) lost.push(held('the release date'));
  if (card.approach !== undefined && !APPROACHES.has(card.approach))
    lost.push(`CycloneDX does not know the learning approach "${card.approach}"; it is left out`);
  return lost;
}
