import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml } from '@rgrove/parse-xml';
import { describe, expect, test } from 'vitest';
import { initGit } from '../support/git.ts';
import { sarifFaults } from '../support/sarif-schema.ts';
import { folderWith, GAP } from './support/folder.ts';
import { clausewright } from './support/program.ts';

/** A repository whose documents lie in a folder of it. */
function monorepo(): string {
  const folder = folderWith(
    Object.fromEntries(Object.entries(GAP).map(([path, text]) => [`models/scoring/${path}`, text])),
  );
  initGit(folder, 'Jane', 'jane@example.org');
  return join(folder, 'models', 'scoring');
}

test('SARIF of the program is valid, and its paths are those of the repository', () => {
  const { code, out } = clausewright(['check', '--format', 'sarif'], { cwd: monorepo() });
  expect(code).toBe(1);
  const log = JSON.parse(out) as {
    runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
  };
  expect(sarifFaults(log)).toEqual([]);
  const uris = log.runs[0]?.results.map(each => each.locations[0]?.physicalLocation.artifactLocation.uri);
  expect(uris).toEqual(['models/scoring/controls.yaml']);
});

test('annotations and Code Quality name paths of the repository, all others those of the folder', () => {
  const cwd = monorepo();
  const of = (format: string): string => clausewright(['check', '--format', format], { cwd }).out;
  expect(of('github')).toContain('::error file=models/scoring/controls.yaml,line=7,');
  expect(JSON.parse(of('gitlab'))).toMatchObject([{ location: { path: 'models/scoring/controls.yaml' } }]);
  expect(parseXml(of('junit')).root?.attributes['failures']).toBe('1');
  expect(of('junit')).toContain('classname="controls.yaml"');
  expect(of('markdown')).toContain('### `controls.yaml`');
});

describe('suppressed findings', () => {
  const SILENCED = {
    ...GAP,
    'controls.yaml': (GAP['controls.yaml'] ?? '').replace(
      '      - docs/',
      '      # clausewright-disable-next-line evidence/missing-file: written after the pilot\n      - docs/',
    ),
  };

  test('are listed with their reason in JSON and text', () => {
    const cwd = folderWith(SILENCED);
    const report = JSON.parse(clausewright(['check', '--format', 'json'], { cwd }).out) as {
      findings: unknown[];
    };
    expect(report).toMatchObject({
      findings: [],
      suppressed: [
        {
          rule: 'evidence/missing-file',
          path: 'controls.yaml',
          suppression: { kind: 'comment', reason: 'written after the pilot' },
        },
      ],
      summary: { suppressed: 1 },
    });
    const { out } = clausewright(['check'], { cwd });
    expect(out).toContain('suppressed  controls.yaml:8:9  evidence/missing-file: written after the pilot\n');
    expect(out).toMatch(/; 1 suppressed\.\n$/);
  });

  test('come back with --no-inline-config', () => {
    const { code, out } = clausewright(['check', '--no-inline-config'], { cwd: folderWith(SILENCED) });
    expect(code).toBe(1);
    expect(out).not.toContain('suppressed');
  });

  test('come back when the comment has run out', () => {
    const text = (until: string): string =>
      SILENCED['controls.yaml'].replace('the pilot', `the pilot until=${until}`);
    const run = (until: string): number | null =>
      clausewright(['check'], { cwd: folderWith({ ...SILENCED, 'controls.yaml': text(until) }) }).code;
    expect([run('2026-11-22'), run('2026-11-21')]).toEqual([0, 1]);
  });

  test('come back where the organisation forbids it', () => {
    const config = `${GAP['clausewright.yaml']}suppressions: { forbid: [evidence] }\n`;
    const { code, out } = clausewright(['check'], {
      cwd: folderWith({ ...SILENCED, 'clausewright.yaml': config }),
    });
    expect(code).toBe(1);
    expect(out).toContain('lets no comment silence evidence/missing-file');
  });
});

describe('a report that cannot be written', () => {
  test.each([
    ['its folder is not there', 'nowhere/report.sarif', 'cannot write nowhere/report.sarif: its folder'],
    ['it is a folder', 'docs', 'cannot write docs: it is a folder'],
  ])('%s', (_, file, said) => {
    const cwd = folderWith(GAP);
    mkdirSync(join(cwd, 'docs'));
    const before = readdirSync(cwd, { recursive: true });
    const { code, out, err } = clausewright(['check', '--format', 'sarif', '--output', file], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  });
});

test('a report in a file is whole, and nothing else is left behind', () => {
  const cwd = folderWith(GAP);
  const before = readdirSync(cwd);
  clausewright(['check', '--format', 'sarif', '--output', 'r.sarif'], { cwd });
  expect(readdirSync(cwd).sort()).toEqual([...before, 'r.sarif'].sort());
  expect(sarifFaults(JSON.parse(readFileSync(join(cwd, 'r.sarif'), 'utf8')))).toEqual([]);
});
