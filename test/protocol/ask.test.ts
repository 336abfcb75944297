import { expect, test } from 'vitest';
import type { AskResult } from '../../server/src/lsp/protocol.ts';
import { startEditor } from '../support/editor.ts';

const WORKSPACE = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring }
controls:
  - id: A.6.2.4
    status: planned
//- docs/evaluation.md
# Evaluation

## Results

The model reaches an AUC of 0.81 on the held-out quarter.
`;

test('an assistant is answered from the text in the editor', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const ask = (tool: string, input: object): Promise<AskResult> =>
    editor.client.request<AskResult>('clausewright/ask', { tool, input });
  const uri = editor.open('controls.yaml');
  expect(await ask('evidence_for', { control: 'A.6.2.4' })).toMatchObject({
    text: expect.stringContaining('scoring: missing, needs documented [controls.yaml:4]'),
  });
  editor.client.notify('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [
      { text: `${editor.text('controls.yaml')}    evidence:\n      - docs/evaluation.md#results\n` },
    ],
  });
  // The file that the mapping newly names is read soon after the edit.
  await expect
    .poll(async () => ask('evidence_for', { control: 'A.6.2.4' }), { timeout: 5000 })
    .toMatchObject({
      text: expect.stringContaining('docs/evaluation.md#results: documented because nobody'),
    });
  expect(await ask('evidence_for', { control: 'A.66' })).toMatchObject({
    problem: expect.stringContaining('"A.66"'),
  });
  expect(await ask('erase', {})).toMatchObject({ problem: expect.stringContaining('no tool "erase"') });
});
