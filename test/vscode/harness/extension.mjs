// The extension under test: the development folder, or a packaged VSIX.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Checks that a development folder holds a built extension, since VS Code says nothing useful when its main file is missing.
 * @returns {string} the absolute folder
 */
export function builtExtension(folder) {
  const absolute = path.resolve(folder);
  const { main } = JSON.parse(readFileSync(path.join(absolute, 'package.json'), 'utf8'));
  const file = main && path.join(absolute, main);
  if (!file) throw new Error(`${path.join(absolute, 'package.json')} names no "main" file`);
  if (!existsSync(file) && !existsSync(`${file}.js`))
    throw new Error(`${file} is missing: run "npm run build" first`);
  return absolute;
}

/**
 * Writes an extension that does nothing. VS Code runs tests only beside an extension under development; with a stub in
 * that place, the tests meet the installed VSIX itself and no file of the repository.
 * @returns {string} its folder
 */
export function stubExtension(scratch) {
  const folder = path.join(scratch, 'stub');
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name: 'stub',
    publisher: 'clausewright-test',
    version: '0.0.1',
    engines: { vscode: '^1.91.0' },
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/**
 * Installs a VSIX into a profile with VS Code's command line.
 * @param {string[]} cli the command and its first arguments
 * @param {string[]} profileArguments `--user-data-dir` and `--extensions-dir`
 * @throws with the command's output when it fails or leaves no extension
 */
export function installVsix(cli, profileArguments, vsix) {
  const [command, ...first] = cli;
  const args = [...first, ...profileArguments, '--install-extension', path.resolve(vsix)];
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 120_000,
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error(
      `installing ${vsix} failed (${error?.message ?? status}):\n${stdout ?? ''}${stderr ?? ''}`.trimEnd(),
    );
}
