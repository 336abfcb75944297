import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, GAP, WHOLE } from './support/folder.ts';
import { placesOf, reportOf } from './support/json.ts';
import { clausewright } from './support/program.ts';

describe('exit codes', () => {
  test.each([
    ['an error, by default', [], 1],
    ['an error, never failing', ['--fail-on', 'never'], 0],
    ['an error, failing on information', ['--fail-on', 'information'], 1],
  ])('%s', (_, args, code) => {
    expect(clausewright(['check', ...args], { cwd: folderWith(GAP) }).code).toBe(code);
  });

  test('nothing found', () => {
    const { code, out, err } = clausewright(['check'], { cwd: folderWith(WHOLE) });
    expect({ code, out, err }).toEqual({
      code: 0,
      out: 'No findings in 2 documents (1 configuration, 1 control mapping).\n',
      err: '',
    });
  });

  test('a warning fails only where it is asked to', () => {
    const cwd = folderWith({
      ...WHOLE,
      'controls.yaml': (WHOLE['controls.yaml'] ?? '').replace(', owner: jane@example.org', ''),
    });
    expect(clausewright(['check'], { cwd }).code).toBe(0);
    expect(clausewright(['check', '--fail-on', 'warning'], { cwd }).code).toBe(1);
    expect(clausewright(['check', '--fail-on=error'], { cwd }).code).toBe(0);
  });
});

test('JSON has the promised form, with places counted from 0', () => {
  const report = reportOf(clausewright(['check', '--format', 'json'], { cwd: folderWith(GAP) }));
  expect(Object.keys(report)).toEqual(['version', 'findings', 'suppressed', 'summary']);
  expect(report.version).toBe(1);
  expect(report.findings).toHaveLength(1);
  const [finding] = report.findings;
  expect(finding).toMatchObject({
    rule: 'evidence/missing-file',
    severity: 'error',
    path: 'controls.yaml',
    range: { start: { line: 6, character: 8 }, end: { line: 6, character: 26 } },
    related: [],
  });
  expect(finding?.message).toContain('"docs/evaluation.md"');
  expect(report.summary).toEqual({
    documents: { config: 1, 'control-mapping': 1 },
    findings: { error: 1, warning: 0, information: 0, hint: 0 },
    files: 2,
    suppressed: 0,
  });
});

test('characters are UTF-16 code units, with CRLF and a byte order mark', () => {
  const text = (GAP['controls.yaml'] ?? '').replace(
    '      - docs/evaluation.md',
    '      - { notes: "😀", path: docs/x.md }',
  );
  const cwd = folderWith({ ...GAP, 'controls.yaml': `\ufeff${text.replaceAll('\n', '\r\n')}` });
  const [finding] = reportOf(clausewright(['check', '--format', 'json'], { cwd })).findings;
  expect(finding?.range).toEqual({ start: { line: 6, character: 29 }, end: { line: 6, character: 38 } });
});

test('text shows the source line with the place marked, counted from 1', () => {
  const { out } = clausewright(['check'], { cwd: folderWith(GAP) });
  expect(out).toContain('controls.yaml\n\n  7:9  error  evidence/missing-file\n');
  expect(out).toContain('  7 |       - docs/evaluation.md\n    |         ^^^^^^^^^^^^^^^^^^\n');
  expect(out).toMatch(/\n1 error in 2 documents \(1 configuration, 1 control mapping\)\.\n$/);
  expect(out).not.toContain('\u001b');
});

test('text never passes on what would steer a terminal', () => {
  const text = (GAP['controls.yaml'] ?? '').replace('docs/evaluation.md', '"docs/\u001b[2Jx.md"');
  const { out } = clausewright(['check'], { cwd: folderWith({ ...GAP, 'controls.yaml': text }) });
  expect(out).not.toContain('\u001b');
  expect(out).toContain('\ufffd[2Jx.md');
});

test('suppressed findings are counted and do not fail', () => {
  const text = (GAP['controls.yaml'] ?? '').replace(
    '      - docs/evaluation.md',
    '      # clausewright-disable-next-line evidence/missing-file: written by the pipeline\n      - docs/evaluation.md',
  );
  const cwd = folderWith({ ...GAP, 'controls.yaml': text });
  const { code, out } = clausewright(['check'], { cwd });
  expect(code).toBe(0);
  expect(out).toContain('; 1 suppressed.');
  expect(reportOf(clausewright(['check', '--format', 'json'], { cwd })).summary.suppressed).toBe(1);
});

describe('paths', () => {
  const many = {
    ...GAP,
    'b/controls.yaml': (GAP['controls.yaml'] ?? '').replace('id: scoring', 'id: b'),
    'a/controls.yaml': (GAP['controls.yaml'] ?? '').replace('id: scoring', 'id: a'),
    'a/docs/evaluation.md': WHOLE['docs/evaluation.md'] ?? '',
  };

  test('findings are sorted by path, relative to the working folder', () => {
    const report = reportOf(clausewright(['check', '--format', 'json'], { cwd: folderWith(many) }));
    expect(placesOf(report)).toEqual([
      'b/controls.yaml:7:9 evidence/missing-file',
      'controls.yaml:7:9 evidence/missing-file',
    ]);
  });

  test('only what was asked for is printed; evidence may lie elsewhere', () => {
    const cwd = folderWith({
      ...many,
      'b/controls.yaml': (many['b/controls.yaml'] ?? '').replace('docs/', '../a/docs/'),
    });
    const report = reportOf(clausewright(['check', 'b', '--format', 'json'], { cwd }));
    expect(placesOf(report)).toEqual([]);
    expect(report.summary.documents).toEqual({ 'control-mapping': 1 });
  });

  test('of a folder elsewhere the folder itself is the workspace', () => {
    const folder = folderWith(many);
    const cwd = join(folder, 'a');
    const report = reportOf(clausewright(['check', '../b', '--format', 'json'], { cwd }));
    expect(placesOf(report)).toContain('../b/controls.yaml:7:9 evidence/missing-file');
    expect(report.findings.every(({ path }) => path.startsWith('../b/'))).toBe(true);
  });

  test('of a file elsewhere its folder is the workspace', () => {
    const folder = folderWith(many);
    const other = folderWith({});
    const path = join(folder, 'controls.yaml');
    const report = reportOf(clausewright(['check', path, '--format', 'json'], { cwd: other }));
    expect(report.summary.documents).toEqual({ 'control-mapping': 1 });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['evidence/missing-file']);
  });

  test('a path twice, and one below another, are checked once', () => {
    const cwd = folderWith(many);
    const report = reportOf(
      clausewright(['check', '.', 'b', 'b/controls.yaml', '--format', 'json'], { cwd }),
    );
    expect(report.findings).toHaveLength(2);
  });

  test('a folder that listing leaves out is checked when it is named', () => {
    const cwd = folderWith({ 'build/controls.yaml': GAP['controls.yaml'] ?? '' });
    expect(reportOf(clausewright(['check', '--format', 'json'], { cwd })).summary.files).toBe(0);
    const report = reportOf(clausewright(['check', 'build', '--format', 'json'], { cwd }));
    expect(report.findings.map(({ path }) => path)).toContain('build/controls.yaml');
  });

  test('a file of no kind has no finding, and the user is told', () => {
    const cwd = folderWith({ 'README.md': '# Project\n\nTODO\n' });
    const { code, out, err } = clausewright(['check', 'README.md'], { cwd });
    expect(code).toBe(0);
    expect(out).toBe('No document of a known kind was found; nothing was checked.\n');
    expect(err).toContain('README.md is not a kind of document that is checked');
  });
});

describe('--output', () => {
  test('writes the report to a file and leaves nothing else behind', () => {
    const cwd = folderWith(GAP);
    const { code, out, err } = clausewright(['check', '--format', 'json', '--output', 'report.json'], {
      cwd,
    });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('report.json: 1 error in 2 documents');
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'))).toHaveProperty('version', 1);
    expect(readdirSync(cwd).sort()).toEqual(['clausewright.yaml', 'controls.yaml', 'report.json']);
  });

  test('a file that cannot be written is an error, and an old one stays', () => {
    const cwd = folderWith(GAP);
    writeFileSync(join(cwd, 'old.json'), 'old');
    const { code, err } = clausewright(['check', '--output', 'old.json/report.json'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('cannot write old.json/report.json');
    expect(readFileSync(join(cwd, 'old.json'), 'utf8')).toBe('old');
    expect(clausewright(['check', '--output', 'none/report.json'], { cwd }).code).toBe(2);
  });
});

describe('configuration', () => {
  test('--config takes the place of the configuration in the root', () => {
    const cwd = folderWith({
      ...GAP,
      'strict.yaml': 'rules: { mapping/missing-controls: off, evidence/missing-file: warning }\n',
    });
    expect(clausewright(['check'], { cwd }).code).toBe(1);
    expect(clausewright(['check', '--config', 'strict.yaml'], { cwd }).code).toBe(0);
  });

  test('an error in a configuration above the given paths gives 2, and is told', () => {
    const cwd = folderWith({
      'clausewright.yaml': 'ruels: { mapping/missing-controls: off }\n',
      'b/controls.yaml': GAP['controls.yaml'] ?? '',
    });
    const { code, err } = clausewright(['check', 'b', '--fail-on', 'never'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('clausewright.yaml:1:1: ');
    expect(err).toContain('"ruels"');
    expect(err).toContain('rules');
  });
});
