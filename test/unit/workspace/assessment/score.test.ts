import { describe, expect, test } from 'vitest';
import { criteriaOf } from '../../../../server/src/workspace/assessment/criteria.ts';
import {
  matrixMarkdown,
  ratedRisks,
  riskMatrix,
} from '../../../../server/src/workspace/assessment/matrix.ts';
import { matrixSvg, svgAddress } from '../../../../server/src/workspace/assessment/matrix-svg.ts';
import { levelOf, ratingOf } from '../../../../server/src/workspace/assessment/score.ts';
import { assessmentIn } from '../../../support/assessments.ts';
import { parseFixture, sessionOf } from '../../../support/fixture.ts';

const CRITERIA = criteriaOf(undefined);

describe('ratings', () => {
  test.each([
    ['3', 3],
    ['Likely', 4],
    ['**high**', 4],
    ['4 (likely)', 4],
    ['4/5', 4],
    ['possible (3)', 3],
    ['almost certain', 5],
    ['0', 'outside'],
    ['6', 'outside'],
    ['-1', 'outside'],
    ['likely (9)', 'outside'],
    ['12%', undefined],
    ['2.5', undefined],
    ['seldom', undefined],
    ['', undefined],
  ])('%s is %s', (written, rating) => {
    expect(ratingOf(written, CRITERIA.likelihood)).toBe(rating);
  });

  test('levels begin at their scores', () => {
    expect([1, 4, 5, 9, 10, 15, 16, 25].map(score => levelOf(score, CRITERIA))).toEqual([
      'low',
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'very high',
      'very high',
    ]);
  });
});

describe('criteria of clausewright.yaml', () => {
  test('are read, and what is left open follows the size of the scales', () => {
    const { files } = parseFixture(
      `//- clausewright.yaml
assessment:
  likelihood: [seldom, often, always]
  severity: [small, great, grave]
  acceptors: { high: [a@example.org], very high: b@example.org }
//- a.md
# A
`,
      'a.md',
    );
    const { risk } = sessionOf(files).scopeOf('a.md');
    expect(risk.threshold).toBe(3);
    expect(risk.levels.map(each => each.from)).toEqual([1, 2, 4, 6]);
    expect(risk.acceptors.get('very high')).toEqual(['b@example.org']);
    expect(ratingOf('often', risk.likelihood)).toBe(2);
    expect(ratingOf('likely', risk.likelihood)).toBeUndefined();
  });
});

describe('the matrix', () => {
  const assessment = assessmentIn(
    `# A

## Harms

| ID | Harm | Likelihood | Severity | Residual likelihood |
|---|---|---|---|---|
| H1 | a | 4 | 4 | 2 |
| <H&2> | b | rare | minor | |
| H3 | c | perhaps | minor | |
`,
    'markdown',
  );
  const risks = ratedRisks(assessment, CRITERIA);

  test('holds each rated risk, before and after measures', () => {
    const filled = riskMatrix(risks, CRITERIA)
      .flat()
      .filter(cell => cell.labels.length > 0)
      .map(({ likelihood, severity, labels }) => [likelihood, severity, ...labels]);
    expect(filled).toEqual([
      [4, 4, '(H1)'],
      [2, 4, 'H1'],
      [1, 2, '<H&2>'],
    ]);
  });

  test('as text has a row for each likelihood', () => {
    const lines = matrixMarkdown(risks, CRITERIA, text => text).split('\n');
    expect(lines).toHaveLength(7);
    expect(lines[3]).toBe('| 4 likely | 4 | 8 | 12 | **16**: (H1) | 20 |');
  });

  test('as picture escapes what users wrote', () => {
    const svg = matrixSvg(risks, CRITERIA);
    expect(svg).toContain('&lt;H&amp;2&gt;');
    expect(svg.match(/<rect/g)).toHaveLength(26);
    expect(svgAddress(svg)).toMatch(/^data:image\/svg\+xml;utf8,[^\s()'"<>]+$/);
  });
});
