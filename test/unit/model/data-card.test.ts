// Model cards in other formats are read as documents whose sections are fields, and never edited.
import { describe, expect, test } from 'vitest';
import { documentSymbols } from '../../../server/src/features/document-symbols.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { conceptStates } from '../../../server/src/workspace/concepts.ts';
import { checkerOf, LIBRARY, sessionOf } from '../../support/fixture.ts';

const TOOLKIT = JSON.stringify(
  {
    model_details: { name: 'Letter routing', overview: 'Sorts letters.' },
    considerations: { limitations: [{ description: 'German only.' }], users: [] },
  },
  null,
  2,
);
const CYCLONEDX = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.7',
  components: [
    {
      type: 'machine-learning-model',
      name: 'Letter routing',
      modelCard: { considerations: { technicalLimitations: ['German only.'], fairnessAssessments: [] } },
    },
  ],
});
const MAPPING = (target: string): string => `clausewright: control-mapping/1
system: { id: routing, owner: jane@example.org }
controls:
  - id: A.8.2
    status: implemented
    evidence: ['${target}']
`;

function checkConcepts(path: string, text: string): string[] {
  const document = sessionOf(new Map([[path, text]])).document(path);
  if (document?.model.kind !== 'model-card') return [`${document?.kind}`];
  const { states } = conceptStates(document.model, LIBRARY.vocabulary('model-card'));
  return [...states.values()].map(({ concept, substance }) => `${concept.id} ${substance}`).sort();
}

function checkEvidence(files: Readonly<Record<string, string>>): string[] {
  const checker = checkerOf(new Map(Object.entries(files)));
  return checker
    .findings('controls.yaml')
    .filter(each => each.rule.startsWith('evidence/'))
    .map(each => each.rule);
}

describe('a card with keys of its own', () => {
  const OWN = `name: Letter routing
owner: mail@example.org
intended_use:
  primary_uses: Routing of letters.
  out_of_scope_use_cases:
training_data: { dataset: Letters 2024 }
model_caveats_and_recommendations:
  caveats: German only.
`;

  test('is known by its keys, in YAML and in JSON', () => {
    const expected = [
      'contact text',
      'intended-use text',
      'limitations text',
      'model-details text',
      'out-of-scope-use empty',
      'training-data text',
    ];
    expect(checkConcepts('docs/model_card.yaml', OWN)).toEqual(expected);
    const json = JSON.stringify({
      displayName: 'Letter routing',
      contact: 'mail@example.org',
      'Intended use': 'Routing of letters.',
      out_of_scope: null,
      trainingData: 'Letters 2024',
      limitations: ['German only.'],
    });
    expect(checkConcepts('letters-model-card.json', json)).toEqual(expected);
  });

  test.each([
    ['model_card.yaml', 'name: letters\nversion: 1.0.0\nowner: jane@example.org\ndescription: A job.\n'],
    ['model_card.schema.json', '{"properties":{"limitations":{},"training_data":{},"name":{}}}'],
    ['model_card.yaml', '- limitations\n- training_data\n'],
    ['letters.yaml', OWN],
  ])('%s that is no card: %j', (path, text) => {
    expect(checkConcepts(path, text)).toEqual(['undefined']);
  });

  test('its values are evidence by pointer', () => {
    const files = (pointer: string): Record<string, string> => ({
      'controls.yaml': MAPPING(`model_card.yaml#${pointer}`),
      'model_card.yaml': OWN,
    });
    expect(checkEvidence(files('/model_caveats_and_recommendations/caveats'))).toEqual([]);
    expect(checkEvidence(files('/model_caveats_and_recommendations/caveat'))).toEqual([
      'evidence/missing-heading',
    ]);
  });
});

describe('a card in another format', () => {
  test('states what its fields stand for', () => {
    expect(checkConcepts('model_card.json', TOOLKIT)).toEqual([
      'intended-use empty',
      'limitations text',
      'model-details text',
      'overview text',
    ]);
    expect(checkConcepts('ml-bom.json', CYCLONEDX)).toEqual([
      'fairness empty',
      'limitations text',
      'model-details text',
    ]);
    expect(checkConcepts('model_card.yaml', TOOLKIT)).toEqual(checkConcepts('model_card.json', TOOLKIT));
  });

  test('is evidence by JSON pointer', () => {
    const files = (pointer: string) => ({
      'controls.yaml': MAPPING(`model_card.json#${pointer}`),
      'model_card.json': TOOLKIT,
    });
    expect(checkEvidence(files('/considerations/limitations'))).toEqual([]);
    const bom = {
      'controls.yaml': MAPPING('ml-bom.json#/components/0/modelCard/considerations/technicalLimitations'),
      'ml-bom.json': CYCLONEDX,
    };
    expect(checkEvidence(bom)).toEqual([]);
  });

  test('has symbols and hovers, and no finding and no fix of its own', () => {
    const checker = checkerOf(new Map([['model_card.json', TOOLKIT]]));
    expect(checker.findings('model_card.json')).toEqual([]);
    const session = sessionOf(new Map([['model_card.json', TOOLKIT]]));
    expect(documentSymbols(session, 'model_card.json').map(each => each.name)).toEqual([
      'name',
      'overview',
      'limitations',
      'users',
    ]);
    const shown = hover(session, 'model_card.json', TOOLKIT.indexOf('"limitations"') + 3);
    expect(shown?.markdown).toContain('Limitations');
  });

  test('is no card without the fields of one, or with several models', () => {
    expect(checkConcepts('model_card.json', '{ "title": "x" }')).toEqual(['undefined']);
    expect(
      checkConcepts('bom.json', '{ "bomFormat": "CycloneDX", "components": [{ "type": "library" }] }'),
    ).toEqual(['undefined']);
    const two = JSON.parse(CYCLONEDX);
    two.components.push(two.components[0]);
    expect(checkConcepts('bom.json', JSON.stringify(two))).toEqual(['undefined']);
    expect(checkConcepts('model_card.json', '{ "model_details": ')).toEqual(['undefined']);
  });
});
