import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';
import { folderWith, GAP } from './support/folder.ts';
import { clausewright, program } from './support/program.ts';

/** Runs with wrong arguments: code 2, nothing on standard output, one line that says what would be right. */
function checkRefused(args: readonly string[], ...says: string[]): void {
  const { code, out, err } = clausewright(args, { cwd: folderWith(GAP) });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.split('\n')).toHaveLength(2);
  for (const each of says) expect(err).toContain(each);
}

describe('wrong usage names what is wrong and the nearest that is right', () => {
  test.each([
    [['chek'], ['"chek"', '"check"']],
    [['controls.yaml'], ['"controls.yaml"']],
    [['--formt'], ['--formt']],
    [
      ['check', '--fromat', 'json'],
      ['--fromat', '"--format"'],
    ],
    [
      ['check', '--zzzzzz'],
      ['--zzzzzz', '--format', '--output', '--fail-on', '--config'],
    ],
    [
      ['check', '--format', 'jsn'],
      ['"jsn"', '"json"'],
    ],
    [
      ['check', '--format'],
      ['--format needs a value', 'text, json'],
    ],
    [['check', '--format', '--output'], ['--format needs a value']],
    [
      ['check', '--fail-on', 'warnings'],
      ['"warnings"', '"warning"'],
    ],
    [['check', 'nowhere'], ['"nowhere" does not exist']],
    [['check', '--config', 'nowhere.yaml'], ['nowhere.yaml']],
    [['fix', '--dry-run=yes'], ['--dry-run takes no value']],
    [['lsp', 'extra'], ['"extra"']],
    [['explain'], ['name a control or a rule']],
    [
      ['explain', 'mapping/missing-ownr'],
      ['"mapping/missing-ownr"', '"mapping/missing-owner"'],
    ],
    [
      ['explain', 'A.6.2.9'],
      ['"A.6.2.9"', '"iso-42001:A.6.2.8"'],
    ],
    [
      ['explain', 'iso-42002:A.6.2.8'],
      ['"iso-42002"', '"iso-42001"'],
    ],
    [
      ['coverage', '--framework', 'iso42001'],
      ['"iso42001"', '"iso-42001"'],
    ],
  ])('%j', (args, says) => {
    checkRefused(args, ...says);
  });
});

test('--version prints that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(clausewright(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

describe('help', () => {
  test('names every command', () => {
    const { code, out } = clausewright(['--help']);
    expect(code).toBe(0);
    for (const name of ['check', 'fix', 'coverage', 'explain', 'init', 'lsp'])
      expect(out).toMatch(new RegExp(`^ {2}${name} {2,}\\S`, 'm'));
  });

  test('without a command it is wrong usage', () => {
    expect(clausewright([]).code).toBe(2);
  });

  test.each(['check', 'fix', 'coverage', 'explain', 'init', 'lsp'])('%s has a page', name => {
    const { code, out, err } = clausewright([name, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: clausewright ${name}`);
    expect(out).toContain('--help');
    expect(clausewright(['help', name]).out).toBe(out);
  });
});

test('a fault of ours gives 3 and says so: here a program without its catalogs', () => {
  const folder = folderWith(GAP);
  const isProgram = (path: string): boolean => !['catalogs', 'web'].includes(basename(path));
  cpSync(dirname(program()), join(folder, 'dist'), { recursive: true, filter: isProgram });
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('dist', 'cli.cjs'), 'check'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toContain('this is a fault of Clausewright, please report it');
});
