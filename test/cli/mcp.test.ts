import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './support/folder.ts';
import { McpClient } from './support/mcp-client.ts';
import { clausewright } from './support/program.ts';

const FILES = {
  'controls.yaml': `clausewright: control-mapping/1
system: { id: scoring }
controls:
  - id: A.6.2.4
    status: planned
`,
  'docs/evaluation.md':
    '# Evaluation\n\n## Results\n\nThe model reaches an AUC of 0.81 on the held-out quarter.\n',
};

/** The revision without a handshake. */
const STATELESS = {
  _meta: {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  },
};

test('a client shakes hands, lists the tools and calls each', async () => {
  const client = new McpClient(folderWith(FILES));
  const hello = await client.initialize();
  expect(hello).toMatchObject({
    protocolVersion: '2025-11-25',
    capabilities: { tools: {} },
    serverInfo: { name: 'clausewright' },
  });
  expect((await client.request('ping')).result).toEqual({});
  const { tools } = (await client.request('tools/list')).result;
  expect(tools.map((each: { name: string }) => each.name)).toEqual([
    'explain_control',
    'coverage',
    'gaps',
    'evidence_for',
  ]);
  for (const { name, annotations, inputSchema } of tools) {
    expect(annotations.readOnlyHint).toBe(true);
    expect(inputSchema.type).toBe('object');
    const { content, isError } = await client.call(name, inputSchema.required ? { control: 'A.6.2.4' } : {});
    expect(isError).toBe(false);
    expect(content[0].text).toContain('controls.yaml:');
  }
  expect(await client.end()).toBe(0);
  expect(client.errors).toBe('');
});

test('answers are from the files as they are, and nothing is written', async () => {
  const folder = folderWith(FILES);
  const client = new McpClient(folder);
  await client.initialize();
  const before = shot(folder);
  const first = await client.call('evidence_for', { control: 'A.6.2.4' });
  expect(first.structuredContent.systems[0]).toMatchObject({
    strength: 'missing',
    at: { path: 'controls.yaml', line: 4 },
  });
  expect(shot(folder)).toEqual(before);
  appendFileSync(join(folder, 'controls.yaml'), '    evidence:\n      - docs/evaluation.md#results\n');
  const second = await client.call('evidence_for', { control: 'A.6.2.4' });
  expect(second.structuredContent.systems[0].evidence[0]).toMatchObject({
    strength: 'documented',
    at: { path: 'docs/evaluation.md', line: 3 },
  });
});

test('what a model asks wrongly is told to it in words', async () => {
  const client = new McpClient(folderWith(FILES));
  await client.initialize();
  const { content, isError } = await client.call('explain_control', { control: 'A.6.2.44' });
  expect(isError).toBe(true);
  expect(content[0].text).toContain('near it are iso-42001:A.6.2.4');
  const unknown = await client.request('tools/call', { name: 'delete' });
  expect(unknown.error).toMatchObject({ code: -32602, message: expect.stringContaining('explain_control') });
  const bad = await client.request('tools/call', { name: 'gaps', arguments: ['all'] });
  expect(bad.error?.code).toBe(-32602);
});

test('malformed messages are answered, and survived', async () => {
  const client = new McpClient(folderWith(FILES));
  const broken: [line: string, code: number, id: unknown][] = [
    ['garbage', -32700, null],
    ['{"jsonrpc":"2.0","id":1,"method":"ping"', -32700, null],
    ['"text"', -32600, null],
    ['[]', -32600, null],
    ['[{"jsonrpc":"2.0","id":1,"method":"ping"}]', -32600, null],
    ['{"id":7,"method":"ping"}', -32600, 7],
    ['{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600, null],
    ['{"jsonrpc":"2.0","id":8}', -32600, 8],
    ['{"jsonrpc":"2.0","id":9,"method":"ping","params":3}', -32600, 9],
    ['{"jsonrpc":"2.0","id":10,"method":"resources/list"}', -32601, 10],
    ['{"jsonrpc":"2.0","id":11,"method":"__proto__"}', -32601, 11],
    [`{"x":"${'y'.repeat(1_100_000)}"}`, -32700, null],
  ];
  for (const [line, code, id] of broken) {
    client.write(line);
    expect(await client.next()).toMatchObject({ id, error: { code } });
  }
  for (const line of ['', '  ', '{"jsonrpc":"2.0","id":1,"result":{}}', '{"jsonrpc":"2.0","method":"x"}'])
    client.write(line);
  expect((await client.request('ping')).result).toEqual({});
  expect(await client.end()).toBe(0);
});

test('each revision is spoken as it is asked for', async () => {
  const client = new McpClient(folderWith(FILES));
  expect((await client.initialize('2024-11-05')).protocolVersion).toBe('2024-11-05');
  expect((await client.initialize('2031-01-01')).protocolVersion).toBe('2025-11-25');
  expect((await client.initialize('2025-03-26')).protocolVersion).toBe('2025-03-26');
  client.write(
    '[{"jsonrpc":"2.0","id":"a","method":"ping"},{"jsonrpc":"2.0","method":"x"},{"jsonrpc":"2.0","id":"b","method":"y"}]',
  );
  expect(await client.next()).toMatchObject([
    { id: 'a', result: {} },
    { id: 'b', error: { code: -32601 } },
  ]);
});

test('a client without a handshake discovers, lists and calls', async () => {
  const client = new McpClient(folderWith(FILES));
  const found = (await client.request('server/discover', STATELESS)).result;
  expect(found).toMatchObject({
    resultType: 'complete',
    supportedVersions: ['2026-07-28'],
    capabilities: { tools: {} },
    ttlMs: expect.any(Number),
    cacheScope: 'private',
    _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'clausewright' } },
  });
  const list = (await client.request('tools/list', STATELESS)).result;
  expect(list).toMatchObject({ resultType: 'complete', ttlMs: expect.any(Number) });
  expect(list.tools).toHaveLength(4);
  const { result } = await client.request('tools/call', {
    ...STATELESS,
    name: 'gaps',
    arguments: { limit: 1 },
  });
  expect(result).toMatchObject({ resultType: 'complete', isError: false });
  expect(result.ttlMs).toBeUndefined();
  expect((await client.request('ping', STATELESS)).error?.code).toBe(-32601);
  const { error } = await client.request('tools/list', {
    _meta: { 'io.modelcontextprotocol/protocolVersion': '2099-01-01' },
  });
  expect(error).toMatchObject({
    code: -32022,
    data: { supported: ['2026-07-28'], requested: '2099-01-01' },
  });
});

test('questions that come together are all answered, and a cancelled one is not', async () => {
  const client = new McpClient(folderWith(FILES));
  await client.initialize();
  const call = (id: number): string =>
    JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'gaps', arguments: {} } });
  client.write(
    `${call(21)}\n${call(22)}\n{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":21}}\n${call(23)}`,
  );
  client.child.stdin.end();
  expect([(await client.next()).id, (await client.next()).id].sort()).toEqual([22, 23]);
  expect(await client.code).toBe(0);
});

test('another folder than the working folder is named as operand', async () => {
  const client = new McpClient(folderWith({ 'a.txt': '' }), [folderWith(FILES)]);
  await client.initialize();
  expect((await client.call('gaps', { limit: 1 })).content[0].text).toContain('[controls.yaml:');
  await client.end();
});

test('wrong usage ends at once', () => {
  const folder = folderWith(FILES);
  expect(clausewright(['mcp', 'nowhere'], { cwd: folder })).toMatchObject({ code: 2 });
  expect(clausewright(['mcp', 'controls.yaml'], { cwd: folder })).toMatchObject({
    code: 2,
    err: expect.stringContaining('"controls.yaml" is no folder'),
  });
});

/** Every file of a folder with its text and time. */
function shot(folder: string): unknown {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map(name => [name, statSync(join(folder, name))] as const)
    .map(([name, stats]) => [
      name,
      stats.mtimeMs,
      stats.isFile() ? readFileSync(join(folder, name), 'utf8') : '',
    ]);
}
