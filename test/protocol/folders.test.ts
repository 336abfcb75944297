import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { startEditor } from '../support/editor.ts';

const MAPPING = `clausewright: control-mapping/1
system: { id: scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - /docs/evaluation.md
      - ../other/docs/evaluation.md
`;
const EVALUATION = '# Evaluation\n\nThe model reaches an AUC of 0.81 on the held-out quarter.\n';

test('each folder is a root of its own', async () => {
  const editor = await startEditor({
    files: {
      'one/controls.yaml': MAPPING,
      'one/docs/evaluation.md': EVALUATION,
      'other/controls.yaml': MAPPING,
    },
    folders: ['one', 'other'],
  });
  const codes = async (path: string): Promise<unknown[]> =>
    (await editor.client.diagnostics(editor.open(path))).map(each => each.code);
  const one = await codes('one/controls.yaml');
  expect(one).not.toContain('evidence/missing-file');
  expect(one).toContain('evidence/outside-workspace');
  expect(await codes('other/controls.yaml')).toContain('evidence/missing-file');
});

test('folders of one name, names with strange characters, and a folder in another', async () => {
  const files = {
    'a/docs/controls.yaml': MAPPING,
    'b/docs/controls.yaml': MAPPING,
    'ä %#?/x y/controls.yaml': MAPPING,
  };
  const editor = await startEditor({ files, folders: ['a/docs', 'b/docs', 'ä %#?', 'ä %#?/x y'] });
  const { items } = await editor.client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  });
  const decoded = items.map(each => decodeURIComponent(each.uri)).sort();
  expect(decoded).toEqual(
    Object.keys(files)
      .map(path => decodeURIComponent(editor.uri(path)))
      .sort(),
  );
  const uri = editor.open('ä %#?/x y/controls.yaml');
  expect((await editor.client.diagnostics(uri)).length).toBeGreaterThan(0);
  const codes = (await editor.client.diagnostics(uri.replace('%20y', ' y'))).map(each => each.code);
  expect(codes.length).toBeGreaterThan(0);
});

test('folders that are added and removed', async () => {
  const editor = await startEditor({
    files: { 'one/controls.yaml': MAPPING, 'two/controls.yaml': MAPPING },
    folders: ['one'],
  });
  const folder = (name: string): object => ({ uri: editor.uri(name), name });
  const uris = async (): Promise<string[]> => {
    const report = await editor.client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    return report.items.map(each => each.uri).sort();
  };
  const [one, two] = [editor.uri('one/controls.yaml'), editor.uri('two/controls.yaml')];
  expect(await uris()).toEqual([one]);
  editor.open('one/controls.yaml');
  const change = (added: object[], removed: object[]): void =>
    editor.client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
  change([folder('two')], []);
  expect(await uris()).toEqual([one, two]);
  change([], [folder('one')]);
  // The document of the folder that is gone is still open, and checked alone.
  expect(await uris()).toEqual([one, two]);
  editor.client.close(one);
  expect(await uris()).toEqual([two]);
});

test('an open file outside all folders is checked alone: nothing is said about files it names', async () => {
  const editor = await startEditor({
    files: { 'ws/a.md': '# A\n', 'far/controls.yaml': MAPPING.replace('A.6.2.4', 'A.6.2.99') },
    folders: ['ws'],
  });
  const codes = (await editor.client.diagnostics(editor.open('far/controls.yaml'))).map(each => each.code);
  expect(codes.sort()).toEqual(['mapping/missing-controls', 'mapping/unknown-control']);
});

test('without any folder, and for documents that are not saved yet', async () => {
  const editor = await startEditor({ folders: null });
  const uri = 'untitled:Untitled-1';
  editor.client.open(uri, MAPPING.replace('A.6.2.4', 'A.6.2.99'), 'yaml');
  const codes = (await editor.client.diagnostics(uri)).map(each => each.code);
  expect(codes).toContain('mapping/unknown-control');
  const card = 'untitled:Untitled-2';
  editor.client.open(card, '---\nclausewright: model-card/1\n---\n# Card\n', 'markdown');
  expect(await editor.client.request('clausewright/document', { uri: card })).toEqual({ kind: 'model-card' });
  editor.client.close(uri);
  expect(await editor.client.diagnostics(uri)).toEqual([]);
});

test('an old client names one folder by its path', async () => {
  const editor = await startEditor({ files: { 'controls.yaml': MAPPING }, folders: null });
  await editor.stop();
  const other = await startEditor({ files: { 'controls.yaml': MAPPING } });
  expect(other.uri('controls.yaml')).toBe(`${pathToFileURL(other.folder).href}/controls.yaml`);
  expect((await other.client.diagnostics(other.uri('controls.yaml'))).length).toBeGreaterThan(0);
});
