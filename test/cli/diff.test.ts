import { mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { DiffData } from '../../server/src/report/diff/data.ts';
import { commit, git, initGit } from '../support/git.ts';
import { faultsBy } from '../support/own-schema.ts';
import { folderWith } from './support/folder.ts';
import { clausewright } from './support/program.ts';

const FILES = {
  'clausewright.yaml': 'clausewright: config/1\nrules: { mapping/missing-controls: off }\n',
  'controls.yaml': `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/evaluation.md#results
  - id: A.6.2.6
    status: implemented
    evidence:
      - docs/monitoring.md
  - id: A.7.2
    status: implemented
    evidence:
      - docs/data.md
`,
  'docs/evaluation.md': '# Evaluation\n\n## Results\n\nThe AUC is 0.81 on the held-out quarter.\n',
  'docs/data.md': '# Data\n\nFour years of applications, cleaned as described in the register.\n',
  'docs/figure.png': '\u0000\u0001 no text',
};

/** A repository whose first commit, tagged v1, holds a signed section. */
function repository(): string {
  const cwd = folderWith(FILES);
  initGit(cwd, 'Jane', 'jane@example.org');
  commit(cwd, 'first');
  const { code } = clausewright(['review', 'docs/evaluation.md#results', '--by', 'sam@example.org'], { cwd });
  expect(code).toBe(0);
  commit(cwd, 'signed');
  git(cwd, 'tag', 'v1');
  return cwd;
}

function change(cwd: string): void {
  const evaluation = join(cwd, 'docs', 'evaluation.md');
  writeFileSync(evaluation, readFileSync(evaluation, 'utf8').replace('0.81', '0.79'));
  writeFileSync(join(cwd, 'docs', 'monitoring.md'), '# Monitoring\n\nDrift is looked at each day.\n');
  const mapping = join(cwd, 'controls.yaml');
  writeFileSync(
    mapping,
    `${readFileSync(mapping, 'utf8').replace(/ {2}- id: A\.7\.2[\s\S]*/, '')}  - id: A.7.2\n    applicable: false\n    justification: Nothing is trained here.\n`,
  );
}

function diffOf(cwd: string, ...args: string[]): DiffData {
  const { code, out, err } = clausewright(['diff', ...args, '--format', 'json'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const data: unknown = JSON.parse(out);
  expect(faultsBy('diff', data)).toEqual([]);
  return data as DiffData;
}

/** Controls as `id direction before → after: reasons`. */
function stepsOf({ controls }: DiffData): string[] {
  return controls.map(
    ({ id, direction, before, after, reasons }) =>
      `${id} ${direction} ${before?.strength} → ${after?.strength}: ${reasons.join('; ')}`,
  );
}

const EXPECTED = [
  'iso-42001:A.6.2.4 weaker reviewed → documented: docs/evaluation.md#results changed after sign-off',
  'iso-42001:A.7.2 excluded documented → missing: Nothing is trained here.',
  'iso-42001:A.6.2.6 stronger missing → documented: docs/monitoring.md is documented now (before: the file does not exist)',
];

describe('diff', () => {
  test('says what became of each control and why, against the work tree and between commits', () => {
    const cwd = repository();
    change(cwd);
    const data = diffOf(cwd, 'v1');
    expect(stepsOf(data)).toEqual(EXPECTED);
    expect(data.before).toEqual({ revision: 'v1', commit: git(cwd, 'rev-parse', 'v1').trim() });
    expect(data.after).toEqual({ revision: null, commit: null });
    expect(data.findings.new.map(each => each.rule)).toEqual(['review/changed-since']);
    expect(data.findings.resolved.map(each => each.rule)).toEqual(['evidence/missing-file']);
    expect(data.frameworks).toMatchObject([
      {
        id: 'iso-42001',
        system: 'scoring',
        before: { met: 2, applicable: 38 },
        after: { met: 2, applicable: 37 },
      },
    ]);
    commit(cwd, 'changed');
    expect(stepsOf(diffOf(cwd, 'v1', 'HEAD'))).toEqual(EXPECTED);
    expect(
      stepsOf(diffOf(cwd, 'HEAD', 'v1')).map(step => step.split(':')[1]?.split(' ').slice(0, 2).join(' ')),
    ).toEqual(['A.6.2.6 weaker', 'A.6.2.4 stronger', 'A.7.2 included']);
    expect(stepsOf(diffOf(cwd, 'HEAD'))).toEqual([]);
  });

  test('leaves the work tree and the index as they are', () => {
    const cwd = repository();
    change(cwd);
    git(cwd, 'add', 'docs/monitoring.md');
    const state = (): unknown => [
      git(cwd, 'status', '--porcelain'),
      git(cwd, 'diff'),
      git(cwd, 'count-objects'),
      git(cwd, 'stash', 'list'),
    ];
    const before = state();
    const touched = (): number => statSync(join(cwd, '.git', 'index')).mtimeMs;
    const index = touched();
    diffOf(cwd, 'v1');
    expect(touched()).toBe(index);
    expect(state()).toEqual(before);
  });

  test('a renamed document is no new one, and its evidence stays as strong', () => {
    const cwd = repository();
    mkdirSync(join(cwd, 'governance'));
    for (const [from, to] of [
      ['controls.yaml', 'soa.yaml'],
      ['docs/evaluation.md', 'docs/validation.md'],
    ] as const)
      renameSync(join(cwd, from), join(cwd, to));
    const mapping = join(cwd, 'soa.yaml');
    writeFileSync(mapping, readFileSync(mapping, 'utf8').replace('docs/evaluation.md', 'docs/validation.md'));
    const data = diffOf(cwd, 'v1');
    expect(data.controls).toEqual([]);
    expect(data.findings).toMatchObject({ new: [], resolved: [], kept: 1 });
    expect(data.documents).toEqual({
      added: [],
      removed: [],
      renamed: [{ from: 'controls.yaml', to: 'soa.yaml', kind: 'control-mapping' }],
    });
  });

  test('a gap of renamed evidence is the gap that it was, and another one is new', () => {
    const cwd = repository();
    const mapping = join(cwd, 'controls.yaml');
    const point = (from: string, to: string): void =>
      writeFileSync(mapping, readFileSync(mapping, 'utf8').replace(from, to));
    point('docs/data.md', 'docs/data.md#sources');
    commit(cwd, 'a heading that is not there');
    renameSync(join(cwd, 'docs/data.md'), join(cwd, 'docs/dataset.md'));
    point('docs/data.md#sources', 'docs/dataset.md#sources');
    expect(diffOf(cwd, 'HEAD').findings).toMatchObject({ new: [], resolved: [], kept: 2 });
    const run = clausewright(['check', '--since', 'HEAD', '--format', 'json'], { cwd });
    expect(run.out).toContain('evidence/missing-heading');
    point('docs/dataset.md#sources', 'docs/dataset.md#rights');
    const { findings } = diffOf(cwd, 'HEAD');
    expect([findings.new, findings.resolved].map(each => each.map(({ rule }) => rule))).toEqual([
      ['evidence/missing-heading'],
      ['evidence/missing-heading'],
    ]);
  });

  test('links to files count as these, on both sides', () => {
    const cwd = repository();
    symlinkSync('../docs/data.md', join(cwd, 'docs', 'link.md'));
    symlinkSync('evaluation.md', join(cwd, 'docs', 'monitoring.md'));
    symlinkSync('controls.yaml', join(cwd, 'soa.yaml'));
    symlinkSync('/etc/hostname', join(cwd, 'docs', 'out.md'));
    commit(cwd, 'links');
    const { controls, documents, findings } = diffOf(cwd, 'HEAD');
    expect({ controls, documents, findings }).toMatchObject({
      controls: [],
      documents: { added: [], removed: [], renamed: [] },
      findings: { new: [], resolved: [] },
    });
  });

  test('documents that come and go are named', () => {
    const cwd = repository();
    rmSync(join(cwd, 'controls.yaml'));
    writeFileSync(join(cwd, 'MODEL_CARD.md'), '---\nclausewright: model-card/1\n---\n\n# Scoring\n');
    const { documents, frameworks, controls } = diffOf(cwd, 'v1');
    expect(documents).toEqual({
      added: [{ path: 'MODEL_CARD.md', kind: 'model-card' }],
      removed: [{ path: 'controls.yaml', kind: 'control-mapping' }],
      renamed: [],
    });
    expect(frameworks[0]?.after).toBeNull();
    expect(controls.every(each => each.direction === 'weaker' && each.after === null)).toBe(true);
    expect(controls).toHaveLength(2);
  });

  test('text and Markdown say the same', () => {
    const cwd = repository();
    change(cwd);
    const text = clausewright(['diff', 'v1'], { cwd }).out;
    expect(text).toContain(
      'Weaker (1)\n  A.6.2.4 reviewed → documented  AI system verification and validation, scoring\n      docs/evaluation.md#results changed after sign-off\n',
    );
    expect(text).toContain('  ISO/IEC 42001:2023, scoring: 2 of 38 → 2 of 37\n');
    const markdown = clausewright(['diff', 'v1', '--format', 'markdown'], { cwd }).out;
    const html = new MarkdownIt().render(markdown);
    expect(html.match(/<table>/g)).toHaveLength(3);
    expect(html).toContain('<td>reviewed → documented</td>');
  });

  test('a pipeline can hold the line', () => {
    const cwd = repository();
    change(cwd);
    expect(clausewright(['diff', 'v1', '--fail-on', 'weaker'], { cwd }).code).toBe(1);
    expect(clausewright(['diff', 'HEAD', 'v1', '--fail-on', 'weaker'], { cwd }).code).toBe(0);
  });

  test('wrong usage is told', () => {
    const cwd = repository();
    expect(clausewright(['diff'], { cwd })).toMatchObject({ code: 2, out: '' });
    expect(clausewright(['diff', 'a', 'b', 'c'], { cwd }).err).toContain('takes one revision, or two');
    expect(clausewright(['diff', 'v2'], { cwd }).err).toContain('there is no revision "v2"');
  });
});
