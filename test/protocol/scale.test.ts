import { expect, test } from 'vitest';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import { startEditor } from '../support/editor.ts';

const COUNT = 1500;

function card(number: number): string {
  return `---\nlicense: apache-2.0\npipeline_tag: text-classification\n---\n# Model ${number}\n\n## Evaluation\n\n${'It was measured on a held-out quarter. '.repeat(12)}\n\nTODO\n`;
}

const FILES = Object.fromEntries(
  Array.from({ length: COUNT }, (_, n) => [`models/m${n}/MODEL_CARD.md`, card(n)]),
);

test('a large workspace: requests are answered while it is read and checked', {
  timeout: 60_000,
}, async () => {
  const editor = await startEditor({ files: FILES });
  const { client } = editor;
  const uri = editor.open('models/m7/MODEL_CARD.md');
  const order: string[] = [];
  const note = (name: string) => (answer: unknown) => {
    order.push(name);
    return answer;
  };
  const all = client
    .request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'parts',
    })
    .then(note('all'));
  await client
    .request('textDocument/hover', { textDocument: { uri }, position: { line: 4, character: 3 } })
    .then(note('hover'));
  await client.until('ready', () => statuses().some(each => each.state === 'ready'), 40_000);
  await client.request('textDocument/documentSymbol', { textDocument: { uri } }).then(note('symbols'));
  await all;
  expect(order).toEqual(['hover', 'symbols', 'all']);
  const parts = client.notifications.filter(
    each => each.method === '$/progress' && (each.params as { token: string }).token === 'parts',
  );
  const items = parts.flatMap(each => (each.params as { value: WorkspaceDiagnosticReport }).value.items);
  expect(parts.length).toBeGreaterThan(3);
  expect(new Set(items.map(each => each.uri)).size).toBe(COUNT);
  expect(statuses().at(-1)).toMatchObject({
    state: 'ready',
    documents: { 'model-card': COUNT },
    files: COUNT,
  });

  function statuses(): StatusParams[] {
    return client.notifications
      .filter(each => each.method === 'clausewright/status')
      .map(each => each.params as StatusParams);
  }
});

test('checking a workspace stops when it is cancelled', { timeout: 60_000 }, async () => {
  const editor = await startEditor({ files: FILES });
  const { client } = editor;
  await client.until(
    'ready',
    () => client.notifications.some(each => JSON.stringify(each.params).includes('"ready"')),
    40_000,
  );
  const answer = client.request('workspace/diagnostic', {
    previousResultIds: [],
    partialResultToken: 'parts',
  });
  answer.catch(() => undefined);
  await client.until('part', () => client.notifications.some(each => each.method === '$/progress'));
  client.notify('$/cancelRequest', { id: answer.id });
  await expect(answer).rejects.toMatchObject({ code: -32800 });
});

test('reading that takes a while is shown', { timeout: 60_000 }, async () => {
  const editor = await startEditor({ files: FILES });
  const { client } = editor;
  const isReady = (): boolean =>
    client.notifications.some(
      each => each.method === 'clausewright/status' && JSON.stringify(each.params).includes('"ready"'),
    );
  await client.until('ready', isReady, 40_000);
  const created = client.requests.find(each => each.method === 'window/workDoneProgress/create');
  if (created === undefined) return; // this machine has read everything before it was worth showing
  const token = (created.params as { token: string }).token;
  await client.until('end', () =>
    client.notifications.some(
      each =>
        each.method === '$/progress' &&
        (each.params as { token: string; value: { kind: string } }).token === token &&
        (each.params as { value: { kind: string } }).value.kind === 'end',
    ),
  );
});
