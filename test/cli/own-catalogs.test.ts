import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NIST_800_53, NIST_ID, NIST_PATH } from '../support/own-catalogs.ts';
import { folderWith } from './support/folder.ts';
import { placesOf, reportOf } from './support/json.ts';
import { clausewright } from './support/program.ts';

const FILES = {
  'clausewright.yaml': `catalogs: [${NIST_PATH}, private/*.overlay.yaml]\n`,
  [NIST_PATH]: NIST_800_53,
  'private/iso.overlay.yaml': 'overlays: iso-42001\nitems:\n  - { id: A.6.2.4, text: Words of a zebra }\n',
  'controls.yaml': `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
framework: ${NIST_ID}
controls:
  - { id: AC-1, status: planned }
  - { id: AC-2, status: planned }
  - { id: ac-2.1, status: planned }
  - { id: AC-33, status: planned }
`,
};

test('check, coverage and explain know the catalogs of the workspace', () => {
  const cwd = folderWith(FILES);
  const report = reportOf(clausewright(['check', '--format', 'json'], { cwd }));
  expect(placesOf(report)).toContain('controls.yaml:8:11 mapping/unknown-control');
  expect(report.summary.documents).toMatchObject({ catalog: 2 });
  const coverage = clausewright(['coverage', '--framework', NIST_ID, '--format', 'json'], { cwd });
  expect(JSON.parse(coverage.out)).toMatchObject({ frameworks: [{ id: NIST_ID, total: 4 }] });
  const told = clausewright(['explain', 'AC-2', '(1)', '--format', 'json'], { cwd });
  expect(JSON.parse(told.out)).toMatchObject({ id: `${NIST_ID}:AC-2(1)`, provenance: { own: NIST_PATH } });
});

test('licensed text stays on the machine', () => {
  const cwd = folderWith(FILES);
  const runs = [
    ['explain', 'A.6.2.4'],
    ['explain', 'A.6.2.4', '--format', 'json'],
    ['check'],
    ['coverage', '--format', 'csv'],
  ];
  for (const run of runs) expect(clausewright(run, { cwd }).out).not.toContain('zebra');
});

test('init has git leave private overlays alone, once', () => {
  const cwd = folderWith({ '.gitignore': 'node_modules' });
  clausewright(['init'], { cwd });
  const lines = readFileSync(join(cwd, '.gitignore'), 'utf8').split('\n');
  expect(lines[0]).toBe('node_modules');
  expect(lines.filter(line => line === '*.overlay.yaml')).toHaveLength(1);
  const twice = folderWith({ '.gitignore': '*.overlay.yaml\n' });
  clausewright(['init'], { cwd: twice });
  expect(readFileSync(join(twice, '.gitignore'), 'utf8')).toBe('*.overlay.yaml\n');
});
