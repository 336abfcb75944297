import { describe, expect, test } from 'vitest';
import { readResult } from '../../../../server/src/model/results/read.ts';

function checkResult(path: string, text: string, expected: object): void {
  expect(readResult(path, text)).toMatchObject(expected);
}

describe('JUnit XML', () => {
  test('counts cases of nested suites, and skipped ones not at all', () => {
    checkResult(
      'reports/fairness.junit.xml',
      `<?xml version="1.0"?>
<testsuites timestamp="2026-09-01T08:00:00">
  <testsuite name="a" timestamp="2026-09-02T08:00:00"><testcase classname="bias" name="age"/><testcase name="sex"><skipped/></testcase></testsuite>
  <testsuite name="b"><testcase name="region"><failure message="0.3 &gt; 0.2"/></testcase></testsuite>
</testsuites>`,
      { passed: 1, failed: 1, failures: ['region'], when: '2026-09-02T08:00:00' },
    );
  });

  test('expands no entity of its own and reads no other file', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
<testsuite><testcase name="&b;&f;"/></testsuite>`;
    const result = readResult('junit.xml', bomb);
    expect(JSON.stringify(result)).not.toMatch(/aaaa|root:/);
  });

  test.each([
    ['<testsuite><testcase', /not well-formed/],
    ['<html/>', /no <testsuite>/],
    ['', /not well-formed|no <testsuite>/],
  ])('says what is wrong with %s', (text, fault) => {
    expect(readResult('junit.xml', text)?.fault).toMatch(fault);
  });
});

describe('SARIF', () => {
  test('counts errors and warnings that nobody suppressed', () => {
    const log = {
      runs: [
        {
          invocations: [{ executionSuccessful: true, endTimeUtc: '2026-10-01T00:00:00Z' }],
          results: [
            { ruleId: 'note', level: 'note' },
            { ruleId: 'quiet', suppressions: [{ kind: 'inSource' }] },
            { ruleId: 'gone', level: 'error', baselineState: 'absent' },
            { ruleId: 'leak', level: 'error' },
            { ruleId: 'default-level' },
          ],
        },
      ],
    };
    checkResult('scan.sarif', JSON.stringify(log), {
      failed: 2,
      failures: ['leak', 'default-level'],
      when: '2026-10-01T00:00:00Z',
    });
  });

  test('a run without findings passes', () => {
    checkResult('scan.sarif', '{"runs":[{"results":[]}]}', { passed: 1, failed: 0 });
  });
});

describe('metrics', () => {
  test('holds values against their bounds', () => {
    checkResult(
      'reports/metrics.json',
      '{"auc":{"value":0.79,"min":0.8},"ece":{"value":0.02,"max":0.05},"rows":812}',
      {
        passed: 1,
        failed: 1,
        measured: 1,
        failures: ['auc is 0.79, below 0.8'],
        values: { auc: 0.79, ece: 0.02, rows: 812 },
      },
    );
  });

  test('reads a list of metrics with a time', () => {
    checkResult(
      'eval_results.json',
      '{"generated":"2026-08-01","metrics":[{"name":"f1","value":0.9,"threshold":0.85}]}',
      {
        format: 'eval-results',
        passed: 1,
        when: '2026-08-01',
      },
    );
  });

  test('other JSON is no result', () => {
    expect(readResult('package.json', '{"name":"x"}')).toBeUndefined();
  });

  test('broken JSON is a result that cannot be read', () => {
    checkResult('reports/metrics.json', '{"auc":', { fault: 'it is not valid JSON' });
  });
});
