// What the product promises not to do, looked for in its sources.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../support/fixture.ts';

const SOURCES = globSync(['client/src/**/*.ts', 'server/src/**/*.{ts,js}'], { cwd: ROOT })
  .map(path => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(ROOT, path), 'utf8') }))
  .sort((a, b) => (a.path < b.path ? -1 : 1));

/** The files that hold something, as `path: what`. */
function holding(pattern: RegExp, among = SOURCES): string[] {
  return among.flatMap(({ path, text }) => {
    const found = pattern.exec(text);
    return found === null ? [] : [`${path}: ${found[0]}`];
  });
}

test('nothing asks the network', () => {
  expect(SOURCES.length).toBeGreaterThan(400);
  expect(
    holding(
      /['"]node:(?:http2?|https|net|tls|dns|dgram)(?:\/promises)?['"]|(?<![\w.])fetch\((?!\))|\bnew (?:XMLHttpRequest|WebSocket|EventSource)\b|\bsendBeacon\b/,
    ),
  ).toEqual([]);
});

test('nothing is told about the user', () => {
  expect(
    holding(/\b(?:createTelemetryLogger|TelemetryReporter|sendTelemetry\w*|machineId|sessionId)\b/),
  ).toEqual([]);
});

test('nothing pops up before the user has asked for something', () => {
  const unasked = SOURCES.filter(({ path }) =>
    /^client\/src\/(?:gate|status|node|browser)\/|^client\/src\/[\w-]+\.ts$/.test(path),
  );
  expect(unasked.length).toBeGreaterThan(10);
  expect(holding(/\.show(?:Information|Warning|Error)Message\(/, unasked)).toEqual([]);
});
