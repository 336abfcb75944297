import { expect, test } from 'vitest';
import { parseFixture, sessionOf } from '../../support/fixture.ts';

const card = (system?: string): string =>
  `---\nlicense: mit\npipeline_tag: x\n${system === undefined ? '' : `system: ${system}\n`}---\n# Card\n`;
const assessment = '---\nclausewright: impact-assessment/1\nsystem: { id: a }\n---\n# Assessment\n';

function checkPeers(
  files: string,
  path: string,
  system: string | undefined,
  expected: readonly string[],
): void {
  const session = sessionOf(parseFixture(files, '').files);
  expect(session.graph(new Set()).peers(path, system)).toEqual(expected);
}

test('documents of a system are peers wherever they lie, also where it is named with an id', () => {
  const files = `//- x/MODEL_CARD.md\n${card('a')}//- y/impact-assessment.md\n${assessment}//- z/MODEL_CARD.md\n${card('b')}`;
  checkPeers(files, 'x/MODEL_CARD.md', 'a', ['y/impact-assessment.md']);
});

test('the only other document of a kind beside a card is its peer', () => {
  const data = '---\npretty_name: d\ntask_categories: [x]\n---\n# Data\n';
  checkPeers(`//- MODEL_CARD.md\n${card()}//- docs/DATASET_CARD.md\n${data}`, 'MODEL_CARD.md', undefined, [
    'docs/DATASET_CARD.md',
  ]);
});

test('a collection of cards in one folder is no system', () => {
  const files = `//- a.model-card.md\n${card()}//- b.model-card.md\n${card()}//- impact-assessment.md\n${assessment.replace('system: { id: a }\n', '')}`;
  checkPeers(files, 'a.model-card.md', undefined, ['impact-assessment.md']);
  checkPeers(files, 'impact-assessment.md', undefined, []);
});
