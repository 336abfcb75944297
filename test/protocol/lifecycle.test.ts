import { fork } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { builtServer } from '../support/build-server.ts';
import { spawnEditor, startEditor } from '../support/editor.ts';
import type { RequestError } from '../support/lsp-client.ts';

const CARD = { 'MODEL_CARD.md': '# Card\n\nText.\n' };

test('initialize tells what the server can do', async () => {
  const { initialized } = await startEditor();
  expect(initialized.serverInfo?.name).toBe('clausewright');
  expect(initialized.capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
    hoverProvider: true,
    definitionProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.clausewright', 'refactor'] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  });
});

test('a request before initialize is refused, and the server goes on', async () => {
  const editor = await spawnEditor({ files: CARD });
  const early = editor.client.request('textDocument/hover', {
    textDocument: { uri: editor.uri('MODEL_CARD.md') },
    position: { line: 0, character: 0 },
  });
  await expect(early).rejects.toMatchObject({ code: -32002 });
  editor.client.open(editor.uri('MODEL_CARD.md'), 'a notification before initialize is dropped');
  await editor.client.initialize(null, {}, {});
  await expect(editor.stop()).resolves.toBe(0);
});

test('a second initialize is refused', async () => {
  const editor = await startEditor();
  await expect(editor.client.initialize(null, {}, {})).rejects.toMatchObject({ code: -32600 });
});

test('exit after shutdown ends the process with 0', async () => {
  const editor = await startEditor();
  await expect(editor.stop()).resolves.toBe(0);
});

test('exit without shutdown ends the process with 1', async () => {
  const editor = await startEditor();
  editor.client.notify('exit');
  await expect(editor.client.ended).resolves.toBe(1);
});

test('the end of the input ends the process with 1', async () => {
  const editor = await startEditor();
  editor.client.process.stdin?.end();
  await expect(editor.client.ended).resolves.toBe(1);
});

test('a request after shutdown is refused', async () => {
  const editor = await startEditor({ files: CARD });
  await editor.client.request('shutdown');
  await expect(editor.client.diagnostics(editor.uri('MODEL_CARD.md'))).rejects.toMatchObject({
    code: -32600,
  });
});

test('what is no JSON is answered with a parse error, and the next message is read', async () => {
  const editor = await startEditor({ files: CARD });
  editor.client.raw('Content-Length: 7\r\n\r\n{"a": 1');
  const stray = await editor.client.until('parse error', () => editor.client.strays[0]);
  expect(stray.error?.code).toBe(-32700);
  expect(stray.id).toBeNull();
  const uri = editor.open('MODEL_CARD.md');
  expect(await editor.client.diagnostics(uri)).toBeInstanceOf(Array);
});

test('JSON that is no message is logged, and the next message is read', async () => {
  const editor = await startEditor({ files: CARD });
  for (const body of ['[]', 'null', '{"jsonrpc":"2.0"}', '"text"', '{"method":7}'])
    editor.client.raw(`Content-Length: ${body.length}\r\n\r\n${body}`);
  const uri = editor.open('MODEL_CARD.md');
  expect(await editor.client.diagnostics(uri)).toBeInstanceOf(Array);
});

test('an unknown method is refused, an unknown notification ignored', async () => {
  const editor = await startEditor();
  editor.client.notify('textDocument/fancy', { a: 1 });
  await expect(editor.client.request('textDocument/fancy', {})).rejects.toMatchObject({ code: -32601 });
});

test.each([
  ['textDocument/hover', {}],
  ['textDocument/hover', { textDocument: {}, position: { line: 0, character: 0 } }],
  ['textDocument/hover', { textDocument: { uri: 'file:///a.md' } }],
  ['textDocument/completion', undefined],
  ['textDocument/codeAction', { textDocument: null }],
  ['textDocument/diagnostic', { textDocument: { uri: 7 } }],
])('%s with the parameters %j is an error of the client', async (method, params) => {
  const editor = await startEditor();
  await expect(editor.client.request(method, params)).rejects.toMatchObject({ code: -32602 });
});

test('documents that nobody opened give nothing', async () => {
  const editor = await startEditor();
  const textDocument = { uri: editor.uri('nowhere.md') };
  const position = { line: 3, character: 4 };
  expect(await editor.client.diagnostics(textDocument.uri)).toEqual([]);
  expect(await editor.client.request('textDocument/hover', { textDocument, position })).toBeNull();
  editor.client.change(textDocument.uri, 2, { text: 'x' });
  editor.client.close(textDocument.uri);
  await expect(editor.stop()).resolves.toBe(0);
});

test('positions outside the text count to its nearest end', async () => {
  const editor = await startEditor({ files: CARD });
  const uri = editor.open('MODEL_CARD.md');
  const far = [
    { line: -1, character: -5 },
    { line: 1e9, character: 0 },
    { line: 0, character: 1e9 },
    { line: 0.5, character: 0.5 },
    { line: null, character: 'x' },
  ];
  for (const position of far) {
    for (const method of [
      'hover',
      'completion',
      'definition',
      'references',
      'documentHighlight',
      'prepareRename',
    ]) {
      const answer = editor.client.request(`textDocument/${method}`, { textDocument: { uri }, position });
      await answer.catch(error => expect((error as RequestError).code).toBe(-32803));
    }
  }
  editor.client.change(uri, 2, {
    range: { start: { line: 99, character: 0 }, end: { line: 98, character: 7 } },
    text: '\n## End\n',
  });
  const symbols = await editor.client.request('textDocument/documentSymbol', { textDocument: { uri } });
  expect(JSON.stringify(symbols)).toContain('"name":"End"');
});

test('the server speaks over the channel of Node too', async () => {
  const server = fork(await builtServer(), ['--node-ipc'], { silent: true, execArgv: [] });
  onTestFinished(() => void server.kill('SIGKILL'));
  const ended = new Promise(resolve => server.on('exit', resolve));
  const answer = (method: string, id: number, params?: object): Promise<unknown> =>
    new Promise(resolve => {
      const take = (message: unknown): void => {
        if (typeof message !== 'object' || message === null || !('id' in message) || message.id !== id)
          return;
        server.off('message', take);
        resolve(message);
      };
      server.on('message', take);
      server.send({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) });
    });
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  expect(await answer('initialize', 1, params)).toMatchObject({
    result: { serverInfo: { name: 'clausewright' } },
  });
  expect(await answer('shutdown', 2)).toMatchObject({ result: null });
  server.send({ jsonrpc: '2.0', method: 'exit' });
  expect(await ended).toBe(0);
});
