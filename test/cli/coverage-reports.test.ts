import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';
import { folderWith, GAP } from './support/folder.ts';
import { HOSTILE } from './support/hostile.ts';
import { clausewright } from './support/program.ts';
import { type ReadSheet, readWorkbook } from './support/workbook.ts';

const EXAMPLES = ['credit-scoring', 'complete', 'two-systems'];

/** The JSON of `coverage`, which has to fit its schema. */
function checkJson(cwd: string, ...more: string[]): unknown {
  const schema: object = JSON.parse(readFileSync(join(ROOT, 'docs/schema/coverage.schema.json'), 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema);
  const data: unknown = JSON.parse(clausewright(['coverage', '--format', 'json', ...more], { cwd }).out);
  validate(data);
  expect(validate.errors ?? []).toEqual([]);
  return data;
}

function workbookOf(cwd: string): ReadSheet[] {
  const { code, err } = clausewright(['coverage', '--format', 'xlsx', '--output', join(cwd, 'c.xlsx')], {
    cwd,
  });
  expect([code, err]).toEqual([0, '']);
  return readWorkbook(readFileSync(join(cwd, 'c.xlsx')));
}

describe('JSON fits its published schema', () => {
  test.each(EXAMPLES)('for the example %s', name => {
    checkJson(join(ROOT, 'examples', name));
  });

  test('for a workspace without a mapping, and for hostile texts', () => {
    checkJson(folderWith({ 'README.md': '# Nothing\n' }));
    checkJson(folderWith(HOSTILE));
  });

  test('evidence has its file, its kind and its sign-off', () => {
    const data = checkJson(
      folderWith({
        'controls.yaml': `clausewright: control-mapping/1
system: { id: scoring }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - { path: docs/a.md#b, kind: report, expires: 2030-01-01, reviewed: { by: sam@example.org, on: 2026-09-30, digest: 3f9c2a71b0d4 } }
`,
        'docs/a.md': '## B\n\nSomething is said.\n',
      }),
    ) as { controls: { id: string; evidence: object[] }[] };
    expect(data.controls.find(each => each.id === 'iso-42001:A.6.2.4')?.evidence).toMatchObject([
      {
        target: 'docs/a.md#b',
        path: 'docs/a.md',
        fragment: 'b',
        kind: 'report',
        expires: '2030-01-01',
        suspect: true,
        signed: { by: 'sam@example.org', on: '2026-09-30', digest: '3f9c2a71b0d4' },
      },
    ]);
  });
});

describe('the workbook', () => {
  const cwd = (): string => {
    const files = ['controls.yaml', 'MODEL_CARD.md', 'docs/roles.md'].map(path => [
      path,
      readFileSync(join(ROOT, 'examples', 'credit-scoring', path), 'utf8'),
    ]);
    return folderWith(Object.fromEntries(files));
  };

  test('has four sheets with a frozen head, filters and widths', () => {
    const sheets = workbookOf(cwd());
    expect(sheets.map(each => each.name)).toEqual([
      'Statement of Applicability',
      'Gaps',
      'Crosswalk',
      'Evidence register',
    ]);
    for (const { rows, frozen, filter, widths, plain } of sheets) {
      expect(frozen).toBe(true);
      expect(plain).toBe(true);
      expect(filter).toMatch(new RegExp(`^A1:[A-Z]+${rows.length}$`));
      expect(widths).toHaveLength(rows[0]?.length ?? 0);
      expect(new Set(rows.map(row => row.length)).size).toBe(1);
    }
  });

  test('carries the Statement of Applicability, with links to the evidence', () => {
    const [soa] = workbookOf(cwd());
    expect(soa?.rows).toHaveLength(39);
    const row = soa?.rows.findIndex(each => each[2] === 'A.3.2') ?? 0;
    expect(soa?.rows[row]).toEqual([
      'ISO/IEC 42001:2023',
      'credit-scoring',
      'A.3.2',
      'AI roles and responsibilities',
      'yes',
      '',
      'implemented',
      'helena.sorensen@fernhill.example',
      'documented',
      'documented',
      'yes',
      'docs/roles.md',
      '',
    ]);
    expect(soa?.links.get(`L${row + 1}`)).toBe('docs/roles.md');
    expect(soa?.rows.find(each => each[2] === 'A.10.4')?.slice(4, 6)).toEqual(['no', expect.any(String)]);
  });

  test('lists as gaps exactly what has not enough', () => {
    const [soa, gaps] = workbookOf(cwd());
    const open = soa?.rows.filter(each => each[10] === 'no').map(each => each[2]);
    expect(open?.length).toBeGreaterThan(0);
    expect(gaps?.rows.slice(1).map(each => each[2])).toEqual(open);
  });

  test('runs no text as a formula, and links to nothing but files and web pages', () => {
    const folder = folderWith(HOSTILE);
    const sheets = workbookOf(folder);
    for (const { rows, plain, links } of sheets) {
      expect(plain).toBe(true);
      for (const text of rows.flat()) expect(text).not.toMatch(/^[\s]*[=+\-@]/);
      for (const target of links.values()) expect(target).toMatch(/^(?:https:\/\/|docs\/)/);
    }
    expect(sheets[0]?.rows.flat()).toContain(`'=HYPERLINK("https://evil.example","x")`);
    expect([...(sheets[3]?.links.values() ?? [])]).toContain('docs/a%20b%26c.md#sec');
    const csv = clausewright(['coverage', '--format', 'csv'], { cwd: folder }).out;
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")"`);
    expect(csv).not.toMatch(/(?:^|[,"])[=+@]/m);
  });

  test('is the same, byte for byte, for the same files', () => {
    const folder = cwd();
    workbookOf(folder);
    const before = readFileSync(join(folder, 'c.xlsx'));
    workbookOf(folder);
    expect(readFileSync(join(folder, 'c.xlsx')).equals(before)).toBe(true);
  });

  test('needs a file to go to', () => {
    const { code, err, out } = clausewright(['coverage', '--format', 'xlsx'], { cwd: folderWith(GAP) });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--output');
  });
});
