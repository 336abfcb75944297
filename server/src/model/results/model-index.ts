import { isRecord, recordsIn, type TestResult, testResult } from './result.ts';

/** Reads the `model-index` of a card's front matter as plain data: measured values, nothing judged. */
export function readModelIndex(index: unknown): TestResult | undefined {
  if (!Array.isArray(index)) return undefined;
  const values: [string, number][] = [];
  for (const model of index.filter(isRecord)) {
    for (const result of recordsIn(model['results'])) {
      const dataset = isRecord(result['dataset'])
        ? String(result['dataset']['name'] ?? result['dataset']['type'] ?? '')
        : '';
      for (const metric of recordsIn(result['metrics'])) {
        const name = String(metric['name'] ?? metric['type'] ?? '');
        const value = typeof metric['value'] === 'number' ? metric['value'] : Number.NaN;
        if (name !== '' && !Number.isNaN(value))
          values.push([dataset === '' ? name : `${name} on ${dataset}`, value]);
      }
    }
  }
  return values.length === 0
    ? undefined
    : testResult('model-index', { measured: values.length, values: Object.fromEntries(values) });
}
