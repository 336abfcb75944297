import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { MODERN, spawnEditor, startEditor } from '../support/editor.ts';
import { TODAY } from '../support/fixture.ts';

const FILES = {
  'MODEL_CARD.md': '---\nlicense: mit\n---\n# Card\n\n## Evaluation\n\nMeasured on 400 cases.\n',
  'controls.yaml':
    'clausewright: control-mapping/1\nsystem: { id: x }\ncontrols:\n  - id: A.6.2.4\n    status: implemented\n    evidence:\n      - { path: MODEL_CARD.md#evaluation, reviewed: { by: sam@example.org, on: 2026-10-01, digest: 000000000000 } }\n      - gone.md\n',
};
const codes = (items: readonly { code?: string | number | undefined }[]): unknown[] =>
  items.map(each => each.code).sort();

test('a server that is killed in the middle of an edit: the next one is told the text, and nothing is lost', async () => {
  const first = await startEditor({ files: FILES });
  const uri = first.open('controls.yaml');
  const text = `${FILES['controls.yaml']}  - id: A.9.99\n`;
  first.retype('controls.yaml', text);
  const pending = first.client.diagnostics(uri).catch(() => 'lost');
  first.client.process.kill('SIGKILL');
  await first.client.ended;
  await pending;
  const next = await startEditor({ files: FILES });
  next.open('controls.yaml', text);
  const after = await next.client.diagnostics(next.uri('controls.yaml'));
  expect(after.some(each => JSON.stringify(each.message).includes('A.9.99'))).toBe(true);
  expect(readFileSync(join(first.folder, 'controls.yaml'), 'utf8')).toBe(FILES['controls.yaml']);
});

test("two servers on one workspace: each sees what the other one's editor saves", async () => {
  const one = await startEditor({ files: FILES });
  const other = (await spawnEditor()).client;
  await other.initialize([{ uri: one.uri('').replace(/\/$/, ''), name: 'workspace' }], MODERN, {
    today: TODAY,
  });
  other.notify('initialized', {});
  const uri = one.open('controls.yaml');
  other.open(uri, FILES['controls.yaml']);
  for (const client of [one.client, other])
    expect(codes(await client.diagnostics(uri))).toContain('evidence/missing-file');
  one.write('gone.md', '# Here\n\nText that says something.\n');
  for (const client of [one.client, other]) {
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: one.uri('gone.md'), type: 1 }] });
    await client.untilAnswer(
      'the evidence',
      () => client.diagnostics(uri),
      items => !codes(items).includes('evidence/missing-file'),
    );
  }
});

test('files that vanish or lock themselves between being listed and being read are no fault', async () => {
  const editor = await startEditor({
    files: { ...FILES, ...Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`d/${n}.md`, '# x\n'])) },
  });
  for (let n = 0; n < 300; n += 2) editor.remove(`d/${n}.md`);
  for (let n = 1; n < 300; n += 30) chmodSync(join(editor.folder, `d/${n}.md`), 0);
  const uri = editor.open('controls.yaml');
  expect(codes(await editor.client.diagnostics(uri))).toContain('evidence/missing-file');
  expect(editor.client.log.filter(line => /internal|TypeError|Error:/.test(line))).toEqual([]);
});

test('thousands of events about files at once, some of them untrue', async () => {
  const editor = await startEditor({ files: FILES });
  const uri = editor.open('controls.yaml');
  const paths = Array.from({ length: 20_000 }, (_, n) => `many/${n}.md`);
  editor.touched('created', ...paths);
  editor.touched('changed', ...paths);
  editor.touched('deleted', ...paths, 'MODEL_CARD.md');
  editor.touched('created', 'MODEL_CARD.md');
  const found = await editor.client.untilAnswer(
    'the same findings',
    () => editor.client.diagnostics(uri),
    items => items.filter(each => each.code === 'evidence/missing-file').length === 1,
    20_000,
  );
  expect(codes(found)).toContain('evidence/missing-file');
});

test.skipIf(process.platform === 'win32').each([true, false])(
  'git is run only in folders that are trusted: %s',
  async trusted => {
    const folder = mkdtempSync(join(tmpdir(), 'clausewright-git-'));
    const mark = join(folder, 'git-was-run');
    writeFileSync(join(folder, 'git'), `#!/bin/sh\ntouch '${mark}'\nexit 1\n`, { mode: 0o755 });
    const path = process.env['PATH'];
    process.env['PATH'] = `${folder}${delimiter}${path}`;
    try {
      const editor = await startEditor({ files: FILES, options: { trusted } });
      const uri = editor.open('controls.yaml');
      await editor.client.diagnostics(uri);
      await editor.client.request('textDocument/codeLens', { textDocument: { uri } });
      if (trusted) await editor.client.untilAnswer('git', async () => existsSync(mark), Boolean);
      else await new Promise(resolve => setTimeout(resolve, 1000));
      expect(existsSync(mark)).toBe(trusted);
    } finally {
      process.env['PATH'] = path;
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
