import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startEditor } from '../support/editor.ts';
import { AS_NOBODY, canBeNobody, chmodFor, giveToNobody } from '../support/nobody.ts';

const FILES = {
  'controls.yaml':
    'clausewright: control-mapping/1\nsystem: { id: x, owner: a@b.org }\ncontrols:\n  - id: A.6.2.4\n    status: implemented\n    evidence: [locked/MODEL_CARD.md#here, MODEL_CARD.md#evaluation]\n',
  'MODEL_CARD.md': '# Card\n\n## Evaluation\n\nMeasured on 400 cases.\n',
  'locked/MODEL_CARD.md': '# Card\n\n## Here\n\nText that says something.\n',
  'locked/controls.yaml': 'clausewright: control-mapping/1\nsystem: { id: y }\ncontrols: []\n',
  'other/controls.yaml': 'clausewright: control-mapping/1\nsystem: { id: z }\ncontrols: []\n',
};

test.skipIf(!canBeNobody())('files and folders that may not be read, until they may', async () => {
  const unlocks: (() => void)[] = [];
  const editor = await startEditor({
    files: FILES,
    through: AS_NOBODY,
    options: { settings: { trace: { server: 'verbose' } } },
    prepared: folder => {
      giveToNobody(folder);
      for (const path of ['MODEL_CARD.md', 'other/controls.yaml', 'locked'])
        unlocks.push(chmodFor(join(folder, path), 0, onTestFinished));
    },
  });
  const { client } = editor;
  const uri = editor.open('controls.yaml');
  const missing = async (): Promise<number> =>
    (await client.diagnostics(uri)).filter(each => each.code === 'evidence/missing-file').length;
  await client.untilAnswer('the locked folder', missing, count => count === 1);
  const told = (path: string): boolean =>
    client.log.some(line => line.includes(`${path} was not read: permission denied.`));
  for (const path of ['MODEL_CARD.md', 'other/controls.yaml', 'locked']) expect(told(path), path).toBe(true);
  expect(client.log.filter(line => /internal|TypeError|Error:/.test(line))).toEqual([]);

  for (const unlock of unlocks) unlock();
  editor.touched('changed', 'MODEL_CARD.md');
  editor.touched('created', 'locked/MODEL_CARD.md', 'locked/controls.yaml');
  await client.untilAnswer('the files', missing, count => count === 0);
});
