import { isRecord, later, recordsIn, type TestResult, testResult } from './result.ts';

/** Reads a SARIF log that was parsed as JSON: errors and warnings that nobody suppressed count as failures. */
export function readSarif(log: unknown): TestResult {
  if (!isRecord(log) || !Array.isArray(log['runs']))
    return testResult('sarif', { fault: 'it has no "runs"' });
  let passed = 0;
  let when: string | undefined;
  const failures: string[] = [];
  for (const run of log['runs'].filter(isRecord)) {
    const before = failures.length;
    for (const result of recordsIn(run['results'])) {
      if (result['kind'] === 'pass') passed += 1;
      else if (isFailure(result)) failures.push(String(result['ruleId'] ?? 'unnamed rule'));
    }
    for (const invocation of recordsIn(run['invocations'])) {
      const end = invocation['endTimeUtc'];
      when = later(when, typeof end === 'string' ? end : undefined);
      if (invocation['executionSuccessful'] === false) failures.push('the tool did not finish');
    }
    if (failures.length === before) passed += 1;
  }
  return testResult('sarif', { passed, failed: failures.length, failures, when });
}

function isFailure(result: Readonly<Record<string, unknown>>): boolean {
  const kind = result['kind'] ?? 'fail';
  const level = result['level'] ?? 'warning';
  const gone = result['baselineState'] === 'absent';
  const suppressed = recordsIn(result['suppressions']).some(
    each => (each['status'] ?? 'accepted') === 'accepted',
  );
  return kind === 'fail' && (level === 'error' || level === 'warning') && !gone && !suppressed;
}
