import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, GAP } from './support/folder.ts';
import { reportOf } from './support/json.ts';
import { clausewright, type Run } from './support/program.ts';

const FILE = 'known.json';

/** A mapping with a gap, and its baseline. */
function withBaseline(): string {
  const cwd = folderWith(GAP);
  const { code, err } = clausewright(['check', '--baseline', FILE, '--update-baseline'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: `clausewright: ${FILE}: 1 finding (1 new, 0 taken out)\n` });
  return cwd;
}

function check(cwd: string, ...args: string[]): Run {
  return clausewright(['check', '--baseline', FILE, ...args], { cwd });
}

const edit = (cwd: string, path: string, change: (text: string) => string): void =>
  writeFileSync(join(cwd, path), change(readFileSync(join(cwd, path), 'utf8')));

describe('a finding in the baseline', () => {
  test('is not reported, and listed as known', () => {
    const cwd = withBaseline();
    expect(check(cwd)).toMatchObject({ code: 0, err: '' });
    expect(check(cwd).out).toMatch(/^No findings in .*; 1 known from the baseline\.\n$/);
    expect(reportOf(check(cwd, '--format', 'json'))).toMatchObject({
      findings: [],
      suppressed: [{ rule: 'evidence/missing-file', suppression: { kind: 'baseline' } }],
      outdated: [],
      summary: { suppressed: 0, baseline: { known: 1, outdated: 0 } },
    });
  });

  test('is known again when its lines move and its file is renamed', () => {
    const cwd = withBaseline();
    edit(cwd, 'controls.yaml', text => text.replace('controls:', '# a\n# b\n\ncontrols:'));
    renameSync(join(cwd, 'controls.yaml'), join(cwd, 'soa.yaml'));
    expect(check(cwd)).toMatchObject({ code: 0, err: '' });
  });

  test('stays new where its cause is another', () => {
    const cwd = withBaseline();
    edit(cwd, 'controls.yaml', text => text.replace('docs/evaluation.md', 'docs/other.md'));
    const { code, out, err } = check(cwd);
    expect(code).toBe(1);
    expect(err).toContain(`${FILE}: 1 entry matches no finding any more; --update-baseline takes it out`);
    expect(out).toContain('no longer found, still in the baseline  controls.yaml  evidence/missing-file');
  });

  test('hides one finding, not its twin', () => {
    const cwd = withBaseline();
    edit(cwd, 'controls.yaml', text => `${text}      - docs/evaluation.md\n`);
    expect(check(cwd).code).toBe(1);
  });
});

test('a gap over several controls that has become smaller is still known', () => {
  const mapping = (ids: readonly string[]): string =>
    `clausewright: control-mapping/1\nsystem: { id: scoring, owner: jane@example.org }\ncontrols:\n${ids.map(id => `  - id: ${id}\n    status: planned\n`).join('')}`;
  const cwd = folderWith({ 'controls.yaml': mapping(['A.2.2']) });
  clausewright(['check', '--baseline', FILE, '--update-baseline'], { cwd });
  writeFileSync(join(cwd, 'controls.yaml'), mapping(['A.2.2', 'A.2.3', 'A.2.4']));
  expect(check(cwd, '--fail-on', 'information')).toMatchObject({ code: 0, err: '' });
  writeFileSync(join(cwd, 'controls.yaml'), mapping([]));
  expect(check(cwd, '--fail-on', 'information').code).toBe(1);
});

test('updating keeps what other documents have, and says the same each time', () => {
  const cwd = folderWith({
    ...GAP,
    'b/controls.yaml': (GAP['controls.yaml'] ?? '').replace('scoring', 'b'),
  });
  clausewright(['check', '--baseline', FILE, '--update-baseline'], { cwd });
  const first = readFileSync(join(cwd, FILE), 'utf8');
  expect(JSON.parse(first)).toMatchObject({
    version: 1,
    findings: [{ path: 'b/controls.yaml' }, { path: 'controls.yaml' }],
  });
  clausewright(['check', 'b', '--baseline', FILE, '--update-baseline'], { cwd });
  expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(first);
  expect(clausewright(['check', '--baseline', join('..', FILE)], { cwd: join(cwd, 'b') })).toMatchObject({
    code: 0,
    err: '',
  });
});

describe('the configuration names the baseline', () => {
  const CONFIG = `${GAP['clausewright.yaml']}baseline: .clausewright/known.json\n`;

  test('relative to itself', () => {
    const cwd = folderWith({
      ...GAP,
      'clausewright.yaml': CONFIG,
      '.clausewright/known.json': '{ "version": 1, "findings": [] }',
    });
    expect(clausewright(['check'], { cwd }).code).toBe(1);
    expect(clausewright(['check', '--update-baseline'], { cwd }).code).toBe(0);
    expect(clausewright(['check'], { cwd })).toMatchObject({ code: 0, err: '' });
  });

  test('and it is not there', () => {
    const { code, err } = clausewright(['check'], {
      cwd: folderWith({ ...GAP, 'clausewright.yaml': CONFIG }),
    });
    expect(code).toBe(2);
    expect(err).toContain(
      'the baseline .clausewright/known.json does not exist; --update-baseline writes it',
    );
  });

  test('outside of the folder', () => {
    const cwd = folderWith({
      ...GAP,
      'clausewright.yaml': `${GAP['clausewright.yaml']}baseline: ../x.json\n`,
    });
    const { code, err } = clausewright(['check', '--update-baseline'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('leads out of the folder');
    expect(existsSync(join(cwd, '..', 'x.json'))).toBe(false);
  });
});

describe('a baseline that cannot be used', () => {
  test.each([
    [
      'of a newer version',
      '{ "version": 2, "findings": [] }',
      'it has format version 2, and this Clausewright',
    ],
    ['no JSON', 'findings:\n', 'it is no JSON'],
    ['something else', '[]', 'it is no baseline'],
    ['half an entry', '{ "version": 1, "findings": [{ "rule": "a/b" }] }', 'its finding 1 lacks'],
  ])('%s', (_, text, said) => {
    for (const more of [[], ['--update-baseline']]) {
      const cwd = folderWith({ ...GAP, [FILE]: text });
      const { code, err } = check(cwd, ...more);
      expect(code).toBe(2);
      expect(err).toContain(`cannot use the baseline ${FILE}: ${said}`);
      expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(text);
    }
  });

  test('missing, and none to update', () => {
    const cwd = folderWith(GAP);
    expect(check(cwd).err).toContain(`the baseline ${FILE} does not exist`);
    expect(check(cwd).code).toBe(2);
    const { code, err } = clausewright(['check', '--update-baseline'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('there is no baseline to update');
  });
});
