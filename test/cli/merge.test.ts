import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';
import { folderWith } from './support/folder.ts';
import { reportOf } from './support/json.ts';
import { clausewright, program } from './support/program.ts';

/** Three repositories, and the paths that each of their two shards checks. */
const REPOSITORIES = [
  {
    name: 'credit',
    example: 'credit-scoring',
    shards: [
      ['docs', 'reports', 'src'],
      ['controls.yaml', 'MODEL_CARD.md', 'DATASET_CARD.md', 'clausewright.yaml'],
    ],
  },
  {
    name: 'routing',
    example: 'complete',
    shards: [
      ['docs', 'policies'],
      ['controls.yaml', 'MODEL_CARD.md', 'DATASET_CARD.md', 'clausewright.yaml'],
    ],
  },
  {
    name: 'insurance',
    example: 'two-systems',
    shards: [['claims-triage'], ['fraud-screening', 'shared', 'clausewright.yaml']],
  },
];

/** The results of six shards in one folder, as the jobs of a matrix hand them over. */
function sharded(): { folder: string; files: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'clausewright-merge-'));
  const files: string[] = [];
  for (const { name, example, shards } of REPOSITORIES) {
    const cwd = join(folder, name);
    cpSync(join(ROOT, 'examples', example), cwd, { recursive: true });
    for (const [index, paths] of shards.entries()) {
      for (const command of ['check', 'coverage']) {
        const file = `${name}-${index + 1}.${command}.json`;
        const fail = command === 'check' ? ['--fail-on', 'never'] : [];
        const run = clausewright(
          [command, ...paths, '--format', 'json', ...fail, '--output', join('..', file)],
          { cwd },
        );
        expect(run.code).toBe(0);
        files.push(`${name}=${file}`);
      }
    }
  }
  return { folder, files };
}

describe('three repositories in six shards', () => {
  let folder = '';
  let files: string[] = [];
  beforeAll(() => {
    ({ folder, files } = sharded());
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const only = (kind: string): string[] => files.filter(each => each.endsWith(`${kind}.json`));

  test('give the findings of each repository as a whole', () => {
    const all = reportOf(clausewright(['merge', ...only('check')], { cwd: folder }));
    for (const { name } of REPOSITORIES) {
      const whole = reportOf(
        clausewright(['check', '--format', 'json', '--fail-on', 'never'], { cwd: join(folder, name) }),
      );
      const own = all.findings.filter(each => each.path.startsWith(`${name}/`));
      expect(own.map(each => [each.path, each.rule, each.range])).toEqual(
        whole.findings.map(each => [`${name}/${each.path}`, each.rule, each.range]),
      );
    }
  });

  test('give one SARIF, one page and one Markdown, whatever the order', () => {
    for (const format of ['json', 'sarif', 'html', 'markdown']) {
      const there = clausewright(['merge', ...files, '--format', format], { cwd: folder });
      const back = clausewright(['merge', ...files.toReversed(), '--format', format], { cwd: folder });
      expect([there.code, there.err]).toEqual([0, '']);
      expect(back.out).toBe(there.out);
      expect(there.out).toContain(format === 'html' ? 'insurance/claims-triage' : 'insurance');
    }
    const { runs } = JSON.parse(clausewright(['merge', ...files, '--format', 'sarif'], { cwd: folder }).out);
    const prints = runs[0].results.map((each: { partialFingerprints: object }) =>
      JSON.stringify(each.partialFingerprints),
    );
    expect(runs).toHaveLength(1);
    expect(new Set(prints).size).toBe(prints.length);
  });

  test('can be merged in steps', () => {
    const half = files.length / 2;
    for (const [index, part] of [files.slice(0, half), files.slice(half)].entries())
      clausewright(['merge', ...part, '--output', `part-${index}.json`], { cwd: folder });
    const steps = clausewright(['merge', 'part-0.json', 'part-1.json'], { cwd: folder }).out;
    expect(steps).toBe(clausewright(['merge', ...files], { cwd: folder }).out);
  });

  test('count the coverage of every system once', () => {
    const { frameworks, controls } = JSON.parse(
      clausewright(['merge', ...only('coverage')], { cwd: folder }).out,
    );
    const of = frameworks.map((each: { id: string; system: string }) => `${each.system} ${each.id}`);
    expect(of).toContain('credit/credit-scoring iso-42001');
    expect(new Set(of).size).toBe(of.length);
    expect(controls.length).toBe(
      frameworks.reduce((sum: number, each: { total: number }) => sum + each.total, 0),
    );
  });
});

test('what is no result is named, and nothing is written', () => {
  const cwd = folderWith({ 'a.json': '{"version": 3}', 'b.txt': 'text' });
  for (const [args, says] of [
    [[], 'name the JSON files'],
    [['a.json'], 'version 3'],
    [['b.txt'], 'no JSON'],
    [['none.json'], 'does not exist'],
  ] as const) {
    const { code, out, err } = clausewright(['merge', ...args, '--output', 'm.json'], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  }
  expect(() => readFileSync(join(cwd, 'm.json'))).toThrow();
});

test('the commands of docs/reports.md run as they are written', () => {
  const [, section = ''] = readFileSync(join(ROOT, 'docs', 'reports.md'), 'utf8').split(
    '## Many repositories',
  );
  const [jobs = '', joining = ''] = section
    .split('\n\n')
    .filter(each => each.startsWith('    clausewright'))
    .map(each => each.replace(/^ {4}/gm, ''));
  expect(jobs.split('\n')).toHaveLength(3);
  const folder = folderWith({});
  cpSync(join(ROOT, 'examples', 'credit-scoring'), join(folder, 'credit'), { recursive: true });
  cpSync(join(ROOT, 'examples', 'complete'), join(folder, 'routing'), { recursive: true });
  const routing = 'clausewright check --format json --fail-on never --output ../routing.check.json';
  for (const [place, script] of [
    ['credit', jobs],
    ['routing', routing],
    ['.', joining],
  ] as const) {
    const { status, stderr } = spawnSync(
      'bash',
      ['-ec', `clausewright() { "$NODE" "$PROGRAM" "$@"; }\n${script}`],
      {
        cwd: join(folder, place),
        encoding: 'utf8',
        env: { ...process.env, NODE: process.execPath, PROGRAM: program() },
      },
    );
    expect({ script, status, stderr: stderr.replace(/^clausewright: .*\n/gm, '') }).toEqual({
      script,
      status: 0,
      stderr: '',
    });
  }
  const html = readFileSync(join(folder, 'organisation.html'), 'utf8');
  expect(html).toContain('credit/controls.yaml');
});
