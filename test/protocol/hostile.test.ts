import { expect, test } from 'vitest';
import { forSeedsInTurn } from '../support/cases.ts';
import { type Editor, spawnEditor, startEditor } from '../support/editor.ts';
import { RequestError } from '../support/lsp-client.ts';
import { Random } from '../support/random.ts';

const FILES = {
  'MODEL_CARD.md': '---\nlicense: mit\n---\n# Card\n\n## Evaluation\n\nText with A.6.2.4.\n',
  'controls.yaml':
    'clausewright: control-mapping/1\nsystem: { id: x }\ncontrols:\n  - id: A.6.2.4\n    evidence: [MODEL_CARD.md#evaluation]\n',
};

const REQUESTS = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/selectionRange',
  'textDocument/documentLink',
  'textDocument/codeAction',
  'codeAction/resolve',
  'completionItem/resolve',
  'textDocument/codeLens',
  'codeLens/resolve',
  'textDocument/inlayHint',
  'textDocument/rename',
  'textDocument/prepareRename',
  'textDocument/diagnostic',
  'textDocument/semanticTokens/full',
  'textDocument/semanticTokens/range',
  'workspace/diagnostic',
  'workspace/symbol',
  'workspace/executeCommand',
  'workspace/willRenameFiles',
  'workspace/textDocumentContent',
  'clausewright/coverage',
  'clausewright/new',
  'clausewright/link',
  'clausewright/signOff',
  'clausewright/ask',
  'clausewright/nothing',
  '__proto__',
  'constructor',
  '',
];
const NOTIFICATIONS = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWorkspaceFolders',
  '$/cancelRequest',
  '$/setTrace',
  'toString',
];

/** A value of any kind, with the names that the protocol uses. */
function anything(random: Random, editor: Editor, depth = 0): unknown {
  const roll = random.next();
  if (roll < 0.4 || depth > 4)
    return random.pick<unknown>([
      null,
      true,
      -1,
      0,
      1,
      7.5,
      2 ** 31,
      2 ** 53,
      -(2 ** 31),
      '',
      'x',
      '\0',
      '../../etc/passwd',
      'a'.repeat(5000),
      '\ud800',
      editor.uri('MODEL_CARD.md'),
      editor.uri('controls.yaml'),
      editor.uri('gone.md'),
      'file:///etc/passwd',
      'file://host/share/controls.yaml',
      'file:///%2e%2e/%2e%2e/etc/passwd',
      'file:///%00',
      'file:///%zz',
      'untitled:x',
      'clausewright-catalog:/iso-42001/A.7.2.md',
      'clausewright-catalog:/../../x',
      'javascript:alert(1)',
      ':',
    ]);
  if (roll < 0.5) return random.list(0, 4, () => anything(random, editor, depth + 1));
  const names = [
    'textDocument',
    'position',
    'range',
    'uri',
    'version',
    'text',
    'languageId',
    'line',
    'character',
    'start',
    'end',
    'context',
    'contentChanges',
    'changes',
    'type',
    'event',
    'added',
    'removed',
    'settings',
    'positions',
    'newName',
    'query',
    'command',
    'arguments',
    'data',
    'id',
    'value',
    'kind',
    'system',
    'path',
    'diagnostics',
    'only',
    'files',
    'oldUri',
    'newUri',
    '__proto__',
  ];
  return Object.fromEntries(
    random.list(0, 6, () => [random.pick(names), anything(random, editor, depth + 1)] as const),
  );
}

/** Parameters of the right shape with places that need not be there. */
function nearly(random: Random, editor: Editor): Record<string, unknown> {
  const place = (): object => ({
    line: random.pick([0, 3, 4, 7, 8, 9, 1e6, -1, 2 ** 31]),
    character: random.pick([0, 2, 5, 80, 1e6, -1, 2 ** 31]),
  });
  const uri = random.pick([
    editor.uri('MODEL_CARD.md'),
    editor.uri('controls.yaml'),
    editor.uri('gone.md'),
    'file:///%zz',
  ]);
  return {
    textDocument: { uri, version: random.pick([1, 2, -1]) },
    position: place(),
    range: { start: place(), end: place() },
    positions: [place(), place()],
    context: {
      diagnostics: [],
      includeDeclaration: true,
      ...(random.chance(0.5) ? { only: ['quickfix'] } : {}),
    },
    newName: random.pick(['new-name', '', 'a\nb', '`]('.repeat(200)]),
    query: random.pick(['', 'A.6', '\0', '('.repeat(500)]),
    uri,
    previousResultIds: [{ uri, value: random.pick(['', 'x', '0']) }],
    files: [{ oldUri: uri, newUri: random.pick([editor.uri('new.md'), 'file:///etc/x', uri]) }],
    contentChanges: [{ range: { start: place(), end: place() }, text: random.pick(['', 'x', '\r\n', '"']) }],
  };
}

/** Whether {@link nearly} makes what a request asks for; others get parameters of another shape. */
const isAsked = (method: string): boolean =>
  /^(?:textDocument|workspace\/(?:symbol|diagnostic|will))/.test(method);

/**
 * Waits for an answer of any kind. One that never comes is a failure; so is an internal error, unless the parameters
 * were no parameters.
 */
async function settled(answer: Promise<unknown>, what: string, isWellFormed: boolean): Promise<void> {
  const outcome = await Promise.race([
    answer.then(
      () => undefined,
      (error: unknown) => error,
    ),
    new Promise(resolve => setTimeout(() => resolve(new Error('no answer')), 15_000)),
  ]);
  if (
    outcome === undefined ||
    (outcome instanceof RequestError && (outcome.code !== -32603 || !isWellFormed))
  )
    return;
  throw new Error(`${what}: ${outcome instanceof Error ? outcome.message : String(outcome)}`);
}

test('requests and notifications of any shape are answered, and the server goes on', async () => {
  const editor = await startEditor({ files: FILES });
  const { client } = editor;
  editor.open('MODEL_CARD.md');
  editor.open('controls.yaml');
  let version = 1;
  const { cases, distinct } = await forSeedsInTurn(
    400,
    async (seed, saw) => {
      const random = new Random(seed);
      const isWellFormed = random.chance(0.6);
      const params = isWellFormed ? nearly(random, editor) : anything(random, editor);
      const isNotification = random.chance(0.2);
      const method = random.pick(isNotification ? NOTIFICATIONS : REQUESTS);
      const what = `${method} ${JSON.stringify(params)}`;
      saw(what);
      if (isNotification) client.notify(method, params);
      else await settled(client.request(method, params), what.slice(0, 400), isWellFormed && isAsked(method));
      if (seed % 50 !== 0) return;
      version += 1;
      client.notify('textDocument/didClose', { textDocument: { uri: editor.uri('MODEL_CARD.md') } });
      client.open(editor.uri('MODEL_CARD.md'), FILES['MODEL_CARD.md'], 'markdown', version);
    },
    0.1,
  );
  expect(distinct).toBeGreaterThan(cases * 0.8);
  expect(client.process.exitCode).toBeNull();
  await expect(editor.stop()).resolves.toBe(0);
});

test('a document without a text, and a change that is none, spoil nothing', async () => {
  const editor = await startEditor({ files: FILES });
  const uri = editor.open('controls.yaml');
  const before = await editor.client.diagnostics(uri);
  editor.client.notify('textDocument/didOpen', {
    textDocument: { uri: editor.uri('MODEL_CARD.md'), version: 1 },
  });
  for (const change of [{}, { text: 7 }, { range: 'x', text: 'y' }, null])
    editor.client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [change],
    });
  expect(await editor.client.diagnostics(uri)).toEqual(before);
  expect(await editor.client.request('workspace/symbol', { query: 'A.6' })).toBeInstanceOf(Array);
});

test.each<[string, string]>([
  ['a length beyond everything', 'Content-Length: 99999999999999999999\r\n\r\n{}'],
  ['a negative length', 'Content-Length: -5\r\n\r\n{}'],
  ['a length that is no number', 'Content-Length: abc\r\n\r\n{}'],
  ['no length', 'Content-Type: x\r\n\r\n{}'],
  ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} '],
  ['an unknown character set', 'Content-Length: 2\r\nContent-Type: a; charset=utf-7\r\n\r\n{}'],
  ['bytes', '\0\xff\xfe\x80'.repeat(1000)],
  ['a header without an end', 'x'.repeat(200_000)],
  ['a message of null bytes', `Content-Length: 100\r\n\r\n${'\0'.repeat(100)}`],
  ['a deep message', `Content-Length: 40000\r\n\r\n${'['.repeat(40_000)}`],
])('%s neither hangs the server nor makes it grow', async (_, bytes) => {
  const editor = await spawnEditor({ files: FILES });
  editor.client.raw(Buffer.from(bytes, 'latin1'));
  editor.client.process.stdin?.end();
  const outcome = await Promise.race([
    editor.client.ended,
    new Promise<string>(resolve => setTimeout(() => resolve('still running'), 10_000)),
  ]);
  expect(outcome).toBe(1);
});
