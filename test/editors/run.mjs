#!/usr/bin/env node
// Runs the set-ups of docs/editors.md, as they stand there, in the real editors, and drives each through findings,
// hover, completion and a fix that is taken and saved.
//
//   node test/editors/run.mjs [neovim|emacs …]
//
// An editor that is missing is installed from Debian's packages where that may be done, else left out with a word. The
// last line is "N passed, N failed"; the exit code is 1 when anything failed.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defaultWorkspace, repositoryRoot } from '../vscode/harness/paths.mjs';
import { copyWorkspace, scratchFolder } from '../vscode/harness/scratch.mjs';
import { aptInstall, findCommand } from '../vscode/offline/apt.mjs';

/** How long an editor may take, in milliseconds. */
const limit = 180_000;

const page = readFileSync(path.join(repositoryRoot, 'docs', 'editors.md'), 'utf8');

/** The code that stands behind a mark in docs/editors.md. */
function setUp(name) {
  const [, behind] = page.split(`<!-- test: ${name} -->`);
  const code = behind && /^\s*```\w+\n([\s\S]*?)^```$/m.exec(behind)?.[1];
  if (!code) throw new Error(`docs/editors.md has no set-up marked "test: ${name}"`);
  return code;
}

/** The set-up that is meant for this Neovim. */
function neovimSetUp(command) {
  const said = spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout;
  const minor = Number(/NVIM v0\.(\d+)/.exec(said)?.[1] ?? Number.POSITIVE_INFINITY);
  const since = [11, 8, 7].find(each => minor >= each);
  if (since === undefined) throw new Error(`docs/editors.md has no set-up for ${said.split('\n')[0]}`);
  return setUp(`neovim-0.${since}`);
}

const editors = {
  neovim: {
    command: 'nvim',
    packages: ['neovim'],
    arguments(command, folder) {
      const init = path.join(folder, 'init.lua');
      writeFileSync(init, neovimSetUp(command));
      const drive = path.join(repositoryRoot, 'test', 'editors', 'neovim.lua');
      return ['--headless', '-i', 'NONE', '-n', '-u', init, '-c', `luafile ${drive}`];
    },
  },
  emacs: {
    command: 'emacs',
    packages: ['emacs-nox', 'elpa-eglot', 'elpa-markdown-mode', 'elpa-yaml-mode'],
    arguments(_command, folder) {
      const init = path.join(folder, 'init.el');
      writeFileSync(init, setUp('emacs'));
      // An Emacs in a terminal activates the installed packages before it reads the set-up; this one has to be told.
      const start = ['--batch', '--no-init-file', '--eval', '(package-activate-all)'];
      return [...start, '-l', init, '-l', path.join(repositoryRoot, 'test', 'editors', 'emacs.el')];
    },
  },
};

/** Finds an editor, or installs it; undefined, with a word, where it cannot be had. */
function ensureEditor(name) {
  const { command, packages } = editors[name];
  const found = findCommand(command);
  if (found) return found;
  try {
    aptInstall(packages, `the test of ${name}`);
  } catch (error) {
    console.log(`  skip  ${name}: ${error.message}`);
    return undefined;
  }
  return findCommand(command);
}

/** A folder with the program under the name that the set-ups use. */
function programFolder(scratch) {
  const folder = path.join(scratch, 'bin');
  mkdirSync(folder);
  const file = path.join(folder, 'clausewright');
  const cli = path.join(repositoryRoot, 'dist', 'cli.cjs');
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
  chmodSync(file, 0o755);
  return folder;
}

/** Runs one editor and gives its counts. */
function run(name) {
  const command = ensureEditor(name);
  if (!command) return { passed: 0, failed: 0 };
  const scratch = scratchFolder();
  const home = path.join(scratch, 'home');
  mkdirSync(home);
  const environment = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_STATE_HOME: home,
    XDG_CACHE_HOME: home,
    PATH: `${programFolder(scratch)}${path.delimiter}${process.env.PATH ?? ''}`,
  };
  const { status, error, stdout, stderr } = spawnSync(command, editors[name].arguments(command, home), {
    cwd: copyWorkspace(defaultWorkspace, scratch),
    env: environment,
    encoding: 'utf8',
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  process.stdout.write(stdout ?? '');
  const counts = /^(\d+) passed, (\d+) failed$/m.exec(stdout ?? '');
  const isFine = status === 0 && counts !== null;
  if (!isFine)
    process.stderr.write(`${stderr ?? ''}\neditors: ${name} ended with ${error?.message ?? status}\n`);
  return { passed: Number(counts?.[1] ?? 0), failed: isFine ? 0 : Math.max(1, Number(counts?.[2] ?? 0)) };
}

const given = process.argv.slice(2);
const unknown = given.find(name => !Object.hasOwn(editors, name));
if (unknown) {
  console.error(`editors: there is no "${unknown}", expected ${Object.keys(editors).join(' or ')}`);
  process.exit(2);
}
const counts = (given.length > 0 ? given : Object.keys(editors)).map(run);
const sum = key => counts.reduce((all, each) => all + each[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);
