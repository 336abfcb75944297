import type { CoverageData } from './coverage-data.ts';
import type { HistoryPoint } from './coverage-history.ts';

/** Coverage as JSON, format version 1; the schema is docs/schema/coverage.schema.json. */
export function coverageJson(data: CoverageData, history?: readonly HistoryPoint[]): string {
  return `${JSON.stringify(history === undefined ? data : { ...data, history }, undefined, 2)}\n`;
}
