import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';
import { folderWith, GAP, WHOLE } from './support/folder.ts';
import { clausewright } from './support/program.ts';

const EXAMPLE = join(ROOT, 'examples', 'credit-scoring');

describe('coverage', () => {
  test('JSON grades each control and counts them', () => {
    const { code, out } = clausewright(['coverage', '--format', 'json'], { cwd: folderWith(WHOLE) });
    expect(code).toBe(0);
    const data = JSON.parse(out) as { version: number; controls: { id: string }[]; frameworks: object[] };
    expect(data.version).toBe(1);
    expect(data.controls.find(each => each.id === 'iso-42001:A.6.2.4')).toMatchObject({
      system: 'scoring',
      applicable: true,
      strength: 'documented',
      needed: 'documented',
      supportedThrough: [],
      evidence: [{ target: 'docs/evaluation.md', strength: 'documented', suspect: false }],
      entry: { path: 'controls.yaml', range: { start: { line: 3, character: 8 } } },
    });
    expect(data.frameworks).toMatchObject([
      {
        id: 'iso-42001',
        total: 38,
        applicable: 38,
        strengths: { missing: 37, asserted: 0, documented: 1, reviewed: 0, tested: 0 },
      },
    ]);
  });

  test('text has a row for each control and says what is not enough', () => {
    const { code, out } = clausewright(['coverage'], { cwd: EXAMPLE });
    expect(code).toBe(0);
    expect(out.split('\n').filter(line => /^ {2}[+-] A\./.test(line))).toHaveLength(38);
    expect(out).toMatch(/^ {2}\+ A\.6\.2\.4 .* tested +reports\/verification\.junit\.xml$/m);
    expect(out).toMatch(/^ {2}- A\.8\.4 .* asserted .*no text stands there/m);
    expect(out).toMatch(/\d+ of 37 applicable controls \(38 in all\) have the evidence they need/);
    expect(out).not.toMatch(/complian/i);
  });

  test('only the systems of the given paths are covered', () => {
    const { out } = clausewright(['coverage', 'examples/complete', '--format', 'json']);
    const { controls } = JSON.parse(out) as { controls: { system: string }[] };
    expect(new Set(controls.map(each => each.system))).toEqual(new Set(['message-routing']));
  });

  test('Markdown and CSV carry the same rows', () => {
    const markdown = clausewright(['coverage', '--format', 'markdown'], { cwd: EXAMPLE }).out;
    expect(markdown.split('\n').filter(line => line.startsWith('| A.'))).toHaveLength(38);
    const csv = clausewright(['coverage', '--format', 'csv'], { cwd: EXAMPLE }).out;
    const lines = csv.split('\r\n').filter(line => line !== '');
    expect(lines).toHaveLength(39);
    expect(lines[0]).toBe(
      'id,title,system,applicable,status,owner,strength,needed,evidence,supported through,justification',
    );
  });

  test('a framework that nobody has in scope gives an empty table and a note', () => {
    const { code, out, err } = clausewright(['coverage', '--framework', 'gdpr'], { cwd: folderWith(GAP) });
    expect(code).toBe(0);
    expect(err).toContain('gdpr');
    expect(out).toContain('nothing to cover');
  });

  test('--output writes the table to a file', () => {
    const cwd = folderWith(WHOLE);
    expect(clausewright(['coverage', '--format', 'csv', '--output', 'c.csv'], { cwd }).out).toBe('');
    expect(readFileSync(join(cwd, 'c.csv'), 'utf8')).toMatch(/^id,title/);
  });
});
