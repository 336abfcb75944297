import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { git, initGit } from '../support/git.ts';
import { folderWith, GAP, WHOLE } from './support/folder.ts';
import { clausewright } from './support/program.ts';

const EVALUATION = 'docs/evaluation.md';

/** Commits everything as it stands, at noon of a day. */
function commitOn(folder: string, day: string): void {
  git(folder, 'add', '-A');
  const dates = `${day}T12:00:00Z`;
  git(folder, '-c', 'commit.gpgsign=false', 'commit', '-q', '--allow-empty', '--date', dates, '-m', day);
}

/** Evidence came with the second commit and went with the third; it is back in the work tree, not committed. */
function repository(): string {
  const cwd = folderWith(GAP);
  const evidence = join(cwd, EVALUATION);
  initGit(cwd, 'Jane', 'jane@example.org');
  commitOn(cwd, '2026-10-01');
  git(cwd, 'tag', 'v1');
  mkdirSync(join(cwd, 'docs'));
  writeFileSync(evidence, WHOLE[EVALUATION] ?? '');
  commitOn(cwd, '2026-10-02');
  git(cwd, '-c', 'tag.gpgsign=false', 'tag', '-a', '-m', 'second', 'v2');
  rmSync(evidence);
  commitOn(cwd, '2026-10-03');
  mkdirSync(join(cwd, 'docs'), { recursive: true });
  writeFileSync(evidence, WHOLE[EVALUATION] ?? '');
  return cwd;
}

interface Point {
  readonly label: string;
  readonly commit: string | null;
  readonly frameworks: readonly { readonly met: number }[];
}

/** Controls with enough evidence at each revision, oldest first. */
function checkHistory(cwd: string, args: readonly string[], met: readonly number[]): readonly Point[] {
  const { code, out } = clausewright(['coverage', '--format', 'json', '--history', ...args], { cwd });
  expect(code).toBe(0);
  const { history } = JSON.parse(out) as { readonly history: readonly Point[] };
  expect(history.map(each => each.frameworks[0]?.met ?? null)).toEqual(met);
  return history;
}

describe('coverage over the history of a repository', () => {
  test('is read from the commits, and touches neither the index nor the work tree', () => {
    const cwd = repository();
    const before = git(cwd, 'status', '--porcelain');
    const points = checkHistory(cwd, [], [0, 1, 0, 1]);
    expect(points.at(-1)).toMatchObject({ label: 'now', commit: null });
    expect(git(cwd, 'status', '--porcelain')).toBe(before);
    checkHistory(cwd, ['--commits', '2'], [1, 0, 1]);
  });

  test('goes over tags, plain and annotated', () => {
    const points = checkHistory(repository(), ['--tags'], [0, 1, 1]);
    expect(points.map(each => each.label)).toEqual(['v1', 'v2', 'now']);
  });

  test('of a folder inside the repository leaves out what lies beside it', () => {
    const cwd = repository();
    mkdirSync(join(cwd, 'sub'));
    writeFileSync(join(cwd, 'sub', 'README.md'), '# Nothing\n');
    commitOn(cwd, '2026-10-04');
    const { out } = clausewright(['coverage', '--history'], { cwd: join(cwd, 'sub') });
    expect(out).toContain('there is no history');
  });

  test('has a bar for each revision in text, a table in Markdown, a chart in HTML', () => {
    const cwd = repository();
    const text = clausewright(['coverage', '--history', '--tags'], { cwd }).out;
    expect(text).toMatch(/^ {2}v1 {3}\d{4}-\d\d-\d\d {2}░{30} {3}0 % {2}0 of 38$/m);
    expect(text).toMatch(/^ {2}v2 {3}\d{4}-\d\d-\d\d {2}█░{29} {3}3 % {2}1 of 38$/m);
    const markdown = clausewright(['coverage', '--history', '--tags', '--format', 'markdown'], { cwd }).out;
    expect(markdown).toMatch(/^\| v2 \| \d{4}-\d\d-\d\d \| 1 of 38 \(3 %\) \|$/m);
    const html = clausewright(['coverage', '--history', '--tags', '--format', 'html'], { cwd }).out;
    expect(html).toContain('<path class="trend line-0"');
  });

  test('says that a clone is shallow', () => {
    const cwd = repository();
    const clone = join(folderWith({}), 'clone');
    git(cwd, 'clone', '-q', '--depth', '1', pathToFileURL(cwd).href, clone);
    const { code, err } = clausewright(['coverage', '--history'], { cwd: clone });
    expect(code).toBe(0);
    expect(err).toContain('shallow');
    expect(err).toContain('--unshallow');
  });

  test.each([
    [['--history'], 'git repository'],
    [['--tags'], '--history'],
    [['--commits', '3'], '--history'],
    [['--history', '--commits', 'x'], '"x"'],
  ])('refuses %j where it makes no sense', (args, says) => {
    const { code, out, err } = clausewright(['coverage', ...args], { cwd: folderWith(GAP) });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });
});
