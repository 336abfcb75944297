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
