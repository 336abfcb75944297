import { expect, test } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { PLAIN, startEditor } from '../support/editor.ts';
import { checkerOf } from '../support/fixture.ts';

const WORKSPACE = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/evaluation.md#results
//- docs/evaluation.md
# Evaluation

## Results

The model reaches an AUC of 0.81 on the held-out quarter.
//- MODEL_CARD.md
---
license: apache-2.0
pipeline_tag: text-classification
---
# Card

TODO
`;

test('a client that does not ask is sent the diagnostics, of closed documents too', async () => {
  const editor = await startEditor({ files: WORKSPACE, capabilities: PLAIN });
  const { client } = editor;
  const uri = editor.open('MODEL_CARD.md');
  const sent = await client.until('diagnostics', () => client.published(uri));
  const found = (path: string): string[] =>
    checkerOf(editor.files)
      .findings(path)
      .map(each => each.message);
  expect(sent.version).toBe(1);
  expect(sent.diagnostics.map(each => each.message)).toEqual(found('MODEL_CARD.md'));
  const closed = await client.until('diagnostics', () => client.published(editor.uri('controls.yaml')));
  expect(closed.version).toBeUndefined();
  expect(closed.diagnostics.map(each => each.message)).toEqual(found('controls.yaml'));
});

test('a change is answered with the diagnostics of its version, and nothing is sent twice', async () => {
  const editor = await startEditor({ files: WORKSPACE, capabilities: PLAIN });
  const { client } = editor;
  const uri = editor.open('MODEL_CARD.md');
  await client.until('diagnostics', () => client.published(uri));
  for (let version = 0; version < 20; version += 1) editor.retype('MODEL_CARD.md', `# ${version}\n`);
  const last = await client.until('diagnostics of the last version', () => {
    const sent = client.published(uri);
    return sent?.version === 21 ? sent : undefined;
  });
  expect(last.diagnostics.map(each => each.message)).toEqual(
    checkerOf(new Map([...editor.files, ['MODEL_CARD.md', '# 19\n']]))
      .findings('MODEL_CARD.md')
      .map(each => each.message),
  );
  const versions = client.notifications
    .filter(each => each.method === 'textDocument/publishDiagnostics')
    .map(each => each.params as PublishDiagnosticsParams)
    .filter(each => each.uri === uri)
    .map(each => each.version ?? 0);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});

test('documents that lean on a changed one are told anew', async () => {
  const editor = await startEditor({ files: WORKSPACE, capabilities: PLAIN });
  const { client } = editor;
  editor.open('docs/evaluation.md');
  const mapping = editor.uri('controls.yaml');
  await client.until('diagnostics', () => client.published(mapping));
  editor.retype('docs/evaluation.md', '# Evaluation\n\n## Outcome\n\nThe AUC is 0.81.\n');
  await client.until('missing heading', () =>
    client.published(mapping)?.diagnostics.some(each => each.code === 'evidence/missing-heading'),
  );
});

test('diagnostics are taken back when a document is deleted, or is none any more', async () => {
  const editor = await startEditor({ files: WORKSPACE, capabilities: PLAIN });
  const { client } = editor;
  const card = editor.open('MODEL_CARD.md');
  const mapping = editor.uri('controls.yaml');
  await client.until('findings', () => (client.published(card)?.diagnostics.length ?? 0) > 0);
  await client.until('findings', () => (client.published(mapping)?.diagnostics.length ?? 0) > 0);
  editor.retype('MODEL_CARD.md', '');
  await client.until('no findings', () => client.published(card)?.diagnostics.length === 0);
  editor.remove('controls.yaml');
  editor.touched('deleted', 'controls.yaml');
  await client.until('no findings', () => client.published(mapping)?.diagnostics.length === 0);
});

test('a configuration that leaves a document alone takes its findings back', async () => {
  const editor = await startEditor({ files: WORKSPACE, capabilities: PLAIN });
  const { client } = editor;
  const mapping = editor.uri('controls.yaml');
  await client.until('findings', () => (client.published(mapping)?.diagnostics.length ?? 0) > 0);
  editor.write('clausewright.yaml', 'exclude: ["controls.yaml"]\n');
  editor.touched('created', 'clausewright.yaml');
  await client.until('no findings', () => client.published(mapping)?.diagnostics.length === 0);
  editor.remove('clausewright.yaml');
  editor.touched('deleted', 'clausewright.yaml');
  await client.until('findings again', () => (client.published(mapping)?.diagnostics.length ?? 0) > 0);
});

test('a file that is written again as it was changes nothing', async () => {
  const editor = await startEditor({ files: WORKSPACE, capabilities: PLAIN });
  const { client } = editor;
  const mapping = editor.uri('controls.yaml');
  const sent = (): number =>
    client.notifications.filter(
      each =>
        each.method === 'textDocument/publishDiagnostics' &&
        (each.params as PublishDiagnosticsParams).uri === mapping,
    ).length;
  await client.until('findings', () => sent() === 1);
  for (let round = 0; round < 3; round += 1) {
    editor.touched('changed', 'controls.yaml');
    // The answer to this comes after the file was read again.
    editor.write(`round-${round}/MODEL_CARD.md`, editor.text('MODEL_CARD.md'));
    editor.touched('created', `round-${round}/MODEL_CARD.md`);
    await client.until('findings', () => client.published(editor.uri(`round-${round}/MODEL_CARD.md`)));
  }
  expect(sent()).toBe(1);
});
