#!/usr/bin/env node
// Runs the extension's tests in the browser's extension host: VS Code's web workbench without any server behind it, the
// extension in a web worker, the files in a virtual file system. That is what vscode.dev and github.dev are.
//
//   node test/vscode/web/run.mjs [--vsix FILE] [--example NAME] [--timeout SECONDS] [--verbose]
//
// Each example is opened in a window of its own; the first once more without being trusted. The exit code is 0 when all
// passed, 1 when a test failed, 2 for wrong use, 124 when a window gave no result in time.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { onStopSignal } from '../harness/processes.mjs';
import { copyWorkspace, keepTemporaryFiles, scratchFolder } from '../harness/scratch.mjs';
import { openBrowser } from '../offline/browser.mjs';
import { connectConsole } from '../offline/console.mjs';
import { ensureServer } from '../offline/setup.mjs';
import { bundleMount, bundleWebSuite } from './bundles.mjs';
import { age, examples, extensionFolder, findingsOf } from './examples.mjs';
import { startSite } from './site.mjs';
import { countingLines } from './totals.mjs';

const string = { type: 'string' };

function readOptions() {
  const { values } = parseArgs({
    options: { vsix: string, example: string, timeout: string, verbose: { type: 'boolean' } },
  });
  const seconds = Number(values.timeout ?? 90);
  if (!(seconds > 0)) throw new Error(`--timeout is "${values.timeout}", expected seconds`);
  if (values.vsix && !existsSync(values.vsix))
    throw new Error(`--vsix is "${values.vsix}", which does not exist`);
  const names = examples().filter(name => values.example === undefined || name === values.example);
  if (names.length === 0) throw new Error(`--example is "${values.example}", expected one of ${examples()}`);
  return { ...values, limit: seconds * 1000, names };
}

/** Opens one window and gives what the test run ended with. */
async function runWindow(browser, { site, window, limit, verbose }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  let timer;
  try {
    return await new Promise((done, fail) => {
      timer = setTimeout(() => done(124), limit);
      if (verbose) {
        page.on(
          'response',
          each => each.status() >= 400 && console.error(`[page] ${each.status()} ${each.url()}`),
        );
        page.on('pageerror', error => console.error(`[page] ${error.stack}`));
      }
      page.on('crash', () => fail(new Error('the page crashed')));
      connectConsole(page, verbose)
        .then(() => page.exposeFunction('codeAutomationExit', done))
        .then(() => page.goto(site.address(window), { waitUntil: 'domcontentloaded' }))
        .catch(fail);
    });
  } finally {
    clearTimeout(timer);
    await context.close();
  }
}

async function run(options) {
  ensureServer();
  const scratch = scratchFolder();
  keepTemporaryFiles(scratch);
  const extension = extensionFolder(options.vsix, scratch);
  const expected = {};
  const windows = [];
  for (const name of options.names) {
    const folder = copyWorkspace(path.join('examples', name), scratch);
    age(folder);
    expected[name] = findingsOf(folder);
    windows.push({ name, folder, trusted: true });
  }
  windows.push({ ...windows[0], trusted: false });
  const site = await startSite({
    extension,
    windows,
    mount: await bundleMount(scratch),
    suite: await bundleWebSuite(scratch, expected),
    verbose: options.verbose,
  });
  const totals = countingLines();
  const { browser } = await openBrowser();
  let worst = 0;
  for (const window of windows) {
    console.log(`web tests: ${window.name}${window.trusted ? '' : ', not trusted'}`);
    const code = await runWindow(browser, { site, window, ...options });
    if (code === 124) console.error(`web tests: no result after ${options.limit / 1000} s`);
    worst = Math.max(worst, code);
  }
  await browser.close();
  totals.print();
  return worst;
}

let options;
try {
  options = readOptions();
} catch (error) {
  console.error(`web tests: ${error.message}`);
  process.exit(2);
}
onStopSignal(code => process.exit(code));
try {
  process.exit(await run(options));
} catch (error) {
  console.error(`web tests: ${error.stack}`);
  process.exit(1);
}
