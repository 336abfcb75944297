// What is measured of a language server. Every figure is taken from outside, as an editor sees it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MeasuredServer } from './client.mjs';

/** The middle of a sorted list. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value below which a share of a list lies. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Runs something on a fresh server with a document open, and stops the server whatever happens. */
export async function withServer(server, { name, language, text, files = {} }, run) {
  const folder = mkdtempSync(join(tmpdir(), 'clausewright-bench-'));
  const root = pathToFileURL(folder).href;
  const uri = `${root}/${name}`;
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const definition = typeof server === 'function' ? server(uri, text) : server;
  const running = new MeasuredServer(definition);
  try {
    const initialize = await running.initialize({
      rootUri: root,
      initializationOptions: definition.initializationOptions,
      settings: definition.settings,
    });
    await running.open(uri, language, text);
    await running.diagnose(uri);
    const first = performance.now() - running.started;
    return await run({ running, uri, initialize, first });
  } finally {
    running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Cold start: until `initialize` is answered, and until the first diagnostics. */
export function coldStart(server, document) {
  return withServer(server, document, async ({ initialize, first, running }) => ({
    initialize,
    first,
    memory: running.memory().now,
  }));
}

/** Where the text can grow by a character without changing its shape: the end of a line of prose in the middle. */
export function typingPlace(text, marker) {
  const lines = text.split('\n');
  const middle = Math.floor(lines.length / 2);
  const line = lines.findIndex((each, index) => index >= middle && each.includes(marker) && each.length > 40);
  return { line, character: lines[line].length - 2 };
}

/** One character typed, until the diagnostics for it are there; with the processor time of the server. */
export function edits(server, document, place, count) {
  return withServer(server, document, async ({ running, uri }) => {
    const opened = running.memory();
    const took = [];
    const type = async character => {
      running.type(uri, place, character);
      return running.diagnose(uri);
    };
    // A minute of typing is what counts, not its first second; every server is warmed up alike.
    for (let warm = 0; warm < 15; warm += 1) await type('x');
    const before = running.cpu();
    for (let index = 0; index < count; index += 1) took.push(await type('abcdefgh'[index % 8]));
    const cpu = (running.cpu() - before) / count;
    return {
      p50: median(took),
      p95: percentile(took, 0.95),
      cpu,
      opened: opened.now,
      peak: running.memory().peak,
    };
  });
}

/** Requests on a quiet document, and right after an edit. */
export function requests(server, document, place, methods, count) {
  return withServer(server, document, async ({ running, uri }) => {
    const result = {};
    for (const [method, params] of Object.entries(methods)) {
      const ask = async () => (await running.request(method, params(uri))).took;
      await ask();
      const warm = [];
      const after = [];
      for (let index = 0; index < count; index += 1) {
        warm.push(await ask());
        running.type(uri, place, 'y');
        after.push(await ask());
        await running.diagnose(uri);
      }
      result[method] = { warm: median(warm), afterEdit: median(after) };
    }
    return result;
  });
}
