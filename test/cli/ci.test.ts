import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readJUnit } from '../../server/src/model/results/junit.ts';
import { ROOT } from '../support/fixture.ts';
import { commit, git, initGit } from '../support/git.ts';
import { sarifFaults } from '../support/sarif-schema.ts';
import { folderWith, GAP, WHOLE } from './support/folder.ts';
import { program } from './support/program.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly run?: string;
}
interface Job {
  readonly steps: readonly Step[];
}

const PAGE = readFileSync(join(ROOT, 'docs', 'ci.md'), 'utf8');

/** The code block of docs/ci.md that begins with a line. */
function block(language: string, first: string): string {
  const blocks = [...PAGE.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  const found = blocks.find(each => each[1] === language && (each[2] ?? '').startsWith(first));
  if (found === undefined) throw new Error(`docs/ci.md has no block that begins with ${first}`);
  return found[2] ?? '';
}

/** A repository with a gap that was there before, on a branch that adds another. */
function repository(): string {
  const cwd = folderWith(GAP);
  initGit(cwd, 'Jane', 'jane@example.org');
  commit(cwd, 'first');
  git(cwd, 'branch', '-M', 'main');
  git(cwd, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  git(cwd, 'checkout', '-q', '-b', 'work');
  return cwd;
}

/** Adds a gap to the branch. */
function worsen(cwd: string): void {
  const other = (GAP['controls.yaml'] ?? '').replace('scoring', 'other').replace('A.6.2.4', 'A.7.2');
  writeFileSync(join(cwd, 'other.controls.yaml'), other);
}

/** A folder with a program for each name, to stand first in the PATH. */
function programs(scripts: Readonly<Record<string, string>> = {}): string {
  const all = {
    clausewright: `#!/bin/sh\nexec "${process.execPath}" "${program()}" "$@"\n`,
    ...scripts,
  };
  const folder = folderWith(all);
  for (const name of Object.keys(all)) chmodSync(join(folder, name), 0o755);
  return folder;
}

/** Runs a script as CI services do: bash that stops at the first command that fails. */
function shell(
  cwd: string,
  script: string,
  env: Readonly<Record<string, string>> = {},
  path = programs(),
): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 22) / 1000),
      ...env,
      PATH: `${path}:${process.env['PATH']}`,
    },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('GitHub', () => {
  const workflow = parse(block('yaml', '# .github/')) as { jobs: { check: Job } };
  const { steps } = workflow.jobs.check;
  const named = (name: string): Step => {
    const found = steps.find(each => each.name === name);
    if (found === undefined) throw new Error(`the workflow has no step "${name}"`);
    return found;
  };

  test('the action of the workflow writes the log that the next step uploads', () => {
    const cwd = repository();
    const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
      runs: { using: string; steps: readonly Step[] };
    };
    expect(action.runs.using).toBe('composite');
    const home = folderWith({});
    const env = {
      GITHUB_ACTION_PATH: dirname(dirname(program())),
      GITHUB_PATH: join(home, 'path'),
      RUNNER_TEMP: home,
      ARGS: steps.find(each => each.uses?.startsWith('clausewright/'))?.with?.['args'] ?? '',
    };
    for (const { run } of action.runs.steps) {
      const { code, err } = shell(cwd, run ?? 'false', env);
      expect({ code, err }).toMatchObject({ code: 0 });
    }
    const [folder = ''] = readFileSync(env.GITHUB_PATH, 'utf8').split('\n');
    expect(existsSync(join(folder, 'clausewright'))).toBe(true);
    const upload = steps.find(each => each.uses?.includes('upload-sarif'));
    const log: unknown = JSON.parse(readFileSync(join(cwd, upload?.with?.['sarif_file'] ?? ''), 'utf8'));
    expect(sarifFaults(log)).toEqual([]);
  });

  test('what is in "args" is never read as shell', () => {
    const cwd = repository();
    const home = folderWith({});
    const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
      runs: { steps: readonly Step[] };
    };
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
    const env = {
      GITHUB_ACTION_PATH: dirname(dirname(program())),
      GITHUB_PATH: join(home, 'path'),
      RUNNER_TEMP: home,
      ARGS: 'check $(touch stolen) ; touch stolen',
    };
    for (const { run } of action.runs.steps) shell(cwd, run ?? 'false', env);
    expect(existsSync(join(cwd, 'stolen'))).toBe(false);
  });

  test('the pull request gets the difference as a comment', () => {
    const cwd = repository();
    mkdirSync(join(cwd, 'docs'));
    writeFileSync(join(cwd, 'docs', 'evaluation.md'), WHOLE['docs/evaluation.md'] ?? '');
    const path = programs({ gh: '#!/bin/sh\necho "$@" > gh-arguments\ncat "$5" > gh-body\n' });
    const { run = '' } = named('What this change does to the evidence');
    const { code, err } = shell(cwd, run, { GITHUB_BASE_REF: 'main', PULL_REQUEST: '7' }, path);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(readFileSync(join(cwd, 'gh-arguments'), 'utf8')).toMatch(
      /^pr comment 7 --body-file evidence\.md /,
    );
    expect(readFileSync(join(cwd, 'gh-body'), 'utf8')).toContain('missing → documented');
  });

  test('the last step fails for what the change causes only', () => {
    const cwd = repository();
    const { run = '' } = named('Findings of this change');
    expect(shell(cwd, run, { GITHUB_BASE_REF: 'main' }).code).toBe(0);
    worsen(cwd);
    const { code, out } = shell(cwd, run, { GITHUB_BASE_REF: 'main' });
    expect(code).toBe(1);
    expect(out).toContain('::error file=other.controls.yaml,');
    expect(out).not.toContain('file=controls.yaml');
  });
});

describe('GitLab', () => {
  test('the job of the template writes both reports and fails', () => {
    const cwd = repository();
    const template = parse(readFileSync(join(ROOT, 'templates', 'gitlab-ci.yml'), 'utf8')) as {
      clausewright: {
        script: readonly string[];
        variables: Record<string, string>;
        artifacts: { reports: { codequality: string; junit: string } };
      };
    };
    const { script, variables, artifacts } = template.clausewright;
    expect(shell(cwd, script.join('\n'), variables).code).toBe(1);
    const read = (file: string): string => readFileSync(join(cwd, file), 'utf8');
    expect(JSON.parse(read(artifacts.reports.codequality))).toHaveLength(1);
    expect(readJUnit(read(artifacts.reports.junit))).toMatchObject({ failed: 1 });
  });

  test('the page includes the template, and its job shows the difference', () => {
    const page = parse(block('yaml', '# .gitlab-ci.yml\ninclude')) as { include: { remote: string }[] };
    const file = page.include[0]?.remote.split('/main/')[1] ?? '';
    expect(existsSync(join(ROOT, file))).toBe(true);
    const { evidence } = parse(block('yaml', '# .gitlab-ci.yml\nevidence')) as {
      evidence: { script: readonly string[] };
    };
    const cwd = repository();
    const env = { CI_MERGE_REQUEST_DIFF_BASE_SHA: git(cwd, 'rev-parse', 'HEAD').trim() };
    expect(shell(cwd, evidence.script.join('\n'), env)).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, 'evidence.md'), 'utf8')).toContain('Nothing has changed');
    worsen(cwd);
    expect(shell(cwd, evidence.script.join('\n'), env).code).toBe(1);
  });
});

test('the pre-commit hook reports what the commit causes', () => {
  const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as {
    id: string;
    entry: string;
    files: string;
  }[];
  const { repos } = parse(block('yaml', '# .pre-commit-config')) as { repos: { hooks: { id: string }[] }[] };
  expect(hook?.id).toBe(repos[0]?.hooks[0]?.id);
  expect('docs/MODEL_CARD.md').toMatch(new RegExp(hook?.files ?? '^$'));
  const cwd = repository();
  expect(shell(cwd, hook?.entry ?? 'false').code).toBe(0);
  worsen(cwd);
  git(cwd, 'add', '-A');
  expect(shell(cwd, hook?.entry ?? 'false').code).toBe(1);
});

test('lint-staged runs the same', async () => {
  const folder = folderWith({ 'lint-staged.config.mjs': block('js', '// lint-staged') });
  const script = `import(${JSON.stringify(join(folder, 'lint-staged.config.mjs'))}).then(({ default: all }) => console.log(Object.values(all)[0](['a b.md'])))`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  const cwd = repository();
  expect(shell(cwd, stdout).code).toBe(0);
  worsen(cwd);
  expect(shell(cwd, stdout).code).toBe(1);
});

test('reviewdog is given a valid log', () => {
  const cwd = repository();
  const path = programs({ reviewdog: '#!/bin/sh\ncat > log.sarif\n' });
  const line = block('sh', 'clausewright check --format sarif');
  expect(shell(cwd, line, {}, path)).toMatchObject({ code: 0 });
  expect(sarifFaults(JSON.parse(readFileSync(join(cwd, 'log.sarif'), 'utf8')))).toEqual([]);
});

test('any other service gets its JUnit file', () => {
  const cwd = repository();
  expect(shell(cwd, block('sh', 'clausewright check --format junit')).code).toBe(1);
  expect(readJUnit(readFileSync(join(cwd, 'clausewright.junit.xml'), 'utf8'))).toMatchObject({ failed: 1 });
});
