// New documents come as text, for the client to create as an edit that can be undone.
import { expect, test } from 'vitest';
import type { NewResult, SystemsResult } from '../../server/src/lsp/protocol.ts';
import { startEditor } from '../support/editor.ts';

const WORKSPACE = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, name: Credit scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: planned
//- config.json
{ "model_type": "bert", "vocab_size": 31102 }
//- DATASET_CARD.md
---
clausewright: dataset-card/1
system: other
---
# Data
`;

test('a model card is filled from the folder and belongs to its system', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const made = await editor.client.request<NewResult>('clausewright/new', { kind: 'model-card' });
  expect(made.path).toBe('MODEL_CARD.md');
  expect(made.uri.endsWith('/MODEL_CARD.md')).toBe(true);
  expect(made.text).toContain('system: scoring # from controls.yaml: system.id');
  expect(made.text).toContain('- **Vocabulary size:** 31102 <!-- from config.json: vocab_size -->');
  expect(made.text).toContain('- **Contact:** risk-ml@example.org <!-- from controls.yaml: system.owner -->');
  expect(made.notes.join(' ')).toContain('values were filled from 2 sources');
});

test('what cannot be created is refused with the reason', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const asked = (params: object): Promise<unknown> => editor.client.request('clausewright/new', params);
  await expect(asked({ kind: 'dataset-card' })).rejects.toThrow('DATASET_CARD.md is there already');
  await expect(asked({ kind: 'poem' })).rejects.toThrow('There is no kind "poem" of document to start.');
  await expect(asked({ kind: 'model-card', folder: 'file:///elsewhere' })).rejects.toThrow(
    'a folder of the workspace',
  );
  await expect(asked({})).rejects.toThrow('"kind" is missing');
});

test('systems are those of mappings and of documents', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  await editor.client.request('clausewright/new', { kind: 'model-card' });
  const { systems } = await editor.client.request<SystemsResult>('clausewright/systems', undefined);
  expect(systems.map(({ id, name, mapping }) => [id, name, mapping !== undefined])).toEqual([
    ['other', undefined, false],
    ['scoring', 'Credit scoring', true],
  ]);
});
