#!/usr/bin/env node
// Runs the extension's tests inside a real VS Code, through `@vscode/test-electron`.
//
//   node test/vscode/run.mjs [--suite smoke|full] [--vsix FILE] [--workspace FOLDER]
//                            [--extension FOLDER] [--tests FOLDER] [--timeout SECONDS] [--verbose]
//
// The exit code is that of the test run: 0 passed, 1 failed, 2 wrong use, 124 no result in time.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { setDeadline } from './harness/deadline.mjs';
import { builtExtension, installVsix, stubExtension } from './harness/extension.mjs';
import { defaultWorkspace, repositoryRoot } from './harness/paths.mjs';
import { chooseRoute } from './harness/route.mjs';
import { copyWorkspace, keepTemporaryFiles, scratchFolder } from './harness/scratch.mjs';
import { writeSettings } from './harness/settings.mjs';
import { bundleSuite, suites } from './harness/suite-bundle.mjs';

/** Time for start and shut-down beyond the tests themselves, in milliseconds. */
const margin = 30_000;

const string = { type: 'string' };

function readOptions() {
  const options = {
    suite: string,
    vsix: string,
    workspace: string,
    extension: string,
    tests: string,
    timeout: string,
    verbose: { type: 'boolean' },
  };
  const { values } = parseArgs({ options });
  const suite = values.suite ?? 'full';
  const seconds = Number(values.timeout ?? 180);
  if (!(suite in suites))
    throw new Error(`--suite is "${suite}", expected one of ${Object.keys(suites).join(', ')}`);
  if (!(seconds > 0)) throw new Error(`--timeout is "${values.timeout}", expected seconds`);
  return { ...values, suite, limit: seconds * 1000 };
}

async function run(options) {
  const route = await chooseRoute(); // before the deadline: the first time, this downloads VS Code
  const deadline = setDeadline(options.limit + margin);
  const scratch = scratchFolder();
  keepTemporaryFiles(scratch);
  const extensionTestsPath = await bundleSuite(options.suite, options.tests && path.resolve(options.tests));
  const workspace = copyWorkspace(options.workspace ?? defaultWorkspace, scratch);
  const userData = path.join(scratch, 'user');
  writeSettings(userData);
  const profile = ['--user-data-dir', userData, '--extensions-dir', path.join(scratch, 'extensions')];
  if (options.vsix) installVsix(route.cli, profile, options.vsix);
  const subject = options.vsix ? path.basename(options.vsix) : 'the development folder';
  console.log(`vscode tests: ${options.suite} suite, ${subject}, in ${route.name}`);
  try {
    return await runTests({
      vscodeExecutablePath: route.executable,
      extensionDevelopmentPath: options.vsix
        ? stubExtension(scratch)
        : builtExtension(options.extension ?? repositoryRoot),
      extensionTestsPath,
      launchArgs: [workspace, ...profile],
      extensionTestsEnv: {
        // `env` finds this very Node for the stand-in's first line.
        PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ''}`,
        CODE_OFFLINE_TIMEOUT_MS: String(options.limit),
        ...(options.verbose ? { CODE_OFFLINE_VERBOSE: '1' } : {}),
      },
    });
  } catch (error) {
    if (!(error instanceof TestRunFailedError)) throw error;
    return deadline.code ?? error.code ?? 1;
  }
}

let options;
try {
  options = readOptions();
} catch (error) {
  console.error(`vscode tests: ${error.message}`);
  process.exit(2);
}
try {
  process.exit(await run(options));
} catch (error) {
  console.error(`vscode tests: ${error.message}`);
  process.exit(1);
}
