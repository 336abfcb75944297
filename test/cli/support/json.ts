import type { Severity } from '../../../server/src/model/severity.ts';
import type { Range } from '../../../server/src/report/reported.ts';
import { faultsBy } from '../../support/own-schema.ts';
import type { Run } from './program.ts';

/** The JSON of `check`, as docs/command-line.md promises it. */
export interface CheckJson {
  readonly version: number;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    readonly path: string;
    readonly range: Range;
    readonly controls: readonly string[];
    readonly related: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
    readonly fixes: readonly { readonly title: string; readonly kind: string }[];
  }[];
  readonly summary: {
    readonly documents: Readonly<Record<string, number>>;
    readonly findings: Readonly<Record<Severity, number>>;
    readonly files: number;
    readonly suppressed: number;
  };
}

/** The report of a run with `--format json`; throws when it is not as docs/schema/check.schema.json says. */
export function reportOf(run: Run): CheckJson {
  const report: unknown = JSON.parse(run.out);
  const faults = faultsBy('check', report);
  if (faults.length > 0) throw new Error(`not as docs/schema says: ${JSON.stringify(faults.slice(0, 3))}`);
  return report as CheckJson;
}

/** Findings as `path:line:column rule`, counted from 1. */
export function placesOf(report: CheckJson): string[] {
  return report.findings.map(
    ({ path, range, rule }) => `${path}:${range.start.line + 1}:${range.start.character + 1} ${rule}`,
  );
}
