import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';
import { folderWith } from './support/folder.ts';
import { clausewright } from './support/program.ts';

/** The example credit-scoring in a folder of its own, in git, with everything committed on a day. */
function example(day: string): string {
  const folder = folderWith({});
  cpSync(join(ROOT, 'examples', 'credit-scoring'), folder, { recursive: true });
  const env = {
    ...process.env,
    GIT_AUTHOR_DATE: `${day}T10:00:00Z`,
    GIT_COMMITTER_DATE: `${day}T10:00:00Z`,
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=Jo', '-c', 'user.email=jo@example.org', ...args], {
      cwd: folder,
      env,
      stdio: 'ignore',
    });
  };
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  return folder;
}

describe('new impact-assessment', () => {
  test.each(['markdown', 'yaml'])('starts one of the example as %s without an error', format => {
    const folder = example('2026-09-01');
    rmSync(join(folder, 'docs', 'impact-assessment.md'));
    const { code, out, err } = clausewright(['new', 'impact-assessment', '--format', format], {
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(err).toMatch(/\d+ values were filled from \d+ sources/);
    const file = out.trim();
    const { code: checked, out: found } = clausewright(['check', file, '--format', 'json'], { cwd: folder });
    expect(checked).toBe(0);
    const { findings } = JSON.parse(found) as { findings: { severity: string; path: string }[] };
    expect(findings.filter(each => each.path === file && each.severity === 'error')).toEqual([]);
  });

  test('a screening decides with its reasons', () => {
    const folder = example('2026-09-01');
    const { out, err } = clausewright(['new', 'impact-assessment', '--depth', 'screening'], { cwd: folder });
    expect(out).toBe('impact-assessment-screening.md\n');
    expect(err).toContain('A full assessment is needed: the risk class is "high"');
  });

  test('a reassessment lies beside the one before and names what has changed since', () => {
    const folder = example('2026-09-01');
    const card = join(folder, 'MODEL_CARD.md');
    writeFileSync(
      card,
      readFileSync(card, 'utf8').replace('EUR 50,000 for a credit', 'EUR 80,000 for a credit'),
    );
    const { code, out, err } = clausewright(['new', 'impact-assessment', '--depth', 'reassessment'], {
      cwd: folder,
    });
    expect([code, out]).toEqual([0, 'docs/impact-assessment-next.md\n']);
    expect(err).toContain('Since 2026-09-03: "Intended use" of ../MODEL_CARD.md has changed.');
    const text = readFileSync(join(folder, 'docs', 'impact-assessment-next.md'), 'utf8');
    expect(text).toContain(
      '### Intended uses\n\n**[TODO: look at this again]** "Intended use" of ../MODEL_CARD.md',
    );
    expect(text).not.toMatch(/## Data\n\n\*\*\[TODO/);
    const { out: found } = clausewright(['check', 'docs/impact-assessment-next.md'], { cwd: folder });
    expect(found).toContain('"[TODO: look at this again]" is a placeholder in "Intended uses"');
  });

  test.each([
    [['new', 'impact-assessment', '--depth', 'deep'], 'reassessment'],
    [['new', 'model-card', '--depth', 'full'], '--depth is for an impact-assessment'],
    [['new', 'impact-assessment', '--output', 'docs/impact-assessment.md'], 'is there already'],
  ])('%j is refused with a reason', (args, words) => {
    const { code, err } = clausewright(args, { cwd: join(ROOT, 'examples', 'credit-scoring') });
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
