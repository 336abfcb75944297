import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DiffData } from '../../server/src/report/diff/data.ts';
import { commit, git, initGit } from '../support/git.ts';
import { folderWith, WHOLE } from './support/folder.ts';
import { reportOf } from './support/json.ts';
import { clausewright } from './support/program.ts';

const RESULT = (failures: number): string =>
  `<testsuites><testsuite name="a" timestamp="2026-10-01T11:00:00Z" tests="1" failures="${failures}"><testcase name="x">${failures > 0 ? '<failure/>' : ''}</testcase></testsuite></testsuites>`;

/** A repository whose mapping points at a file. */
function pointingAt(evidence: string, more: Readonly<Record<string, string>> = {}): string {
  const controls = (WHOLE['controls.yaml'] ?? '').replace('docs/evaluation.md', evidence);
  const cwd = folderWith({ ...WHOLE, 'controls.yaml': controls, ...more });
  initGit(cwd, 'Jane', 'jane@example.org');
  return cwd;
}

function diff(cwd: string, ...args: string[]): { data: DiffData; err: string } {
  const { code, out, err } = clausewright(['diff', ...args, '--format', 'json'], { cwd });
  expect(code).toBe(0);
  return { data: JSON.parse(out) as DiffData, err };
}

const NOTHING = { controls: [], findings: { new: [], resolved: [] }, documents: { added: [], removed: [] } };

describe('what no commit can hold', () => {
  test('test results that git ignores are no gain of a change, and their failure none of its findings', () => {
    const cwd = pointingAt('reports/result.junit.xml', { '.gitignore': 'reports/\n' });
    commit(cwd, 'first');
    mkdirSync(join(cwd, 'reports'));
    for (const failures of [0, 1]) {
      writeFileSync(join(cwd, 'reports', 'result.junit.xml'), RESULT(failures));
      const { data, err } = diff(cwd, 'HEAD');
      expect(data).toMatchObject(NOTHING);
      expect(err).toContain('reports/result.junit.xml: ignored by git or in a submodule');
      expect(clausewright(['check', '--since', 'HEAD'], { cwd }).code).toBe(0);
    }
    expect(clausewright(['check'], { cwd }).code).toBe(1);
    rmSync(join(cwd, 'reports'), { recursive: true });
    expect(diff(cwd, 'HEAD')).toMatchObject({ data: NOTHING, err: '' });
  });

  test('a result that is only not committed yet is a gain', () => {
    const cwd = pointingAt('reports/result.junit.xml');
    commit(cwd, 'first');
    mkdirSync(join(cwd, 'reports'));
    writeFileSync(join(cwd, 'reports', 'result.junit.xml'), RESULT(0));
    const { data, err } = diff(cwd, 'HEAD');
    expect(data.controls.map(each => each.direction)).toEqual(['stronger']);
    expect(err).toBe('');
    writeFileSync(join(cwd, '.gitignore'), 'reports/\n');
    git(cwd, 'add', '-f', 'reports');
    commit(cwd, 'second');
    // A file that is tracked counts as it was committed, whatever is ignored.
    expect(diff(cwd, 'HEAD~1').data.controls.map(each => each.direction)).toEqual(['stronger']);
    renameSync(join(cwd, 'reports'), join(cwd, 'gone'));
    expect(diff(cwd, 'HEAD').data.controls.map(each => each.direction)).toEqual(['weaker']);
  });

  test('documents in an ignored folder are not added, also seen from inside of it', () => {
    const cwd = pointingAt('docs/evaluation.md', { '.gitignore': 'build/\n' });
    commit(cwd, 'first');
    mkdirSync(join(cwd, 'build'));
    const other = (WHOLE['controls.yaml'] ?? '').replace('scoring', 'other');
    writeFileSync(join(cwd, 'build', 'controls.yaml'), other);
    expect(diff(cwd, 'HEAD').data).toMatchObject(NOTHING);
    expect(
      reportOf(clausewright(['check', '--since', 'HEAD', '--format', 'json'], { cwd })).findings,
    ).toEqual([]);
    expect(diff(join(cwd, 'build'), 'HEAD').data).toMatchObject(NOTHING);
  });

  test('a submodule', () => {
    const other = folderWith({ 'docs/e.md': '# E\n\nThe AUC is 0.81 on the held-out quarter.\n' });
    initGit(other, 'Jane', 'jane@example.org');
    commit(other, 'first');
    const cwd = pointingAt('part/docs/e.md');
    git(cwd, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'part');
    commit(cwd, 'first');
    const { data, err } = diff(cwd, 'HEAD');
    expect(data).toMatchObject(NOTHING);
    expect(err).toContain('part/docs/e.md: ignored by git or in a submodule');
    expect(diff(cwd, 'HEAD', 'HEAD')).toMatchObject({ data: NOTHING, err: '' });
  });
});

test('two revisions as git writes them', () => {
  const cwd = pointingAt('docs/evaluation.md');
  commit(cwd, 'first');
  git(cwd, 'branch', '-M', 'main');
  git(cwd, 'checkout', '-q', '-b', 'work');
  writeFileSync(join(cwd, 'docs', 'evaluation.md'), '# Evaluation\n');
  commit(cwd, 'worse');
  git(cwd, 'checkout', '-q', 'main');
  rmSync(join(cwd, 'docs'), { recursive: true });
  commit(cwd, 'other');
  const steps = (...args: string[]): unknown =>
    diff(cwd, ...args).data.controls.map(({ before, after }) => [before?.strength, after?.strength]);
  expect(steps('main..work')).toEqual(steps('main', 'work'));
  expect(steps('main...work')).toEqual(steps('main~1', 'work'));
  expect(steps('main...work')).not.toEqual(steps('main..work'));
  for (const [range, said] of [
    ['', 'no revision is named'],
    ['...', 'no revision is named'],
    ['main...nope', 'there is no revision "nope"'],
  ]) {
    const { code, err } = clausewright(['diff', range ?? ''], { cwd });
    expect({ code, said: err.includes(said ?? '') }).toEqual({ code: 2, said: true });
  }
  expect(clausewright(['check', '--since', 'main..work'], { cwd }).err).toContain('name one revision here');
});

test('a repository with a longer list of files than one answer of git used to hold', () => {
  const cwd = pointingAt('docs/evaluation.md', { 'more.txt': 'x' });
  commit(cwd, 'first');
  const blob = git(cwd, 'rev-parse', 'HEAD:more.txt').trim();
  const long = Array.from({ length: 18 }, () => 'a'.repeat(200)).join('/');
  const rows = Array.from({ length: 5000 }, (_, index) => `100644 ${blob}\t${long}/${index}.txt\n`);
  git(cwd, 'read-tree', 'HEAD');
  spawnSync('git', ['update-index', '--index-info'], { cwd, input: rows.join('') });
  const tree = git(cwd, 'write-tree').trim();
  const made = git(cwd, 'commit-tree', '-p', 'HEAD', '-m', 'many', tree).trim();
  expect(diff(cwd, 'HEAD', made).data).toMatchObject(NOTHING);
});
