import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CoverageData } from '../../../server/src/report/coverage-data.ts';
import { coverageJson } from '../../../server/src/report/coverage-json.ts';
import { jsonReport } from '../../../server/src/report/json.ts';
import { merged } from '../../../server/src/report/merge/merge.ts';
import { named, type Result, readResult } from '../../../server/src/report/merge/result.ts';
import type { CheckReport, ReportedFinding } from '../../../server/src/report/reported.ts';
import { checkProperty } from '../../support/cases.ts';

const position = fc.record({ line: fc.nat(9), character: fc.nat(9) });
const finding: fc.Arbitrary<ReportedFinding> = fc.record({
  path: fc.constantFrom('a.yaml', 'b/c.md'),
  range: fc.record({ start: position, end: position }),
  message: fc.constantFrom('One.', 'Two.', '"quoted" <b>'),
  rule: fc.constantFrom('mapping/x', 'card/y'),
  severity: fc.constantFrom('error' as const, 'warning' as const),
  controls: fc.subarray(['iso-42001:A.9.2', 'iso-42001:A.10.2']),
  related: fc.constant([]),
  fixes: fc.constant([]),
  line: fc.constant(''),
  fingerprint: fc.constantFrom('0123456789abcdef', 'fedcba9876543210'),
});
const check: fc.Arbitrary<CheckReport> = fc.record({
  findings: fc.array(finding, { maxLength: 4 }),
  suppressed: fc.constant([]),
  paths: fc.constant([]),
  documents: fc.dictionary(fc.constantFrom('model-card', 'control-mapping'), fc.nat(5)),
});
const coverage: fc.Arbitrary<CoverageData> = fc
  .array(
    fc.record({
      id: fc.constantFrom('iso-42001:A.9.2', 'iso-42001:A.10.2', 'nist-ai-rmf:MAP 1.1'),
      title: fc.constantFrom('T', 'U'),
      system: fc.option(fc.constantFrom('s', 't')),
      applicable: fc.boolean(),
      justification: fc.constant(null),
      scopeReason: fc.constant(null),
      status: fc.constant(null),
      owner: fc.constant(null),
      strength: fc.constantFrom('missing' as const, 'tested' as const),
      needed: fc.constant('documented' as const),
      organizational: fc.boolean(),
      supportedThrough: fc.constant([]),
      evidence: fc.constant([]),
      entry: fc.constant(null),
    }),
    { maxLength: 4 },
  )
  .map(controls => ({ version: 1 as const, controls, clauses: [], frameworks: [] }));
const result: fc.Arbitrary<Result> = fc.record({
  check: fc.option(check, { nil: undefined }),
  coverage: fc.option(coverage, { nil: undefined }),
});

describe('merging', () => {
  test('gives the same for any order of the results', () => {
    checkProperty(
      fc.property(fc.array(result, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (results, numbers) => {
        const lots = new Map(results.map(each => [each, numbers.next().value ?? 0]));
        const shuffled = results.toSorted((a, b) => (lots.get(a) ?? 0) - (lots.get(b) ?? 0));
        expect(JSON.stringify(merged(shuffled))).toBe(JSON.stringify(merged(results)));
      }),
    );
  });

  test('in steps gives the same as at once', () => {
    checkProperty(
      fc.property(fc.array(result, { maxLength: 6 }), fc.nat(6), (results, cut) => {
        const steps = merged([merged(results.slice(0, cut)), merged(results.slice(cut))]);
        const { check: found, coverage: covered } = merged(results);
        expect(JSON.stringify([steps.check, steps.coverage])).toBe(JSON.stringify([found, covered]));
      }),
    );
  });

  test('counts what stands in two shards once, and nothing of two repositories', () => {
    checkProperty(
      fc.property(check, report => {
        const one: Result = { check: report, coverage: undefined };
        const count = new Set(report.findings.map(each => JSON.stringify(each))).size;
        expect(merged([one, one]).check?.findings).toHaveLength(count);
        expect(merged([named(one, 'a'), named(one, 'b')]).check?.findings).toHaveLength(2 * count);
      }),
    );
  });

  test('orders ids by their numbers', () => {
    checkProperty(
      fc.property(coverage, data => {
        const ids = merged([{ check: undefined, coverage: data }]).coverage?.controls.filter(
          each => each.system === 's',
        );
        const order = ['iso-42001:A.9.2', 'iso-42001:A.10.2', 'nist-ai-rmf:MAP 1.1'];
        const places = (ids ?? []).map(each => order.indexOf(each.id));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('reading results', () => {
  test('gives back what check and coverage wrote', () => {
    checkProperty(
      fc.property(check, coverage, (report, data) => {
        const { findings, documents } = readResult([...jsonReport(report)].join('')).check ?? {};
        expect({ findings, documents }).toEqual({
          findings: report.findings,
          documents: { ...report.documents },
        });
        expect(readResult(coverageJson(data)).coverage).toEqual(data);
      }),
    );
  });

  test.each([
    ['{', 'no JSON'],
    ['[]', 'no object'],
    ['{}', 'no JSON of "check"'],
    ['{"version":2}', 'version 2'],
    ['{"version":1}', 'neither findings nor controls'],
    ['{"version":1,"findings":{},"summary":{"documents":{}}}', '"findings" is no list'],
    ['{"version":1,"controls":[{"id":"x"}]}', '"x" has no framework'],
  ])('refuses %s', (text, says) => {
    expect(() => readResult(text)).toThrow(says);
  });

  test('never fails but with a reason', () => {
    checkProperty(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        try {
          readResult(
            JSON.stringify({ version: 1, findings: [a], controls: [b], summary: { documents: {} } }),
          );
        } catch (error) {
          expect(error).toHaveProperty('name', 'ResultError');
        }
      }),
    );
  });
});
