#!/usr/bin/env node
// A stand-in for the `code` executable that `@vscode/test-electron` starts, for machines that cannot download VS Code.
// It is the VS Code server with its workbench in headless Chromium, not desktop VS Code: `vscode.env.uiKind` is Web.
// The tests are named in the "payload" of the address, as VS Code's own remote tests do.
//
// Exit codes: that of the test run; 1 an extension could not be installed; 3 the server ended; 4 the page was lost;
// 124 no result in time; 128 + n ended by signal n.
// Environment: CODE_OFFLINE_TIMEOUT_MS (default 180000), CODE_OFFLINE_VERBOSE, CODE_OFFLINE_HEADED.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { onOrphaned, onStopSignal } from '../harness/processes.mjs';
import { keepTemporaryFiles, scratchFolder } from '../harness/scratch.mjs';
import { readArguments } from './args.mjs';
import { openBrowser } from './browser.mjs';
import { connectConsole } from './console.mjs';
import { installExtension, startServer } from './server.mjs';
import { ensureServer } from './setup.mjs';
import { remoteUri, workbenchUrl } from './workbench.mjs';

const verbose = Boolean(process.env.CODE_OFFLINE_VERBOSE);
const limit = Number(process.env.CODE_OFFLINE_TIMEOUT_MS ?? 180_000);

/** Ends the run; the server and the browser end with this process. */
function finish(code, why) {
  if (why) console.error(`code-offline: ${why}`);
  process.exit(code);
}

/** What the address tells the workbench about the run. */
function payloadOf({ one, many }, port) {
  const payload = [['skipWelcome', 'true']];
  for (const folder of many('extensionDevelopmentPath'))
    payload.push(['extensionDevelopmentPath', remoteUri(port, path.resolve(folder))]);
  const tests = one.get('extensionTestsPath');
  if (tests) payload.push(['extensionTestsPath', remoteUri(port, path.resolve(tests))]);
  if (one.has('disable-extensions')) payload.push(['disableExtensions', 'true']);
  if (many('enable-proposed-api').length > 0) payload.push(['enableProposedApi', '']);
  return payload;
}

async function main() {
  const options = readArguments(process.argv.slice(2));
  ensureServer();
  keepTemporaryFiles(scratchFolder());
  const profile = {
    userData: path.resolve(options.one.get('user-data-dir') ?? '.vscode-test/user-data'),
    extensions: path.resolve(options.one.get('extensions-dir') ?? '.vscode-test/extensions'),
  };
  mkdirSync(profile.userData, { recursive: true });
  mkdirSync(profile.extensions, { recursive: true });
  for (const vsix of options.many('install-extension')) await installExtension(profile, vsix);
  if (options.many('install-extension').length > 0 && !options.one.has('extensionTestsPath'))
    return finish(0);

  const server = await startServer({
    profile,
    testDriver: true,
    proposedApi: options.many('enable-proposed-api'),
    verbose,
  });
  void server.exited.then(code => finish(3, `the server ended (${code})`));
  const { browser, page } = await openBrowser({ headed: Boolean(process.env.CODE_OFFLINE_HEADED) });
  browser.on('disconnected', () => finish(4, 'the browser ended'));
  page.on('crash', () => finish(4, 'the page crashed'));
  await connectConsole(page, verbose);
  await page.exposeFunction('codeAutomationExit', code => finish(code)); // called when the extension host ends the tests
  const url = workbenchUrl({
    port: server.port,
    workspace: options.paths[0],
    payload: payloadOf(options, server.port),
  });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
}

onStopSignal((code, signal) => finish(code, `stopped by ${signal}`));
onOrphaned(() => finish(129, 'the program that started this one is gone'));
setTimeout(() => finish(124, `no result after ${limit} ms`), limit).unref();
main().catch(error => finish(1, error.message));
