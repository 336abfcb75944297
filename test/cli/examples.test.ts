import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';
import { placesOf, reportOf } from './support/json.ts';
import { clausewright } from './support/program.ts';

const FINDINGS = [
  'MODEL_CARD.md:12:3 card/no-limitations',
  'MODEL_CARD.md:64:1 card/placeholder',
  'controls.yaml:14:1 mapping/missing-controls',
  'controls.yaml:20:9 evidence/outside-workspace',
  'controls.yaml:30:9 evidence/too-weak',
  'controls.yaml:95:22 evidence/missing-heading',
  'controls.yaml:100:15 evidence/missing-file',
  'controls.yaml:103:13 mapping/invalid-value',
  'controls.yaml:112:9 evidence/placeholder',
  'controls.yaml:114:9 mapping/unknown-control',
  'controls.yaml:156:9 mapping/missing-evidence',
  'controls.yaml:159:9 mapping/missing-owner',
  'controls.yaml:162:9 evidence/empty-section',
  'controls.yaml:183:9 mapping/missing-justification',
  'docs/impact-assessment.md:6:9 assessment/missing-approval',
  'docs/impact-assessment.md:15:3 assessment/missing-section',
  'docs/impact-assessment.md:42:52 reference/unknown-control',
  'docs/impact-assessment.md:84:43 assessment/placeholder',
];

describe('examples/credit-scoring', () => {
  test('has exactly the gaps that it is written to have', () => {
    const cwd = join(ROOT, 'examples', 'credit-scoring');
    expect(placesOf(reportOf(clausewright(['check', '--format', 'json'], { cwd })))).toEqual(FINDINGS);
  });

  test('has the same ones when it is checked from the repository', () => {
    const run = clausewright(['check', 'examples/credit-scoring', '--format', 'json']);
    expect(placesOf(reportOf(run))).toEqual(FINDINGS.map(each => `examples/credit-scoring/${each}`));
  });
});

describe('examples/complete', () => {
  test('has no finding of any severity', () => {
    const cwd = join(ROOT, 'examples', 'complete');
    const run = clausewright(['check', '--format', 'json', '--fail-on', 'information'], { cwd });
    expect(placesOf(reportOf(run))).toEqual([]);
    expect(run.code).toBe(0);
    expect(reportOf(run).summary).toEqual({
      documents: {
        config: 1,
        'control-mapping': 1,
        'dataset-card': 1,
        'impact-assessment': 1,
        'model-card': 1,
      },
      findings: { error: 0, warning: 0, information: 0, hint: 0 },
      files: 5,
      suppressed: 0,
    });
  });

  test('covers every control', () => {
    const cwd = join(ROOT, 'examples', 'complete');
    const { frameworks } = JSON.parse(clausewright(['coverage', '--format', 'json'], { cwd }).out) as {
      frameworks: readonly object[];
    };
    expect(frameworks).toMatchObject([
      {
        id: 'iso-42001',
        system: 'message-routing',
        total: 38,
        applicable: 36,
        met: 36,
        strengths: { missing: 0, asserted: 0, documented: 32, reviewed: 2, tested: 2 },
      },
    ]);
  });
});
