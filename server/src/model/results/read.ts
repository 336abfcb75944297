import { readJUnit } from './junit.ts';
import { readMetrics } from './metrics.ts';
import { isRecord, type TestResult, testResult } from './result.ts';
import { readSarif } from './sarif.ts';

/** Files that can hold a test result, by name. */
const RESULT_FILE = /\.(?:xml|sarif|json)$|(?:^|\/)\.eval_results\/[^/]+\.ya?ml$/i;

/** Whether a file can hold a test result; only then is it read as one. */
export function mayBeResult(path: string): boolean {
  return RESULT_FILE.test(path);
}

/** Reads a test result by name and content; undefined for a file that holds none. `yaml` is its parsed YAML. */
export function readResult(path: string, text: string, yaml?: unknown): TestResult | undefined {
  if (/\.ya?ml$/i.test(path)) return yaml === undefined ? undefined : readMetrics(yaml, 'eval-results');
  if (/\.xml$/i.test(path))
    return /<testsuites?[\s>/]/.test(text) || /junit|test/i.test(path) ? readJUnit(text) : undefined;
  const data = json(text);
  if (data === undefined)
    return testResult(/sarif/i.test(path) ? 'sarif' : 'metrics', { fault: 'it is not valid JSON' });
  if (/\.sarif(?:\.json)?$/i.test(path) || (isRecord(data) && Array.isArray(data['runs'])))
    return readSarif(data);
  const result = readMetrics(data, /eval_results|all_results/i.test(path) ? 'eval-results' : 'metrics');
  return result.fault === undefined || /metric|eval|result|fairness|test/i.test(path) ? result : undefined;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined; // told by the caller as a fault of the file
  }
}
