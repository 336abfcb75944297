/** What a machine-readable test result says. */
export interface TestResult {
  readonly format: 'junit' | 'sarif' | 'metrics' | 'eval-results' | 'model-index';
  /** Checks that passed, and that failed. */
  readonly passed: number;
  readonly failed: number;
  /** Measured values that nothing says are good or bad. */
  readonly measured: number;
  /** When the tests ran, as an ISO date or time; undefined where the result does not say. */
  readonly when: string | undefined;
  /** The first failures by name. */
  readonly failures: readonly string[];
  /** Measured values by name, for comparison with what documents say. */
  readonly values: Readonly<Record<string, number>>;
  /** Why the result could not be read; everything else is then empty. */
  readonly fault: string | undefined;
}

/** Failures beyond these are counted, not named. */
const MOST_NAMED = 10;

/** A result from its parts; whatever is not given is empty. */
export function testResult(
  format: TestResult['format'],
  parts: Partial<Omit<TestResult, 'format'>>,
): TestResult {
  const { passed = 0, failed = 0, measured = 0, failures = [], values = {} } = parts;
  return {
    format,
    passed,
    failed,
    measured,
    when: parts.when,
    failures: failures.slice(0, MOST_NAMED),
    values,
    fault: parts.fault,
  };
}

/** Whether a result shows something good: nothing failed, and something passed or was measured. */
export function passes(result: TestResult): boolean {
  return result.fault === undefined && result.failed === 0 && result.passed + result.measured > 0;
}

/** The later of two ISO times; undefined when neither is known. */
export function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? b : a;
}

/** Whether a value is plain data with keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of a list that are records; none where there is no list. */
export function recordsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
