import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { type Editor, messageOf, startEditor } from '../support/editor.ts';

function mapping(...evidence: string[]): string {
  return `clausewright: control-mapping/1
system: { id: scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
${evidence.map(each => `      - ${each}\n`).join('')}`;
}

/** Waits until exactly these links are reported as missing. */
async function checkMissing(editor: Editor, ...links: string[]): Promise<void> {
  const uri = editor.uri('controls.yaml');
  await editor.client.untilAnswer(
    `findings on ${links.join(', ') || 'no link'}`,
    () => editor.client.diagnostics(uri),
    found => {
      const missing = found.filter(each => each.code === 'evidence/missing-file');
      return missing.length === links.length && links.every(link => missing.some(each => names(each, link)));
    },
  );
}

function names(diagnostic: Diagnostic, link: string): boolean {
  return messageOf(diagnostic).includes(`"${link}"`);
}

test('the server asks to be told of all files', async () => {
  const editor = await startEditor();
  const registered = await editor.client.until('registration', () =>
    editor.client.requests.find(
      each =>
        each.method === 'client/registerCapability' &&
        JSON.stringify(each.params).includes('workspace/didChangeWatchedFiles'),
    ),
  );
  expect(JSON.stringify(registered.params)).toContain('**/*');
});

test('files that are created, changed and deleted', async () => {
  const editor = await startEditor({ files: { 'controls.yaml': mapping('docs/a.md', 'docs/b.txt') } });
  editor.open('controls.yaml');
  await checkMissing(editor, 'docs/a.md', 'docs/b.txt');
  editor.write('docs/a.md', '# A\n\nText that says something.\n');
  editor.touched('created', 'docs/a.md');
  await checkMissing(editor, 'docs/b.txt');
  editor.write('docs/b.txt', 'Text.');
  editor.touched('created', 'docs/b.txt');
  await checkMissing(editor);
  editor.remove('docs/a.md');
  editor.touched('deleted', 'docs/a.md');
  await checkMissing(editor, 'docs/a.md');
});

test('a folder that appears and goes with everything in it', async () => {
  const editor = await startEditor({ files: { 'controls.yaml': mapping('docs/deep/a.md') } });
  editor.open('controls.yaml');
  await checkMissing(editor, 'docs/deep/a.md');
  editor.write('docs/deep/a.md', '# A\n\nText that says something.\n');
  editor.touched('created', 'docs');
  await checkMissing(editor);
  editor.remove('docs');
  editor.touched('deleted', 'docs');
  await checkMissing(editor, 'docs/deep/a.md');
});

test('a deleted file stays as the editor shows it', async () => {
  const editor = await startEditor({ files: { 'controls.yaml': mapping('docs/a.md') } });
  const uri = editor.open('controls.yaml');
  await checkMissing(editor, 'docs/a.md');
  editor.remove('controls.yaml');
  editor.touched('deleted', 'controls.yaml');
  editor.write('other.md', 'x');
  editor.touched('created', 'other.md');
  await checkMissing(editor, 'docs/a.md');
  expect(await editor.client.diagnostics(uri)).not.toEqual([]);
});

test('evidence in a folder that is not listed counts, and nothing there is a document', async () => {
  const editor = await startEditor({
    files: {
      'controls.yaml': mapping('build/report.xml', 'dist/reports/', '"target/*.json"', 'build/none.xml'),
      'build/report.xml': '<testsuite/>',
      'dist/reports/a.txt': 'text',
      'target/b.json': '{}',
      'build/MODEL_CARD.md': '---\nlicense: mit\npipeline_tag: x\n---\n# Card\n\nTODO\n',
    },
  });
  editor.open('controls.yaml');
  await checkMissing(editor, 'build/none.xml');
  expect(await editor.client.diagnostics(editor.open('build/MODEL_CARD.md'))).toEqual([]);
  editor.write('build/none.xml', '<testsuite/>');
  editor.touched('created', 'build/none.xml');
  await checkMissing(editor);
  editor.remove('build/report.xml');
  editor.touched('deleted', 'build/report.xml');
  await checkMissing(editor, 'build/report.xml');
});

test('links to files and folders inside the workspace count, links out of it do not', async () => {
  const editor = await startEditor({
    files: { 'ws/real/a.md': '# A\n\nText.\n', 'outside/b.md': '# B\n', 'outside/c/d.md': '# D\n' },
    folders: ['ws'],
  });
  const link = (target: string, path: string): void =>
    symlinkSync(join(editor.folder, target), join(editor.folder, path));
  mkdirSync(join(editor.folder, 'ws', 'links'));
  link('ws/real', 'ws/links/folder');
  link('outside/b.md', 'ws/links/b.md');
  link('outside/c', 'ws/links/c');
  const text = mapping('links/folder/a.md', 'links/b.md', 'links/c/d.md');
  editor.write('ws/controls.yaml', text);
  editor.touched('created', 'ws/links/b.md', 'ws/links/c', 'ws/controls.yaml');
  const uri = editor.open('ws/controls.yaml', text);
  await editor.client.untilAnswer(
    'the links that lead out',
    () => editor.client.diagnostics(uri),
    found => {
      const missing = found.filter(each => each.code === 'evidence/missing-file');
      return missing.length === 2 && missing.every(each => /links\/(?:b|c\/d)\.md/.test(messageOf(each)));
    },
  );
});

test('binary, huge and broken files are no crash', async () => {
  const editor = await startEditor({
    files: {
      'a/MODEL_CARD.md': Buffer.from([0x23, 0x00, 0x01, 0xff]),
      'b/MODEL_CARD.md': Buffer.from('---\nlicense: mit\npipeline_tag: \xff\xfe\n---\n# Card\n', 'latin1'),
      'c/MODEL_CARD.md': Buffer.alloc(11 * 1024 * 1024, 'x\n'),
      'd/MODEL_CARD.md': Buffer.from('\ufeff---\nlicense: mit\npipeline_tag: x\n---\n# Card\n'),
      'controls.yaml': '- : [{{',
    },
  });
  for (const folder of ['a', 'c'])
    expect(await editor.client.diagnostics(editor.uri(`${folder}/MODEL_CARD.md`))).toEqual([]);
  const kind = (path: string): Promise<unknown> =>
    editor.client.request('clausewright/document', { uri: editor.uri(path) });
  expect(await kind('a/MODEL_CARD.md')).toEqual({});
  expect(await kind('b/MODEL_CARD.md')).toEqual({ kind: 'model-card' });
  expect(await kind('c/MODEL_CARD.md')).toEqual({});
  expect(await kind('d/MODEL_CARD.md')).toEqual({ kind: 'model-card' });
});

test('a file that becomes a document through the configuration is read', async () => {
  const editor = await startEditor({ files: { 'docs/notes.md': '# Notes\n\nTODO\n' } });
  const kind = (): Promise<{ kind?: string }> =>
    editor.client.request('clausewright/document', { uri: editor.uri('docs/notes.md') });
  expect(await kind()).toEqual({});
  editor.open('clausewright.yaml', 'documents:\n  - files: ["docs/*.md"]\n    kind: model-card\n');
  await editor.client.untilAnswer('kind', kind, each => each.kind === 'model-card');
  editor.retype('clausewright.yaml', 'exclude: ["docs/*.md"]\n');
  await editor.client.untilAnswer('no kind', kind, each => each.kind === undefined);
});
