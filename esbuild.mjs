// Bundles the extension, the server and the command line into dist.
//
//   node esbuild.mjs [--production] [--sizes]
//
// --production minifies and leaves source maps out; --sizes prints what came out. The desktop bundles are CommonJS, which is what an extension host loads.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { checkBundle, sizeLine } from './scripts/build/bundle-check.mjs';
import { licences } from './scripts/build/licences.mjs';
import { plainFields } from './scripts/build/plain-fields.mjs';

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
  plugins: [plainFields],
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

/**
 * Leaves the writers of large reports out of the engine: a server never needs them, and the command line only when one
 * of them is asked for.
 */
const separateReports = {
  name: 'separate-reports',
  setup(hooks) {
    hooks.onResolve({ filter: /\/reports\.ts$/ }, ({ resolveDir }) =>
      // lsp/ has a file of that name too.
      /[\\/]hosts[\\/]cli\b/.test(resolveDir) ? { path: './reports.cjs', external: true } : undefined,
    );
  },
};

/**
 * What runs on Node besides the client: server and command line are one engine, so they are one file, of which each
 * evaluates what it needs. The programs themselves only choose.
 */
const programs = { server: 'server/src/hosts/node/server.ts', cli: 'server/src/hosts/cli/main.ts' };
const engine = {
  contents: Object.entries(programs)
    .map(([name, entry]) => `export const ${name} = () => import('./${entry}');`)
    .join('\n'),
  resolveDir: root,
  sourcefile: 'programs.js',
};

/** All bundles. */
const bundles = [
  {
    ...node,
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/client.cjs',
    external: ['vscode'],
    plugins: [...common.plugins, separateStart],
  },
  { ...node, entryPoints: ['client/src/node/start.ts'], outfile: 'dist/start.cjs', external: ['vscode'] },
  { ...node, stdin: engine, outfile: 'dist/engine.cjs', plugins: [...common.plugins, separateReports] },
  { ...node, entryPoints: ['server/src/hosts/cli/reports.ts'], outfile: 'dist/reports.cjs' },
  {
    ...web,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/web/client.cjs',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...web,
    entryPoints: ['server/src/hosts/browser/server.ts'],
    outfile: 'dist/web/server.js',
    format: 'iife',
  },
  // What runs in a panel's page, the same in every host.
  {
    ...web,
    entryPoints: ['client/src/webview/coverage.ts'],
    outfile: 'dist/webview/coverage.js',
    format: 'iife',
  },
];

async function bundle(settings) {
  const { metafile } = await build(settings).catch(() => process.exit(1)); // esbuild has said why
  return { outfile: settings.outfile, metafile, browser: settings.platform === 'browser' };
}

// Whatever an earlier build has left must not reach a package. The catalogs are written by scripts/generate.mjs.
const dist = path.join(root, 'dist');
mkdirSync(dist, { recursive: true });
for (const name of readdirSync(dist))
  if (name !== 'catalogs') rmSync(path.join(dist, name), { recursive: true, force: true });

const built = await Promise.all(bundles.map(bundle));
const problems = built.flatMap(checkBundle);
if (options.sizes) for (const each of built) console.log(sizeLine(each));
for (const problem of problems) console.error(`build: ${problem}`);
const notices = licences(
  root,
  built.map(({ metafile }) => metafile),
);
writeFileSync(path.join(dist, 'third-party-licences.txt'), notices);
for (const name of Object.keys(programs)) {
  const file = path.join(dist, `${name}.cjs`);
  writeFileSync(file, `#!/usr/bin/env node\nrequire('./engine.cjs').${name}();\n`);
  chmodSync(file, 0o755);
}
process.exitCode = problems.length > 0 ? 1 : 0;
