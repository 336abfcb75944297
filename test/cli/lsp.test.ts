import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { program } from './support/program.ts';

test('lsp --stdio answers initialize and ends as its client asks', async () => {
  const child = spawn(process.execPath, [program(), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
    if (out.includes('"id":1') && !out.includes('"id":2')) send({ id: 2, method: 'shutdown' });
    if (out.includes('"id":2')) send({ method: 'exit' });
  });
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  const code = await new Promise(resolve => child.on('exit', resolve));
  expect(code).toBe(0);
  expect(out).toContain('"serverInfo":{"name":"clausewright"');
});
