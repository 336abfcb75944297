import { expect, test } from 'vitest';
import { highlights } from '../../../server/src/features/highlights.ts';
import { references } from '../../../server/src/features/references.ts';
import { opened, shown } from '../../support/navigation.ts';
import { cursorAt, SCORING } from '../../support/scoring.ts';

/** Every place; declarations with a star. */
function checkReferences(text: string, ...expected: string[]): void {
  const open = opened(text);
  const found = references(open.session, open.path, open.offset);
  expect(found.map(each => `${each.declares ? '*' : ''}${shown(open, each.path, each.span)}`)).toEqual(
    expected,
  );
}

/** The places in the same document. */
function checkHighlights(text: string, ...expected: string[]): void {
  const { fixture, session, path, offset } = opened(text);
  const source = fixture.files.get(path) ?? '';
  const found = highlights(session, path, offset);
  expect(found.map(({ span }) => `${span.start}: ${source.slice(span.start, span.end)}`)).toEqual(
    expected.map(each => each.replace(/^(\d+)~(.*)$/, '$1: $2')),
  );
}

test('a control: entries, claims and prose, from any of them', () => {
  const all = ['*controls.yaml: A.7.2', 'docs/MODEL_CARD.md: A.7.2'];
  checkReferences(cursorAt('controls.yaml', 'A.7.2'), ...all);
  checkReferences(cursorAt('docs/MODEL_CARD.md', 'A.7.2'), ...all);
  checkReferences(
    cursorAt('controls.yaml', 'A.6.2.4'),
    '*controls.yaml: A.6.2.4',
    'docs/MODEL_CARD.md: A.6.2.4',
  );
});

test('a control of another framework that an entry satisfies', () => {
  checkReferences(cursorAt('controls.yaml', 'nist-ai-rmf'), 'controls.yaml: nist-ai-rmf:MEASURE 2.3');
});

test('other spellings in prose', () => {
  const text = cursorAt('controls.yaml', 'A.6.2.4').replace(
    'as A.6.2.4 asks',
    'as ISO/IEC 42001 A-6-2-4 asks',
  );
  checkReferences(text, '*controls.yaml: A.6.2.4', 'docs/MODEL_CARD.md: A-6-2-4');
});

test('a section: its links', () => {
  const all = ['controls.yaml: docs/MODEL_CARD.md#evaluation', '*docs/MODEL_CARD.md: Evaluation'];
  checkReferences(cursorAt('docs/MODEL_CARD.md', 'Evaluation'), ...all);
  checkReferences(cursorAt('controls.yaml', 'docs/MODEL_CARD.md'), ...all);
  checkReferences(
    cursorAt('data/credit-history/README.md', 'Rows'),
    '*data/credit-history/README.md: Rows',
    'docs/MODEL_CARD.md: ../data/credit-history/README.md#rows',
  );
});

test('a file: the links to any part of it', () => {
  const text = SCORING.replace('docs/MODEL_CARD.md#evaluation', '$0docs/MODEL_CARD.md');
  checkReferences(
    text,
    'controls.yaml: docs/MODEL_CARD.md',
    'controls.yaml: docs/MODEL_CARD.md#training-data',
  );
});

test('a system and a dataset', () => {
  checkReferences(
    cursorAt('controls.yaml', 'scoring'),
    '*controls.yaml: scoring',
    'docs/MODEL_CARD.md: scoring',
  );
  checkReferences(
    cursorAt('docs/MODEL_CARD.md', 'acme'),
    '*data/credit-history/README.md: Dataset card for credit history',
    'docs/MODEL_CARD.md: acme/credit-history',
  );
});

test('highlights stay in the document', () => {
  const card = opened(SCORING).fixture.files.get('docs/MODEL_CARD.md') ?? '';
  const text = SCORING.replace('All applications', 'A.7.2: all applications').replace(
    'A.7.2, A.7.5',
    '$0A.7.2, A.7.5',
  );
  const at = card.indexOf('A.7.2');
  checkHighlights(text, `${at}~A.7.2`, `${card.indexOf('All')}~A.7.2`);
  checkHighlights(cursorAt('docs/MODEL_CARD.md', 'Evaluation'), `${card.indexOf('Evaluation')}~Evaluation`);
  checkHighlights(cursorAt('docs/MODEL_CARD.md', 'scoring'), `${card.indexOf('scoring')}~scoring`);
});

test('nothing there', () => {
  checkReferences(cursorAt('controls.yaml', 'status'));
  checkHighlights(cursorAt('controls.yaml', 'status'));
  expect(references(opened(SCORING).session, 'nothing.md', 3)).toEqual([]);
});
