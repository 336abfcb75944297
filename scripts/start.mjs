// `npm start`: builds everything, shows what the command line says about an example, and opens the example in VS Code.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findCommand } from '../test/vscode/offline/apt.mjs';
import { root, run } from './run/run.mjs';

const example = path.join('examples', 'credit-scoring');
const windows = process.platform === 'win32';

/** Runs our own command line; findings are what it is asked for, so they are no failure. */
function clausewright(...args) {
  console.log(`\n$ clausewright ${args.join(' ')}`);
  const { status, error } = spawnSync(process.execPath, [path.join('dist', 'cli.cjs'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error || status === null || status > 1)
    throw new Error(`clausewright ${args[0]} failed (${error?.message ?? status})`);
}

/** Opens the example with the extension; says how to where VS Code is not on the PATH. */
function openEditor() {
  const code = findCommand(...(windows ? ['code.cmd', 'code.exe'] : ['code', 'code-insiders', 'codium']));
  const open = ['--extensionDevelopmentPath', root, path.join(root, example)];
  console.log('');
  if (code && !process.env.CI) {
    console.log(`Opening ${example} in VS Code, with the extension from this folder.`);
    const child = spawn(code, open, { stdio: 'ignore', detached: !windows, shell: windows });
    child.once('error', error => console.error(`VS Code did not start: ${error.message}`));
    child.unref();
    return;
  }
  console.log('VS Code is not opened: there is no "code" on the PATH. To see the same in an editor, either');
  console.log(
    '  npm run editor      serves this folder in VS Code in the browser (downloads it once, 800 MB), or',
  );
  console.log('  npm run package     makes a .vsix file for "Extensions: Install from VSIX…".');
}

try {
  run('scripts/generate.mjs');
  run('esbuild.mjs');
  if (!existsSync(path.join(root, example))) throw new Error(`${example} is missing`);
  clausewright('check', example, '--fail-on', 'never');
  clausewright('coverage', example);
  openEditor();
} catch (error) {
  console.error(`start: ${error.message}`);
  process.exitCode = 1;
}
