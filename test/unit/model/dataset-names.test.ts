import { expect, test } from 'vitest';
import { datasetKey, datasetKeys } from '../../../server/src/model/dataset-names.ts';
import { opened } from '../../support/navigation.ts';

/** The names by which a dataset card answers. */
function checkKeys(path: string, text: string, ...expected: string[]): void {
  const model = opened(`//- ${path}\n${text}`).session.document(path)?.model;
  if (model?.kind !== 'dataset-card') throw new Error(`${path} is no dataset card`);
  expect(datasetKeys(path, model.metadata, model.outline)).toEqual(expected);
}

const FRONT = '---\ntask_categories: [x]\nsize_categories: [y]\n';

test('a dataset is named without owner, hub, case and punctuation', () => {
  for (const name of [
    'acme/Credit_History',
    'credit history',
    'https://huggingface.co/datasets/acme/credit-history',
  ])
    expect(datasetKey(name)).toBe('credit-history');
  expect(datasetKey('Données 2025')).toBe('données-2025');
  expect(datasetKey(' ')).toBe('');
});

test('a card answers to its pretty name, its title and its file or folder', () => {
  checkKeys(
    'data/credit/README.md',
    `${FRONT}pretty_name: Credit History\n---\n# Dataset Card for the Loans 2025\n`,
    'credit-history',
    'loans-2025',
    'credit',
  );
  checkKeys('docs/loans.dataset-card.md', '# Loans\n', 'loans');
});

test('a name that says nothing is none', () => {
  checkKeys('DATASET_CARD.md', '# Dataset card\n## Rows\n');
});
