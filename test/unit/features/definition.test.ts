import { expect, test } from 'vitest';
import { definition } from '../../../server/src/features/definition.ts';
import { leading, opened } from '../../support/navigation.ts';
import { cursorAt, SCORING } from '../../support/scoring.ts';

/** Where `$0` leads, best answer first. */
function checkLeads(text: string, ...expected: string[]): void {
  const open = opened(text);
  const found = definition(open.session, open.path, open.offset);
  expect(found?.targets.map(each => leading(open, each)) ?? []).toEqual(expected);
}

/** What of the text is the origin of the jump. */
function checkOrigin(text: string, expected: string): void {
  const { fixture, session, path, offset } = opened(text);
  const { start, end } = definition(session, path, offset)?.origin ?? { start: 0, end: 0 };
  expect(fixture.files.get(path)?.slice(start, end)).toBe(expected);
}

const ENTRY = 'controls.yaml: A.6.2.4';
const PAGE = 'catalog iso-42001:A.6.2.4';

test('the id of an entry leads to its evidence, then to the page of the catalog', () => {
  checkLeads(
    cursorAt('controls.yaml', 'A.6.2.4'),
    'docs/MODEL_CARD.md: Evaluation',
    'src/train.py lines 1-2',
    PAGE,
  );
  checkOrigin(cursorAt('controls.yaml', 'A.6.2.4'), 'A.6.2.4');
});

test('an id in prose leads to its entry and page', () => {
  checkLeads(cursorAt('docs/MODEL_CARD.md', 'A.6.2.4'), ENTRY, PAGE);
});

test('ids in comments, front matter and satisfies', () => {
  checkLeads(cursorAt('docs/MODEL_CARD.md', 'A.7.2'), 'controls.yaml: A.7.2', 'catalog iso-42001:A.7.2');
  checkLeads(cursorAt('docs/MODEL_CARD.md', 'A.7.5'), 'catalog iso-42001:A.7.5');
  checkLeads(cursorAt('docs/MODEL_CARD.md', 'A.6.2.7'), 'catalog iso-42001:A.6.2.7');
  checkLeads(cursorAt('controls.yaml', 'nist-ai-rmf'), 'catalog nist-ai-rmf:MEASURE 2.3');
});

test('evidence leads to its section or lines', () => {
  checkLeads(cursorAt('controls.yaml', 'docs/MODEL_CARD.md'), 'docs/MODEL_CARD.md: Evaluation');
  checkLeads(cursorAt('controls.yaml', 'train.py'), 'src/train.py lines 1-2');
});

test('Markdown links lead to their section', () => {
  checkLeads(cursorAt('docs/MODEL_CARD.md', '../data'), 'data/credit-history/README.md: Rows');
});

test('a system leads to the mapping that declares it', () => {
  checkLeads(cursorAt('docs/MODEL_CARD.md', 'scoring'), 'controls.yaml: scoring');
});

test('a dataset leads to its card, by its names or its path', () => {
  const card = 'data/credit-history/README.md: Dataset card for credit history';
  checkLeads(cursorAt('docs/MODEL_CARD.md', 'acme'), card);
  checkLeads(
    cursorAt('docs/MODEL_CARD.md', 'acme').replace('$0acme/credit-history', '$0Credit History'),
    card,
  );
  checkLeads(
    cursorAt('docs/MODEL_CARD.md', 'acme').replace('$0acme/credit-history', '$0../src/train.py'),
    'src/train.py',
  );
});

test('folders, globs and YAML values', () => {
  const evidence = (target: string): string =>
    SCORING.replace('evidence: docs/MODEL_CARD.md#training-data', `evidence: $0${target}`);
  checkLeads(evidence('docs'), 'docs/MODEL_CARD.md');
  checkLeads(evidence('src/'), 'src/train.py');
  checkLeads(evidence("'**/*.py'"), 'src/train.py');
  checkLeads(
    `${evidence('aiia.yaml#/harms/0')}//- aiia.yaml\nclausewright: impact-assessment/1\nsystem: scoring\nharms:\n  - wrong\n`,
    'aiia.yaml: wrong',
  );
});

test('links that lead nowhere or out of the workspace lead nowhere', () => {
  const evidence = (target: string): string =>
    SCORING.replace('evidence: docs/MODEL_CARD.md#training-data', `evidence: $0${target}`);
  checkLeads(evidence('docs/gone.md'));
  checkLeads(evidence('../../etc/passwd'));
  checkLeads(evidence('https://example.org'));
  checkLeads(evidence('JIRA-12'));
  checkLeads(evidence('docs/MODEL_CARD.md#gone'), 'docs/MODEL_CARD.md');
});

test('the system of the document comes first where several answer a control', () => {
  checkLeads(
    `${cursorAt('docs/MODEL_CARD.md', 'A.6.2.4')}//- a/controls.yaml
clausewright: control-mapping/1
system: other
controls: [{ id: A.6.2.4, status: planned }]
`,
    'controls.yaml: A.6.2.4',
    'a/controls.yaml: A.6.2.4',
    PAGE,
  );
});

test('nothing there', () => {
  checkLeads(cursorAt('controls.yaml', 'status'));
  checkLeads(cursorAt('docs/MODEL_CARD.md', 'The AUC'));
  const { session } = opened(SCORING);
  expect(definition(session, 'no/such/file.md', 0)).toBeUndefined();
  expect(definition(session, 'controls.yaml', -5)).toBeUndefined();
  expect(definition(session, 'controls.yaml', 1_000_000)).toBeUndefined();
});
