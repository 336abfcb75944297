import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commit, git, initGit } from '../support/git.ts';
import { folderWith, GAP } from './support/folder.ts';
import { placesOf, reportOf } from './support/json.ts';
import { clausewright, type Run } from './support/program.ts';

const TWO = {
  ...GAP,
  'controls.yaml': `${GAP['controls.yaml']}  - id: A.6.2.6
    status: implemented
    evidence:
      - docs/monitoring.md
`,
  'docs/monitoring.md':
    '# Monitoring\n\nDrift is looked at each day, and acted on when it leaves its band.\n',
};

/** A repository with one commit. */
function repository(files: Readonly<Record<string, string>> = TWO): string {
  const cwd = folderWith(files);
  initGit(cwd, 'Jane', 'jane@example.org');
  commit(cwd, 'first');
  return cwd;
}

/** The findings since a revision, as `path:line:column rule`. */
function since(cwd: string, revision = 'HEAD', ...args: string[]): string[] {
  const run = clausewright(['check', '--since', revision, '--format', 'json', ...args], { cwd });
  expect(run.err).toBe('');
  return placesOf(reportOf(run));
}

function edit(cwd: string, path: string, change: (text: string) => string): void {
  writeFileSync(join(cwd, path), change(readFileSync(join(cwd, path), 'utf8')));
}

describe('check --since', () => {
  test('says nothing where nothing has changed, and counts the rest', () => {
    const cwd = repository();
    expect(since(cwd)).toEqual([]);
    const { code, out } = clausewright(['check', '--since', 'HEAD'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/; 1 not of the change since HEAD\.\n$/);
  });

  test('reports what the change causes, also in a document that it does not touch', () => {
    const cwd = repository();
    writeFileSync(join(cwd, 'docs', 'monitoring.md'), '# Monitoring\n\nTODO\n');
    expect(since(cwd)).toEqual(['controls.yaml:11:9 evidence/placeholder']);
  });

  test('reports an old finding on a changed line, and none that has only moved', () => {
    const cwd = repository();
    edit(cwd, 'controls.yaml', text => text.replace('controls:', '# more\n# lines\ncontrols:'));
    expect(since(cwd)).toEqual([]);
    edit(cwd, 'controls.yaml', text => text.replace('- docs/evaluation.md', '- docs/evaluation.md # soon'));
    expect(since(cwd)).toEqual(['controls.yaml:9:9 evidence/missing-file']);
  });

  test('knows a renamed document again', () => {
    const cwd = repository();
    renameSync(join(cwd, 'controls.yaml'), join(cwd, 'soa.yaml'));
    expect(since(cwd)).toEqual([]);
  });

  test('reports all of a new document', () => {
    const cwd = repository();
    const other = (GAP['controls.yaml'] ?? '').replace('scoring', 'other').replace('A.6.2.4', 'A.7.2');
    writeFileSync(join(cwd, 'other.controls.yaml'), other);
    expect(since(cwd)).toEqual(['other.controls.yaml:7:9 evidence/missing-file']);
  });

  test('takes the commit where the branch left the other with three dots', () => {
    const cwd = repository();
    git(cwd, 'branch', '-M', 'main');
    git(cwd, 'checkout', '-q', '-b', 'work');
    git(cwd, 'checkout', '-q', 'main');
    writeFileSync(join(cwd, 'docs', 'evaluation.md'), '# Evaluation\n\nThe AUC is 0.81 on held-out data.\n');
    commit(cwd, 'mended on main');
    git(cwd, 'checkout', '-q', 'work');
    expect(since(cwd, 'main')).toEqual(['controls.yaml:7:9 evidence/missing-file']);
    expect(since(cwd, 'main...')).toEqual([]);
  });

  test('works in a folder of the repository, with a detached head', () => {
    const root = repository(
      Object.fromEntries(Object.entries(TWO).map(([path, text]) => [`a b/${path}`, text])),
    );
    git(root, 'checkout', '-q', '--detach');
    const cwd = join(root, 'a b');
    expect(since(cwd)).toEqual([]);
    edit(cwd, 'controls.yaml', text => text.replace('docs/evaluation.md', 'docs/evaluations.md'));
    expect(since(cwd)).toEqual(['controls.yaml:7:9 evidence/missing-file']);
    expect(since(cwd, 'HEAD', 'docs')).toEqual([]);
  });

  test('a folder that the commit does not have is new as a whole', () => {
    const cwd = repository({ 'README.md': '# Nothing\n' });
    for (const [path, text] of Object.entries(GAP)) writeFileSync(join(cwd, path), text);
    expect(since(cwd)).toEqual(['controls.yaml:7:9 evidence/missing-file']);
  });
});

describe('a revision that cannot be used', () => {
  function refused(run: Run, said: string): void {
    expect(run.err).toContain(said);
    expect({ code: run.code, out: run.out }).toEqual({ code: 2, out: '' });
  }
  const check = (cwd: string, revision: string, env = {}): Run =>
    clausewright(['check', `--since=${revision}`], { cwd, env });

  test('no repository', () => {
    refused(check(folderWith(GAP), 'main'), 'lies in no git repository');
  });

  test('no git', () => {
    refused(check(repository(), 'HEAD', { PATH: '/nowhere' }), 'git is not installed');
  });

  test('no such revision', () => {
    refused(check(repository(), 'nope'), 'there is no revision "nope" in this repository');
    refused(check(repository(), 'HEAD:controls.yaml'), 'there is no revision "HEAD:controls.yaml"');
  });

  test('no commit yet', () => {
    const cwd = folderWith(GAP);
    initGit(cwd, 'Jane', 'jane@example.org');
    refused(check(cwd, 'HEAD'), 'there is no revision "HEAD"');
  });

  test('what looks like an option is none', () => {
    const cwd = repository();
    for (const odd of ['--help', '--output=x', '-c', '--upload-pack=touch x'])
      refused(check(cwd, odd), `there is no revision "${odd}"`);
    expect(git(cwd, 'status', '--porcelain')).toBe('');
  });

  test('a shallow clone', () => {
    const origin = repository();
    edit(origin, 'docs/monitoring.md', text => `${text}\nMore.\n`);
    commit(origin, 'second');
    const first = git(origin, 'rev-parse', 'HEAD~1').trim();
    const cwd = join(folderWith({}), 'clone');
    git(origin, 'clone', '-q', '--depth', '1', `file://${origin}`, cwd);
    refused(check(cwd, first), 'this is a shallow clone');
    refused(check(cwd, 'HEAD~1'), 'fetch-depth: 0');
  });

  test('a branch that only the remote has', () => {
    const origin = repository();
    git(origin, 'branch', 'release');
    const cwd = join(folderWith({}), 'clone');
    git(origin, 'clone', '-q', origin, cwd);
    refused(check(cwd, 'release'), 'did you mean "origin/release"?');
  });
});
