// Bundles the tests into one CommonJS file that the extension host can load: mocha and all test files included, so that
// nothing is looked up at run time and no test file needs a build step of its own.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleFolder, repositoryRoot } from './paths.mjs';

/** The suites by name, and the folders of test files that each runs, in order. */
export const suites = { smoke: ['smoke'], full: ['smoke', 'full'] };

/** The test files of these folders, those of each in the order of their names; a folder may be missing. */
function testFiles(testsFolder, folders) {
  return folders.flatMap(folder => {
    const absolute = path.join(testsFolder, folder);
    const names = existsSync(absolute) ? readdirSync(absolute, { recursive: true, encoding: 'utf8' }) : [];
    const tests = names.filter(name => name.endsWith('.test.ts')).sort();
    return tests.map(name => path.join(absolute, name));
  });
}

/** Serves the module `suite:files`, which loads the chosen test files when its function is called. */
function suiteFiles(files) {
  const requires = files.map(file => `require(${JSON.stringify(file)});`).join('\n');
  return {
    name: 'suite-files',
    setup(hooks) {
      hooks.onResolve({ filter: /^suite:files$/ }, () => ({ path: 'files', namespace: 'suite' }));
      hooks.onLoad({ filter: /.*/, namespace: 'suite' }, () => ({
        contents: `export function loadTests() {\n${requires}\n}`,
        resolveDir: repositoryRoot,
      }));
    },
  };
}

/**
 * Bundles a suite.
 * @param {keyof typeof suites} suite
 * @param {string} [testsFolder] the folder that holds `smoke` and `full`
 * @returns {Promise<string>} the file to pass as `extensionTestsPath`
 */
export async function bundleSuite(suite, testsFolder = path.join(repositoryRoot, 'test', 'vscode', 'suite')) {
  const files = testFiles(testsFolder, suites[suite]);
  if (files.length === 0)
    throw new Error(`no *.test.ts file in ${suites[suite].join(' or ')} of ${testsFolder}`);
  const outfile = path.join(bundleFolder, `vscode-${suite}.cjs`);
  await build({
    entryPoints: [path.join(repositoryRoot, 'test', 'vscode', 'suite', 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20', // the extension host of the oldest VS Code that the extension supports
    external: ['vscode'],
    sourcemap: true,
    sourcesContent: false,
    plugins: [suiteFiles(files)],
    logLevel: 'warning',
    logOverride: { 'require-resolve-not-external': 'silent' }, // mocha's parallel mode, which is not used
    nodePaths: [path.join(repositoryRoot, 'node_modules')],
  });
  return outfile;
}
