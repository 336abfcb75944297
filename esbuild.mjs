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
import { exampleText } from './scripts/build/example.mjs';
import { licences } from './scripts/build/licences.mjs';
import { plainFields } from './scripts/build/plain-fields.mjs';
import { checkReach } from './scripts/build/reach.mjs';
import { billOfMaterials } from './scripts/build/sbom.mjs';
import { checkStart, splitBundle } from './scripts/build/split.mjs';

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
 * What runs on Node besides the client: server and command line are one engine in files of which each program loads
 * what it needs, and the rest when it is asked for.
 */
const programs = { server: 'server/src/hosts/node/server.ts', cli: 'server/src/hosts/cli/main.ts' };

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

async function bundlePrograms() {
  const metafile = await splitBundle(node, programs, path.join(root, 'dist'));
  return { outfile: 'dist/server.cjs', metafile, browser: false };
}

const built = [...(await Promise.all(bundles.map(bundle))), await bundlePrograms()];
const problems = [...built.flatMap(each => [...checkBundle(each), ...checkReach(each)]), ...checkStart(dist)];
if (options.sizes) for (const each of built) console.log(sizeLine(each));
for (const problem of problems) console.error(`build: ${problem}`);
const metafiles = built.map(({ metafile }) => metafile);
writeFileSync(path.join(dist, 'third-party-licences.txt'), licences(root, metafiles));
writeFileSync(path.join(dist, 'sbom.cdx.json'), billOfMaterials(root, metafiles));
writeFileSync(path.join(dist, 'example.json'), exampleText(path.join(root, 'examples', 'credit-scoring')));
for (const name of Object.keys(programs)) chmodSync(path.join(dist, `${name}.cjs`), 0o755);
process.exitCode = problems.length > 0 ? 1 : 0;
