// Half an hour of typing, in quick motion: does the server grow?
//
//   node bench/typing.mjs [--minutes 30] [--lines 2000]
//
// Five keystrokes a second are sent without the waiting, each followed by what an editor asks. The resident memory is
// read along the way; it fails where the last quarter needs markedly more than the second. The first one warms up.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, lines: { type: 'string', default: '2000' } },
});
const strokes = Number(values.minutes) * 60 * 5;
/** The growth from the second quarter to the last that counts as noise of the garbage collection. */
const most = 1.1;

const server = spawn(process.execPath, [path.join(root, 'dist/server.cjs'), '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const waiting = new Map();
let rest = Buffer.alloc(0);
let next = 1;

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  server.stdin.write(body);
}

function request(method, params) {
  const id = next++;
  send({ id, method, params });
  return new Promise(resolve => waiting.set(id, resolve));
}

server.stdout.on('data', bytes => {
  rest = Buffer.concat([rest, bytes]);
  for (;;) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(rest.toString('ascii', 0, end))?.[1]);
    if (rest.length < end + 4 + length) return;
    const message = JSON.parse(rest.toString('utf8', end + 4, end + 4 + length));
    rest = rest.subarray(end + 4 + length);
    if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: null });
    else waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  }
});

/** Resident memory of the server in megabytes. */
function resident() {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

const entry = index =>
  `  - id: A.6.2.${(index % 8) + 2}\n    status: planned\n    owner: jane@example.org\n    evidence: [card.md#evaluation]\n`;
const head = 'clausewright: control-mapping/1\nsystem: { id: x }\ncontrols:\n';
const text = head + Array.from({ length: Number(values.lines) / 4 }, (_, index) => entry(index)).join('');
const uri = 'file:///workspace/controls.yaml';
const textDocument = { uri };

await request('initialize', {
  processId: process.pid,
  rootUri: null,
  capabilities: {},
  workspaceFolders: null,
});
send({ method: 'initialized', params: {} });
send({
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
});

const word = ' # a note that somebody types, and then takes back again';
const samples = [];
const started = performance.now();
for (let stroke = 0; stroke < strokes; stroke += 1) {
  const line = 4 + 4 * (Math.floor(stroke / (2 * word.length)) % (Number(values.lines) / 4 - 2));
  const step = stroke % (2 * word.length);
  const typing = step < word.length;
  const at = '    status: planned'.length + (typing ? step : 2 * word.length - 1 - step);
  const start = { line, character: at };
  const range = { start, end: { line, character: typing ? at : at + 1 } };
  const change = { range, text: typing ? word[step] : '' };
  send({
    method: 'textDocument/didChange',
    params: { textDocument: { uri, version: stroke + 2 }, contentChanges: [change] },
  });
  await request('textDocument/diagnostic', { textDocument });
  if (stroke % 5 === 0) await request('textDocument/completion', { textDocument, position: start });
  if (stroke % 10 === 0) await request('textDocument/documentSymbol', { textDocument });
  if (stroke % 10 === 5)
    await request('textDocument/hover', { textDocument, position: { line, character: 6 } });
  if (stroke % Math.ceil(strokes / 40) === 0) samples.push(resident());
}
const seconds = (performance.now() - started) / 1000;
server.kill();

const quarter = which => {
  const part = samples.slice((samples.length / 4) * which, (samples.length / 4) * (which + 1));
  return part.reduce((sum, each) => sum + each, 0) / part.length;
};
const quarters = [0, 1, 2, 3].map(quarter);
console.log(
  `typing: ${strokes} keystrokes in ${seconds.toFixed(0)} s; megabytes by quarter: ${quarters.map(each => each.toFixed(0)).join(', ')}; at the end ${samples.at(-1)?.toFixed(0)}`,
);
process.exitCode = quarters[3] > quarters[1] * most ? 1 : 0;
