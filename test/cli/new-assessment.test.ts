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

/** Commits everything in a folder, on a day where one is given. */
function commit(folder: string, day?: string): void {
  const date =
    day === undefined ? {} : { GIT_AUTHOR_DATE: `${day}T10:00:00Z`, GIT_COMMITTER_DATE: `${day}T10:00:00Z` };
  for (const args of [
    ['add', '-A'],
    ['commit', '-q', '-m', 'change'],
  ])
    execFileSync('git', ['-c', 'user.name=Jo', '-c', 'user.email=jo@example.org', ...args], {
      cwd: folder,
      env: { ...process.env, ...date, GIT_CONFIG_GLOBAL: '/dev/null' },
      stdio: 'ignore',
    });
}

describe('what has changed since the assessed commit', () => {
  const CARD = `---
license: mit
system: scoring
version: 1.0.0
base_model: acme/small-v1
datasets: [loans-2025]
---
# Scoring model

## Intended use

Ranking loan applications for manual review.
`;
  const MAPPING =
    'clausewright: control-mapping/1\nsystem: { id: scoring, name: Scoring, owner: jane@example.org, stage: design }\ncontrols: []\n';
  const assessment = (front = 'assessed: 2026-09-01'): string =>
    `---\nclausewright: impact-assessment/1\nsystem: scoring\nstatus: draft\n${front}\n---\n# Impact assessment\n\n## Scope\n\nAll of it.\n`;
  const NOW = CARD.replace('1.0.0', '1.1.0')
    .replace('small-v1', 'small-v2')
    .replace('[loans-2025]', '[loans-2026]')
    .replace('manual review', 'automatic refusal');

  function started(): string {
    const folder = folderWith({
      'MODEL_CARD.md': CARD,
      'controls.yaml': MAPPING,
      'impact-assessment.md': assessment(),
    });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    commit(folder, '2026-09-01');
    return folder;
  }

  function checkFired(folder: string): string[] {
    const { out } = clausewright(['check', '--format', 'json'], { cwd: folder });
    const { findings } = JSON.parse(out) as { findings: { rule: string; message: string }[] };
    return findings.filter(each => each.rule === 'assessment/trigger-fired').map(each => each.message);
  }

  test('is named, though the assessment recorded nothing', () => {
    const folder = started();
    expect(checkFired(folder)).toEqual([]);
    writeFileSync(join(folder, 'MODEL_CARD.md'), NOW);
    writeFileSync(join(folder, 'controls.yaml'), MAPPING.replace('design', 'operation'));
    const before = checkFired(folder);
    expect(before.length).toBe(1);
    for (const words of [
      'Since this assessment (2026-09-01):',
      'the version in MODEL_CARD.md was 1.0.0 and is 1.1.0',
      'the base model in MODEL_CARD.md was acme/small-v1 and is acme/small-v2',
      'the list of datasets in MODEL_CARD.md was loans-2025 and is loans-2026',
      '"Intended use" of MODEL_CARD.md has changed',
      'the stage of the system in controls.yaml was design and is operation',
    ])
      expect(before[0]).toContain(words);
    commit(folder, '2026-09-20');
    expect(checkFired(folder)).toEqual(before);
  });

  test('an assessment that is not committed yet covers what is there', () => {
    const folder = started();
    writeFileSync(join(folder, 'MODEL_CARD.md'), NOW);
    writeFileSync(join(folder, 'impact-assessment.md'), assessment('assessed: 2026-09-20'));
    expect(checkFired(folder)).toEqual([]);
    commit(folder, '2026-09-21');
    expect(checkFired(folder)).toEqual([]);
  });

  test('a commit that is named counts, and a value that is recorded is compared with what is recorded', () => {
    const folder = started();
    const id = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
    writeFileSync(join(folder, 'MODEL_CARD.md'), NOW);
    commit(folder, '2026-09-20');
    writeFileSync(
      join(folder, 'impact-assessment.md'),
      assessment(
        `assessed: 2026-09-20\ncommit: ${id}\nversion: 1.1.0\nbase_model: acme/small-v2\ndatasets: [loans-2026]`,
      ),
    );
    const [found, ...others] = checkFired(folder);
    expect(others).toEqual([]);
    expect(found).toContain(`Since this assessment (${id}): "Intended use" of MODEL_CARD.md has changed.`);
  });
});

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
