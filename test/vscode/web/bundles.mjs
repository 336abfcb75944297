// Bundles what runs in the browser: the tests, and the extension that serves the workspace's files.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { repositoryRoot } from '../harness/paths.mjs';

/** What a web worker can load. */
const web = {
  bundle: true,
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
  logLevel: 'warning',
  nodePaths: [path.join(repositoryRoot, 'node_modules')],
};

/**
 * Bundles the tests with what the command line found. They are run by the same program as in Node, with that build of
 * mocha which is meant for browsers; the places in stacks stay those of the bundle.
 * @param {Record<string, object[]>} expected findings by example
 * @returns {Promise<string>} the file
 */
export async function bundleWebSuite(scratch, expected) {
  const suite = path.join(repositoryRoot, 'test', 'vscode', 'suite');
  const tests = readdirSync(path.join(suite, 'web')).filter(name => name.endsWith('.test.ts'));
  if (tests.length === 0) throw new Error('there is no web suite');
  const requires = tests.sort().map(name => `require(${JSON.stringify(path.join(suite, 'web', name))});`);
  const outfile = path.join(scratch, 'web-suite.js');
  await build({
    ...web,
    entryPoints: [path.join(suite, 'index.ts')],
    outfile,
    define: { __filename: '""' },
    plugins: [
      modules({
        'suite:files': `export function loadTests() {\n${requires.join('\n')}\n}`,
        'suite:expected': `export const expected = ${JSON.stringify(expected)};`,
        // A file that exports itself in the way of whoever loads it: here into the global scope alone.
        mocha: `const exports = undefined, module = undefined, define = undefined;
${readFileSync(path.join(repositoryRoot, 'node_modules', 'mocha', 'mocha.js'), 'utf8')}
export default globalThis.Mocha;`,
        './stack.ts': 'export const readableStack = text => text;',
      }),
    ],
  });
  return outfile;
}

/** Serves modules that no file holds. */
function modules(contents) {
  return {
    name: 'modules',
    setup(hooks) {
      hooks.onResolve({ filter: /^(?:suite:\w+|mocha|\.\/stack\.ts)$/ }, ({ path: name }) => ({
        path: name,
        namespace: 'suite',
      }));
      hooks.onLoad({ filter: /.*/, namespace: 'suite' }, ({ path: name }) => ({
        contents: contents[name],
        resolveDir: repositoryRoot,
      }));
    },
  };
}

/** Bundles the file system. @returns {Promise<string>} the file */
export async function bundleMount(scratch) {
  const outfile = path.join(scratch, 'mount.js');
  await build({
    ...web,
    entryPoints: [path.join(repositoryRoot, 'test', 'vscode', 'web', 'mount.ts')],
    outfile,
  });
  return outfile;
}
