#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
// Serves a folder in VS Code in the browser, with the built extension in it: for machines without VS Code, and for a
// first look. The server is installed on first use.
//
//   node scripts/editor.mjs [FOLDER] [--extension FOLDER | --vsix FILE] [--verbose]
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultWorkspace, repositoryRoot } from '../test/vscode/harness/paths.mjs';
import { onStopSignal } from '../test/vscode/harness/processes.mjs';
import { keepTemporaryFiles, scratchFolder } from '../test/vscode/harness/scratch.mjs';
import { startSession } from '../test/vscode/offline/session.mjs';
import { workbenchUrl } from '../test/vscode/offline/workbench.mjs';

const string = { type: 'string' };

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { extension: string, vsix: string, verbose: { type: 'boolean' } },
  });
  if (positionals.length > 1) throw new Error(`one folder at a time, not ${positionals.join(', ')}`);
  const workspace = path.resolve(positionals[0] ?? defaultWorkspace);
  if (!existsSync(workspace) || !statSync(workspace).isDirectory())
    throw new Error(`${workspace} is not a folder`);
  return { ...values, workspace };
}

async function serve({ workspace, extension = repositoryRoot, vsix, verbose }) {
  const scratch = scratchFolder();
  keepTemporaryFiles(scratch);
  // The editor comes with a terminal, so nobody else on this machine, and no web page, may connect.
  const token = randomBytes(16).toString('hex');
  const settings = { 'git.enabled': true };
  const server = await startSession({ scratch, extension, vsix, settings, token, verbose });
  console.log(`editor: ${workspace}`);
  console.log(`editor: open ${workbenchUrl({ port: server.port, workspace, token })}`);
  console.log('editor: Ctrl+C stops it');
  process.exit(Number(await server.exited) || 1); // it ends by itself only when something is wrong
}

onStopSignal(() => process.exit(0));
try {
  await serve(readOptions());
} catch (error) {
  console.error(`editor: ${error.message}`);
  process.exit(1);
}
