import { describe, expect, test } from 'vitest';
import type { ControlCoverage } from '../../../../server/src/workspace/evidence/control-coverage.ts';
import { type Coverage, coverageOf } from '../../../../server/src/workspace/evidence/coverage.ts';
import { parseFixture, sessionOf } from '../../../support/fixture.ts';

const TEXT =
  '//- risk.md\n# Risks\n\nEach risk is assessed by likelihood and consequence, and the results are kept.\n';

/** The coverage of a mapping with these keys and entries. */
function covered(keys: string, entries: string): Coverage {
  const mapping = `//- controls.yaml\nclausewright: control-mapping/1\nsystem: { id: scoring, owner: jane@example.org, role: provider, riskClass: high }\n${keys}controls:\n${entries}`;
  return coverageOf(sessionOf(parseFixture(mapping + TEXT, 'controls.yaml').files));
}

function rowOf({ controls, clauses }: Coverage, id: string): ControlCoverage {
  const row = [...controls, ...clauses].find(each => each.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

const BOTH = 'framework: iso-42001\nframeworks: [eu-ai-act]\n';
const DONE = 'status: implemented, evidence: [risk.md]';

describe('evidence seen under another framework', () => {
  test('supports what it is paired with, and is no evidence for it', () => {
    const row = rowOf(covered(BOTH, `  A.7.3: { ${DONE} }\n`), 'eu-ai-act:Art. 10');
    expect(row).toMatchObject({ strength: 'missing', evidence: [], supportedThrough: ['iso-42001:A.7.3'] });
  });

  test('pairs of the letters of a point count for the point, once', () => {
    const coverage = covered(BOTH, `  A.7.2: { ${DONE} }\n  A.6.2.3: { ${DONE} }\n`);
    const { supportedThrough } = rowOf(coverage, 'eu-ai-act:Annex IV.2');
    expect([...supportedThrough].sort()).toEqual(['iso-42001:A.6.2.3', 'iso-42001:A.7.2']);
    expect(rowOf(coverage, 'eu-ai-act:Annex IV.8').supportedThrough).toEqual([]);
    const act = coverage.frameworks.find(each => each.id === 'eu-ai-act');
    const supported = coverage.controls.filter(
      each => each.id.startsWith('eu-ai-act:') && each.supportedThrough.length > 0,
    );
    expect(act?.supported).toBe(supported.length);
  });

  test('and the other way round: a point supports what its letters are paired with, by its own id', () => {
    for (const id of ['Annex IV.2', 'Annex IV.2(d)']) {
      const coverage = covered(BOTH, `  eu-ai-act:${id}: { ${DONE} }\n`);
      expect(rowOf(coverage, 'iso-42001:A.7.2').supportedThrough).toContain('eu-ai-act:Annex IV.2');
    }
  });

  test('what is not good enough supports nothing', () => {
    const coverage = covered(BOTH, '  A.7.3: { status: implemented, evidence: [RISK-42] }\n');
    expect(rowOf(coverage, 'eu-ai-act:Art. 10').supportedThrough).toEqual([]);
  });

  test('a control with evidence of its own is not said to lean on others', () => {
    const coverage = covered(BOTH, `  A.7.3: { ${DONE} }\n  eu-ai-act:Art. 10: { ${DONE} }\n`);
    expect(rowOf(coverage, 'eu-ai-act:Art. 10')).toMatchObject({
      strength: 'documented',
      supportedThrough: [],
    });
  });
});

describe('parts', () => {
  test('evidence for a letter is evidence towards its point, and counted once', () => {
    const coverage = covered(
      BOTH,
      `  eu-ai-act:Annex IV.2(d): { ${DONE} }\n  A.7.2: { ${DONE}, satisfies: ["eu-ai-act:Annex IV.1(a)", "eu-ai-act:Annex IV.1(b)"] }\n`,
    );
    expect(rowOf(coverage, 'eu-ai-act:Annex IV.2').strength).toBe('documented');
    expect(rowOf(coverage, 'eu-ai-act:Annex IV.1').evidence).toHaveLength(1);
    expect(rowOf(coverage, 'eu-ai-act:Annex IV.3').strength).toBe('missing');
  });

  test('a range in "satisfies" serves each control of it', () => {
    const coverage = covered(
      'framework: iso-42001\n',
      `  A.5.2: { ${DONE}, satisfies: ["nist-ai-rmf:GOVERN 1.1–1.3"] }\n`,
    );
    const served = coverage.controls.filter(
      each => each.id.startsWith('nist-ai-rmf:') && each.strength === 'documented',
    );
    expect(served.map(each => each.id.slice(12))).toEqual(['GOVERN 1.1', 'GOVERN 1.2', 'GOVERN 1.3']);
  });
});

describe('clauses of the management system', () => {
  test('are graded as controls are, and counted apart', () => {
    const coverage = covered(
      'framework: iso-42001\n',
      `  "6.1.2": { ${DONE} }\n  Clause 5.2: { status: implemented }\n  A.2.2: { ${DONE} }\n`,
    );
    const [framework] = coverage.frameworks;
    expect(framework).toMatchObject({ total: 38, strengths: { documented: 1 }, met: 1 });
    expect(framework?.clauses).toMatchObject({
      total: 17,
      answered: 2,
      met: 1,
      strengths: { documented: 1, missing: 16 },
    });
    expect(rowOf(coverage, 'iso-42001:6.1.2').strength).toBe('documented');
    expect(rowOf(coverage, 'iso-42001:5.2').strength).toBe('missing');
    expect(coverage.controls.some(each => each.id === 'iso-42001:6.1.2')).toBe(false);
  });

  test('a framework without such clauses has no such part', () => {
    const coverage = covered('framework: nist-ai-rmf\n', '  GOVERN 1.1: { status: planned }\n');
    expect([coverage.frameworks[0]?.clauses, coverage.clauses]).toEqual([undefined, []]);
  });
});
