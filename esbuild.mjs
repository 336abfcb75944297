// Bundles the extension, the server and the command line into dist.
//
//   node esbuild.mjs [--production] [--sizes]
//
// --production minifies and leaves source maps out; --sizes prints what came out. The desktop bundles are CommonJS, which is what an extension host loads.
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { checkBundle, sizeLine } from './scripts/build/bundle-check.mjs';
import { licences } from './scripts/build/licences.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const { values: options } = parseArgs({
  options: { production: { type: 'boolean', default: false }, sizes: { type: 'boolean', default: false } },
});

/** What all bundles have in common. */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: options.production,
  // Names of functions and classes stay readable in the stacks that users report.
  keepNames: false,
  sourcemap: options.production ? false : 'linked',
  sourcesContent: false,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  charset: 'utf8',
};

/** For Node 20, which is that of the oldest VS Code in the engines field, and what the command line asks for. */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Some packages name an UMD file as "main", which hides its imports from the bundler.
  mainFields: ['module', 'main'],
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
};

/** For the browser's extension host and a web worker. */
const web = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  define: { CLAUSEWRIGHT_VERSION: JSON.stringify(version) },
};

/**
 * Leaves the language client out of the gate: it becomes a file of its own, which is read when the first document of
 * ours is met.
 */
const separateStart = {
  name: 'separate-start',
  setup(hooks) {
    hooks.onResolve({ filter: /\/start\.ts$/ }, () => ({ path: './start.cjs', external: true }));
  },
};

/** Each bundle with its entry; those whose entry is not there are left out. */
const bundles = [
  {
    ...node,
    entry: 'client/src/node.ts',
    outfile: 'dist/client.cjs',
    external: ['vscode'],
    plugins: [separateStart],
  },
  { ...node, entry: 'client/src/node/start.ts', outfile: 'dist/start.cjs', external: ['vscode'] },
  { ...node, entry: 'server/src/hosts/node/server.ts', outfile: 'dist/server.cjs' },
  {
    ...node,
    entry: 'server/src/hosts/cli/main.ts',
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...web,
    entry: 'client/src/browser.ts',
    outfile: 'dist/web/client.cjs',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...web, entry: 'server/src/hosts/browser/server.ts', outfile: 'dist/web/server.js', format: 'iife' },
].filter(({ entry }) => existsSync(path.join(root, entry)));

async function bundle({ entry, ...settings }) {
  const { metafile } = await build({ ...settings, entryPoints: [entry] }).catch(() => process.exit(1)); // esbuild has said why
  return { outfile: settings.outfile, metafile, browser: settings.platform === 'browser' };
}

// Whatever an earlier build has left must not reach a package. The catalogs are written by scripts/generate.mjs.
for (const name of ['client', 'start', 'server', 'cli'])
  for (const ending of ['.cjs', '.cjs.map']) rmSync(path.join(root, 'dist', name + ending), { force: true });
rmSync(path.join(root, 'dist', 'web'), { recursive: true, force: true });

const built = await Promise.all(bundles.map(bundle));
const problems = built.flatMap(checkBundle);
if (options.sizes) for (const each of built) console.log(sizeLine(each));
for (const problem of problems) console.error(`build: ${problem}`);
const notices = licences(
  root,
  built.map(({ metafile }) => metafile),
);
writeFileSync(path.join(root, 'dist', 'third-party-licences.txt'), notices);
if (existsSync(path.join(root, 'dist', 'cli.cjs'))) chmodSync(path.join(root, 'dist', 'cli.cjs'), 0o755);
process.exitCode = problems.length > 0 ? 1 : 0;
