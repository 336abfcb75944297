import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkReach } from '../../../scripts/build/reach.mjs';
import { ROOT } from '../../support/fixture.ts';

/** A bundle of one file that imports one module of Node. */
function bundleOf(input: string, path: string): Parameters<typeof checkReach>[0] {
  return {
    outfile: 'x.cjs',
    metafile: {
      inputs: { [input]: { bytes: 1, imports: [{ path, kind: 'import-statement', external: true }] } },
      outputs: {
        'x.cjs': { bytes: 1, inputs: { [input]: { bytesInOutput: 1 } }, imports: [], exports: [] },
      },
    },
  };
}

describe('what a build may reach', () => {
  test.each(['http', 'node:https', 'node:http2', 'net', 'tls', 'dgram', 'node:dns/promises'])(
    '%s stops the build',
    module => {
      expect(checkReach(bundleOf('server/src/features/hover.ts', module))).toHaveLength(1);
      expect(checkReach(bundleOf('server/src/hosts/node/git.ts', module))).toHaveLength(1);
      expect(checkReach(bundleOf('node_modules/yaml/dist/index.js', module))).toHaveLength(1);
    },
  );

  test('processes are started where git is called, and nowhere else', () => {
    expect(checkReach(bundleOf('server/src/hosts/node/git.ts', 'node:child_process'))).toEqual([]);
    expect(checkReach(bundleOf('server/src/hosts/node/host.ts', 'node:child_process'))).toHaveLength(1);
  });

  test('files are read where the host is, and in no other layer', () => {
    const found = readdirSync(join(ROOT, 'server/src'), { recursive: true, encoding: 'utf8' })
      .map(path => path.replaceAll('\\', '/'))
      .filter(path => path.endsWith('.ts') && !path.startsWith('hosts/'))
      .filter(path => /from 'node:|require\(/.test(readFileSync(join(ROOT, 'server/src', path), 'utf8')));
    expect(found).toEqual([]);
  });
});

const DIST = join(ROOT, 'dist');
const BUILT = [
  ...(existsSync(DIST) ? readdirSync(DIST).filter(name => name.endsWith('.cjs')) : []),
  'web/client.cjs',
  'web/server.js',
  'webview/coverage.js',
].filter(name => existsSync(join(DIST, name)));

describe.skipIf(BUILT.length === 0)('the bundles as they are built', () => {
  test.each(BUILT)('%s calls no network', name => {
    const text = readFileSync(join(ROOT, 'dist', name), 'utf8');
    const loaded = [
      ...text.matchAll(/\brequire\("(?:node:)?(https?|http2|tls|dgram|dns(?:\/promises)?)"\)/g),
    ];
    expect(loaded.map(hit => hit[1])).toEqual([]);
    expect(text).not.toMatch(
      /\bnew (?:XMLHttpRequest|WebSocket|EventSource)\b|\bsendBeacon\(|\bimportScripts\(/,
    );
    expect(text).not.toMatch(/\bfetch\(\s*["'`]|globalThis\.fetch|self\.fetch|window\.fetch/);
    expect(text).not.toMatch(/\bnew Function\(|\beval\((?!\?)/);
  });
});

test('git is asked without a shell, off the network, and runs nothing that a repository sets up', () => {
  const text = readFileSync(join(ROOT, 'server/src/hosts/node/git.ts'), 'utf8');
  for (const setting of [
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'protocol.allow=never',
    '--no-optional-locks',
    '--literal-pathspecs',
  ])
    expect(text).toContain(setting);
  const hosts = readdirSync(join(ROOT, 'server/src/hosts'), { recursive: true, encoding: 'utf8' });
  const shells = hosts
    .filter(path => path.endsWith('.ts'))
    .filter(path =>
      /shell:|\bexecSync\b|\bexec\(\s*[`'"]/.test(readFileSync(join(ROOT, 'server/src/hosts', path), 'utf8')),
    );
  expect(shells).toEqual([]);
});
