import { isRecord, type TestResult, testResult } from './result.ts';

/** One value with what it is held against. */
interface Metric {
  readonly name: string;
  readonly value: number;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/**
 * Reads a file of metrics that was parsed as JSON or YAML: `{ "auc": 0.81 }`, `{ "auc": { "value": 0.81, "min": 0.8 } }`
 * or `{ "metrics": [{ "name": "auc", "value": 0.81, "min": 0.8 }] }`. A metric with `min`, `max` or `threshold`
 * passes or fails; one without is only measured.
 */
export function readMetrics(data: unknown, format: 'metrics' | 'eval-results' = 'metrics'): TestResult {
  const metrics = metricsOf(isRecord(data) && data['metrics'] !== undefined ? data['metrics'] : data);
  if (metrics.length === 0) return testResult(format, { fault: 'it holds no metric with a number' });
  const judged = metrics.filter(each => each.min !== undefined || each.max !== undefined);
  const failures = judged.filter(each => !holds(each)).map(asFailure);
  return testResult(format, {
    passed: judged.length - failures.length,
    failed: failures.length,
    measured: metrics.length - judged.length,
    failures,
    when: timeOf(data),
    values: Object.fromEntries(metrics.map(each => [each.name, each.value])),
  });
}

function metricsOf(data: unknown): Metric[] {
  if (Array.isArray(data)) {
    return data.filter(isRecord).flatMap(each => {
      const name =
        each['name'] ??
        each['metric'] ??
        each['type'] ??
        (isRecord(each['dataset']) ? each['dataset']['id'] : undefined);
      return typeof name === 'string' ? metric(name, each) : [];
    });
  }
  return isRecord(data) ? Object.entries(data).flatMap(([name, value]) => metric(name, value)) : [];
}

function metric(name: string, given: unknown): Metric[] {
  if (typeof given === 'number') return [{ name, value: given, min: undefined, max: undefined }];
  if (!isRecord(given) || typeof given['value'] !== 'number') return [];
  return [
    {
      name,
      value: given['value'],
      min: number(given['min'] ?? given['threshold']),
      max: number(given['max']),
    },
  ];
}

function holds({ value, min, max }: Metric): boolean {
  return (min === undefined || value >= min) && (max === undefined || value <= max);
}

function asFailure({ name, value, min, max }: Metric): string {
  return min !== undefined && value < min
    ? `${name} is ${value}, below ${min}`
    : `${name} is ${value}, above ${max}`;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function timeOf(data: unknown): string | undefined {
  if (!isRecord(data)) return undefined;
  const stamp = data['generated'] ?? data['timestamp'] ?? data['date'] ?? data['created'];
  return typeof stamp === 'string' && /^\d{4}-\d{2}-\d{2}/.test(stamp) ? stamp : undefined;
}
