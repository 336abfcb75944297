import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, WHOLE } from './support/folder.ts';
import { clausewright } from './support/program.ts';

const ENTRY = `  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/evaluation.md
`;

/** A mapping that has an entry twice, word for word; removing one changes no meaning. */
const TWICE = {
  ...WHOLE,
  'controls.yaml': `# kept by hand\n${WHOLE['controls.yaml'] ?? ''}${ENTRY}`.replaceAll('\n', '\r\n'),
};

describe('fix', () => {
  test('applies safe fixes and leaves every other byte', () => {
    const cwd = folderWith(TWICE);
    const { code, out } = clausewright(['fix'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/^controls\.yaml: .+\n1 fix applied\.\n$/);
    const expected = `# kept by hand\n${WHOLE['controls.yaml'] ?? ''}`.replaceAll('\n', '\r\n');
    expect(readFileSync(join(cwd, 'controls.yaml'), 'utf8')).toBe(expected);
    expect(clausewright(['check', '--fail-on', 'information'], { cwd }).code).toBe(0);
    expect(clausewright(['fix'], { cwd }).out).toBe('Nothing to fix safely.\n');
  });

  test('--dry-run writes nothing', () => {
    const cwd = folderWith(TWICE);
    expect(clausewright(['fix', '--dry-run'], { cwd }).out).toMatch(/\n1 fix to apply\.\n$/);
    expect(readFileSync(join(cwd, 'controls.yaml'), 'utf8')).toBe(TWICE['controls.yaml']);
  });

  test('a file that is not UTF-8 is left as it is', () => {
    const text = Buffer.from(TWICE['controls.yaml'].replace('kept by hand', 'gepr\u00fcft'), 'latin1');
    const cwd = folderWith({ ...TWICE, 'controls.yaml': text });
    const { code, err } = clausewright(['fix'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('controls.yaml was left as it is');
    expect(readFileSync(join(cwd, 'controls.yaml')).equals(text)).toBe(true);
  });
});
