// Cards in other formats and back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';
import { folderWith } from './support/folder.ts';
import { checkValid, cyclonedxSchema } from './support/official.ts';
import { clausewright } from './support/program.ts';

const TOOLKIT = {
  schema_version: '0.0.2',
  model_details: {
    name: 'Letter routing',
    overview: 'Sorts letters to a bank by what they are about.',
    owners: [{ name: 'Jonas Weber', contact: 'jonas.weber@fernhill.example' }],
    version: { name: '1.2.0', date: '2026-10-16' },
    licenses: [{ identifier: 'Apache-2.0' }],
    references: [{ reference: 'https://git.fernhill.example/models/letter-routing' }],
    citations: [{ citation: 'Weber, J.: Letter routing, 2026.' }],
  },
  model_parameters: {
    model_architecture: 'DistilBERT with a linear head',
    data: [
      {
        name: 'fernhill/letters-2025',
        link: 'https://data.fernhill.example/letters',
        sensitive: { sensitive_data: ['name', 'address'] },
      },
    ],
    input_format: 'German text of up to 512 tokens',
    output_format: 'one of five classes',
  },
  quantitative_analysis: {
    performance_metrics: [
      { type: 'f1', value: '0.8702' },
      {
        type: 'f1',
        value: '0.81',
        slice: 'handwritten | scanned',
        confidence_interval: { lower_bound: '0.78', upper_bound: '0.84' },
      },
    ],
  },
  considerations: {
    users: [{ description: 'The mail room of the bank' }],
    use_cases: [
      { description: 'Routing letters to a team' },
      { description: 'Counting topics for staffing' },
    ],
    limitations: [{ description: 'Letters in other languages land in "other".' }],
    tradeoffs: [{ description: 'Longer letters are cut.' }],
    ethical_considerations: [
      {
        name: 'A late complaint harms its writer.',
        mitigation_strategy: 'Complaints are read the same day.',
      },
    ],
  },
};

const CYCLONEDX = {
  bomFormat: 'CycloneDX',
  specVersion: '1.7',
  version: 1,
  components: [
    {
      type: 'machine-learning-model',
      'bom-ref': 'model:Letter routing@1.2.0',
      name: 'Letter routing',
      version: '1.2.0',
      description: 'Sorts letters by what they are about.',
      authors: [{ name: 'Jonas Weber', email: 'jonas.weber@fernhill.example' }],
      licenses: [{ license: { id: 'Apache-2.0' } }],
      tags: ['letters'],
      pedigree: {
        ancestors: [{ type: 'machine-learning-model', name: 'distilbert/distilbert-base-german-cased' }],
      },
      modelCard: {
        modelParameters: {
          approach: { type: 'supervised' },
          task: 'text-classification',
          architectureFamily: 'transformer',
          modelArchitecture: 'DistilBERT',
          datasets: [{ type: 'dataset', name: 'fernhill/letters-2025' }],
          inputs: [{ format: 'text' }],
          outputs: [{ format: 'class' }],
        },
        quantitativeAnalysis: {
          performanceMetrics: [
            {
              type: 'f1',
              value: '0.8702',
              slice: 'typed',
              confidenceInterval: { lowerBound: '0.86', upperBound: '0.88' },
            },
          ],
        },
        considerations: {
          users: ['The mail room'],
          useCases: ['Routing letters'],
          technicalLimitations: ['German only.', 'Handwriting is read worse.'],
          performanceTradeoffs: ['Longer letters are cut.'],
          ethicalConsiderations: [
            { name: 'A late complaint harms its writer.', mitigationStrategy: 'Same-day reading.' },
          ],
          fairnessAssessments: [
            {
              groupAtRisk: 'People who write by hand',
              benefits: 'none',
              harms: 'slower answers',
              mitigationStrategy: 'manual sorting',
            },
          ],
        },
      },
    },
  ],
};

interface Converted {
  readonly text: string;
  readonly lost: readonly string[];
}

function checkConvert(name: string, text: string, to: string): Converted {
  const cwd = folderWith({ [name]: text });
  const { code, out, err } = clausewright(['convert', name, '--to', to, '--format', 'json'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Converted;
}

test('a toolkit card comes back from Markdown as it was, with nothing lost', () => {
  const there = checkConvert('model_card.json', JSON.stringify(TOOLKIT), 'markdown');
  expect(there.lost).toEqual([]);
  const back = checkConvert('MODEL_CARD.md', there.text, 'mct');
  expect(JSON.parse(back.text)).toEqual(TOOLKIT);
  expect(back.lost).toEqual([]);
});

test('a CycloneDX model card comes back from Markdown as it was, with nothing lost', () => {
  const there = checkConvert('ml-bom.json', JSON.stringify(CYCLONEDX), 'markdown');
  expect(there.lost).toEqual([]);
  const back = checkConvert('MODEL_CARD.md', there.text, 'cyclonedx');
  expect(JSON.parse(back.text)).toEqual(CYCLONEDX);
  expect(back.lost).toEqual([]);
});

test('what is written as CycloneDX fits the official schema', () => {
  const validate = cyclonedxSchema();
  for (const example of ['complete', 'credit-scoring']) {
    const card = readFileSync(join(ROOT, 'examples', example, 'MODEL_CARD.md'), 'utf8');
    checkValid(validate, JSON.parse(checkConvert('MODEL_CARD.md', card, 'cyclonedx').text));
  }
  checkValid(validate, JSON.parse(checkConvert('card.json', JSON.stringify(TOOLKIT), 'cyclonedx').text));
  checkValid(validate, CYCLONEDX);
});

test('sections without a field survive the way through each format', () => {
  const card = readFileSync(join(ROOT, 'examples/complete/MODEL_CARD.md'), 'utf8');
  for (const to of ['cyclonedx', 'mct']) {
    const there = checkConvert('MODEL_CARD.md', card, to);
    const back = checkConvert('card.json', there.text, 'markdown');
    const again = checkConvert('MODEL_CARD.md', back.text, to);
    expect(JSON.parse(again.text)).toEqual(JSON.parse(there.text));
    for (const title of ['Human oversight', 'Monitoring', 'Data provenance']) {
      expect(there.lost.join('\n')).toContain(`"${title}"`);
      expect(back.text).toContain(`\n## ${title}\n`);
    }
  }
});

test('what a target cannot hold is told on the standard error', () => {
  const cwd = folderWith({ 'ml-bom.json': JSON.stringify(CYCLONEDX) });
  const { code, out, err } = clausewright(['convert', 'ml-bom.json', '--to', 'mct'], { cwd });
  expect(code).toBe(0);
  expect(JSON.parse(out).model_details.name).toBe('Letter routing');
  for (const what of ['tags', 'the task', 'the base model', 'the learning approach', 'fairness assessments'])
    expect(err).toContain(`the Model Card Toolkit has no field for ${what}; it is left out\n`);
});

test('several models, unread fields and other files are told', () => {
  const two = {
    ...CYCLONEDX,
    components: [...CYCLONEDX.components, { type: 'machine-learning-model', name: 'Second', modelCard: {} }],
  };
  expect(checkConvert('bom.json', JSON.stringify(two), 'markdown').lost).toEqual([
    'the model "Second" is left out: a card is of one model',
  ]);
  const graphics = { ...TOOLKIT, quantitative_analysis: { graphics: { description: 'plots' } } };
  expect(checkConvert('card.json', JSON.stringify(graphics), 'markdown').lost).toEqual([
    '"quantitative_analysis.graphics" is not read',
  ]);
  const cwd = folderWith({ 'package.json': '{}', 'card.md': '# A card\n' });
  expect(clausewright(['convert', 'package.json', '--to', 'markdown'], { cwd })).toMatchObject({ code: 2 });
  expect(clausewright(['convert', 'card.md', '--to', 'markdown'], { cwd }).err).toContain(
    'is Markdown already',
  );
  expect(clausewright(['convert', 'card.md', '--to', 'mct', '--output', './card.md'], { cwd }).err).toContain(
    'is the card itself',
  );
});

test.each([
  [
    'impact-assessment.md',
    'impact-assessment/1',
    'is an impact assessment, which is converted with --to markdown or --to yaml',
  ],
  ['DATASET_CARD.md', 'dataset-card/1', 'is a dataset card'],
  ['incidents/one.md', 'incident/1', 'is the record of an incident'],
])('%s is no model card, and is not written as one', (file, mark, words) => {
  const cwd = folderWith({
    [file]: `---\nclausewright: ${mark}\nsystem: scoring\n---\n# Scoring\n\nText.\n`,
  });
  for (const to of ['cyclonedx', 'mct']) {
    const { code, out, err } = clausewright(['convert', file, '--to', to], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  }
});
