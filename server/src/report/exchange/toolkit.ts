import type { CardLicense, ExchangeCard } from '../../model/exchange/card.ts';
import { joinedSections } from '../../model/exchange/sections.ts';
import { filled } from './filled.ts';
import { sectionsNamed } from './named.ts';
import { spdxId } from './spdx.ts';
import type { WrittenCard } from './written.ts';

/** A card as JSON of the Model Card Toolkit. */
export function cardToolkit(card: ExchangeCard): WrittenCard {
  const described = (texts: readonly string[]): object[] => texts.map(description => ({ description }));
  const data = filled({
    schema_version: '0.0.2',
    model_details: filled({
      name: card.name,
      overview: card.overview,
      documentation: joinedSections(card.sections),
      owners: card.people.flatMap(({ name, contact }) => filled({ name, contact }) ?? []),
      version: filled({ name: card.version, date: card.released }),
      licenses: card.licenses.flatMap(licenseOf),
      references: card.references.map(reference => ({ reference })),
      citations: card.citations.map(citation => ({ citation })),
    }),
    model_parameters: filled({
      model_architecture: card.architecture ?? card.architectureFamily,
      data: card.datasets.map(({ name, url, sensitive }) =>
        filled({ name, link: url, sensitive: filled({ sensitive_data: sensitive }) }),
      ),
      input_format: card.inputs.join('; '),
      output_format: card.outputs.join('; '),
    }),
    quantitative_analysis: filled({
      performance_metrics: card.metrics.map(({ type, value, slice, lower, upper }) =>
        filled({
          type,
          value,
          slice,
          confidence_interval: filled({ lower_bound: lower, upper_bound: upper }),
        }),
      ),
    }),
    considerations: filled({
      users: described(card.users),
      use_cases: described(card.useCases),
      limitations: described(card.limitations),
      tradeoffs: described(card.tradeoffs),
      ethical_considerations: card.ethics.map(({ name, mitigation }) =>
        filled({ name, mitigation_strategy: mitigation }),
      ),
    }),
  });
  return { text: `${JSON.stringify(data ?? {}, null, 2)}\n`, lost: lostOf(card) };
}

function licenseOf({ id, name }: CardLicense): object[] {
  const spdx = id === undefined ? undefined : spdxId(id);
  if (spdx !== undefined) return [{ identifier: spdx }];
  const words = name ?? id;
  return words === undefined ? [] : [{ custom_text: words }];
}

function lostOf(card: ExchangeCard): string[] {
  const lost: string[] = [];
  const out = (what: string, is: boolean): void => {
    if (is) lost.push(`the Model Card Toolkit has no field for ${what}; it is left out`);
  };
  if (card.sections.length > 0)
    lost.push(
      `the Model Card Toolkit has no field for ${sectionsNamed(card.sections)}; it is kept in the text of model_details.documentation`,
    );
  out('tags', card.tags.length > 0);
  out('the task', card.task !== undefined);
  out('the base model', card.baseModels.length > 0);
  out('the learning approach', card.approach !== undefined);
  out(
    'the architecture family beside the architecture',
    card.architecture !== undefined && card.architectureFamily !== undefined,
  );
  out(
    'the dataset of a metric',
    card.metrics.some(each => each.dataset !== undefined),
  );
  out(
    'the description of a dataset',
    card.datasets.some(each => each.description !== undefined),
  );
  out(
    'the address of a licence',
    card.licenses.some(each => each.url !== undefined),
  );
  out('fairness assessments', card.fairness.length > 0);
  return lost;
}
