import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestOf } from '../../server/src/text/digest.ts';
import { become, commit, initGit } from '../support/git.ts';
import { folderWith } from './support/folder.ts';
import { placesOf, reportOf } from './support/json.ts';
import { clausewright } from './support/program.ts';

const TEXT = '\nThe model reaches an AUC of 0.81 on the held-out quarter.\n';
const FILES = {
  'clausewright.yaml': 'clausewright: config/1\nrules: { mapping/missing-controls: off }\n',
  'controls.yaml': `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    needed: reviewed
    evidence:
      - docs/evaluation.md#results
`,
  'docs/evaluation.md': `# Evaluation\n\n## Results\n${TEXT}`,
};

const rules = (cwd: string): string[] =>
  placesOf(reportOf(clausewright(['check', '--format', 'json'], { cwd }))).map(
    each => each.split(' ')[1] ?? '',
  );

test('a sign-off is written with the digest of the text, and counts', () => {
  const cwd = folderWith(FILES);
  expect(rules(cwd)).toEqual(['evidence/too-weak']);
  const run = clausewright(['review', 'docs/evaluation.md#results', '--by', 'sam@example.org'], { cwd });
  expect(run.code).toBe(0);
  expect(run.out).toContain('1 piece of evidence signed.');
  expect(readFileSync(join(cwd, 'controls.yaml'), 'utf8')).toContain(
    `reviewed: { by: sam@example.org, on: 2026-11-22, digest: ${digestOf(TEXT)} }`,
  );
  expect(rules(cwd)).toEqual([]);
});

test('--changes shows what has changed since, from the history of the file', () => {
  const cwd = folderWith(FILES);
  initGit(cwd, 'Ana', 'ana@example.org');
  commit(cwd, 'first');
  clausewright(['review', 'docs/evaluation.md#results', '--by', 'sam@example.org'], { cwd });
  const unchanged = clausewright(['review', 'docs/evaluation.md#results', '--changes'], { cwd });
  expect(unchanged.out).toContain('has not changed since');
  writeFileSync(
    join(cwd, 'docs/evaluation.md'),
    `# Evaluation\n\n## Results\n${TEXT.replace('0.81', '0.79')}`,
  );
  expect(rules(cwd)).toContain('review/changed-since');
  const { out, code } = clausewright(['review', 'docs/evaluation.md#results', '--changes'], { cwd });
  expect(code).toBe(0);
  expect(out).toContain('signed by sam@example.org on 2026-11-22 (controls.yaml)');
  expect(out).toContain('an AUC of [-0.81-] {+0.79+} on the held-out quarter.');
});

test('whoever alone has committed a text is no second pair of eyes', () => {
  const cwd = folderWith(FILES);
  initGit(cwd, 'Sam', 'sam@example.org');
  commit(cwd, 'first');
  clausewright(['review', 'docs/evaluation.md#results', '--by', 'sam@example.org'], { cwd });
  expect(rules(cwd)).toContain('review/self-review');
  become(cwd, 'Ana', 'ana@example.org');
  writeFileSync(join(cwd, 'docs/evaluation.md'), `${FILES['docs/evaluation.md']}\nCounted twice.\n`);
  commit(cwd, 'second');
  clausewright(['review', 'docs/evaluation.md#results', '--by', 'sam@example.org'], { cwd });
  expect(rules(cwd)).not.toContain('review/self-review');
});

test.each([
  [['review', 'docs/evaluation.md#results'], '--by NAME'],
  [['review', 'docs/evaluation.md#none', '--by', 'x'], 'its sections are evaluation, results'],
  [['review', 'docs/none.md', '--by', 'x'], 'does not exist'],
  [['review', '../evaluation.md', '--by', 'x'], 'does not exist'],
  [['review', 'docs/evaluation.md#results', '--by', 'x', '--on', '2026-02-30'], 'is no date'],
  [['review', 'docs/evaluation.md#results', '--changes'], 'nobody has signed'],
])('%j is refused', (args, reason) => {
  const cwd = folderWith(FILES);
  const { code, err } = clausewright(args, { cwd });
  expect(code).toBe(2);
  expect(err).toContain(reason);
  expect(readFileSync(join(cwd, 'controls.yaml'), 'utf8')).toBe(FILES['controls.yaml']);
});
