import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, GAP } from './support/folder.ts';
import { clausewright, program } from './support/program.ts';

/** Runs a line of shell in which `$C` is the program. */
function shell(cwd: string, line: string): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, C: `${process.execPath} ${program()}` },
    timeout: 60_000,
  });
  return { code: status, out: stdout, err: stderr };
}

const COMMANDS = ['check', 'check --format sarif', 'coverage --format html', 'sample --seed 1'];

describe.skipIf(!existsSync('/dev/full'))('a disk without room', () => {
  test.each(COMMANDS)('is told of by "%s", on the standard output', command => {
    const said = shell(folderWith(GAP), `$C ${command} > /dev/full`);
    expect(said).toEqual({
      code: 2,
      out: '',
      err: 'clausewright: cannot write to the standard output: the disk is full\n',
    });
  });

  test.each(COMMANDS)('is told of by "%s", in a file', command => {
    const { code, err } = shell(folderWith(GAP), `$C ${command} --output /dev/full`);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'clausewright: cannot write /dev/full: the disk is full\n',
    });
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
  });

  test('takes nothing from the exit code where only notes are lost', () => {
    expect(shell(folderWith(GAP), '$C check --output out.txt 2> /dev/full').code).toBe(1);
  });
});

describe.skipIf(process.platform === 'win32')('--output', () => {
  test('writes to pipes and to what the process has open', () => {
    const cwd = folderWith(GAP);
    expect(
      shell(cwd, '$C sample --seed 1 --output >(cat > piped.txt); sleep 1; cat piped.txt').out,
    ).toContain('drawn with seed 1');
    expect(shell(cwd, '$C sample --seed 1 --output /dev/stdout').out).toContain('drawn with seed 1');
    const { code } = shell(cwd, 'mkfifo pipe; cat pipe > read.txt & $C sample --seed 1 --output pipe; wait');
    expect(code).toBe(0);
    expect(lstatSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
    expect(readFileSync(join(cwd, 'read.txt'), 'utf8')).toContain('drawn with seed 1');
  });

  test('follows a link and leaves it one', () => {
    const cwd = folderWith({ ...GAP, 'real.txt': 'old' });
    symlinkSync('real.txt', join(cwd, 'link.txt'));
    expect(clausewright(['sample', '--seed', '1', '--output', 'link.txt'], { cwd }).code).toBe(0);
    expect(lstatSync(join(cwd, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'real.txt'), 'utf8')).toContain('drawn with seed 1');
    expect(readdirSync(cwd).filter(name => name.endsWith('.tmp'))).toEqual([]);
  });
});

test('colours come with a terminal, with FORCE_COLOR, and never with NO_COLOR', () => {
  const cwd = folderWith(GAP);
  const out = (env: Readonly<Record<string, string>>): string => clausewright(['check'], { cwd, env }).out;
  const code = '\u001b[';
  expect(out({ FORCE_COLOR: '' })).not.toContain(code);
  expect(out({ FORCE_COLOR: '1', NO_COLOR: '' })).toContain(code);
  expect(out({ FORCE_COLOR: '0', NO_COLOR: '' })).not.toContain(code);
  expect(out({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain(code);
  writeFileSync(join(cwd, 'x'), '');
  const env = { FORCE_COLOR: '1', NO_COLOR: '' };
  expect(clausewright(['check', '--output', 'x'], { cwd, env }).code).toBe(1);
  expect(readFileSync(join(cwd, 'x'), 'utf8')).not.toContain(code);
});
