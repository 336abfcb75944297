import { hexSha256 } from '../../text/hashes.ts';
import type { ControlData, CoverageData } from '../coverage-data.ts';
import type { CheckReport, ReportedFinding } from '../reported.ts';
import { readCheck } from './read-check.ts';
import { readCoverage } from './read-coverage.ts';
import { type JsonObject, objectAt, ResultError } from './value.ts';

/** What one JSON result holds: a check, coverage, or both as a merged one does. */
export interface Result {
  readonly check: CheckReport | undefined;
  readonly coverage: CoverageData | undefined;
}

/**
 * Reads a JSON result of `check`, of `coverage` or of `merge`.
 * @throws ResultError saying what is not as it should be.
 */
export function readResult(text: string): Result {
  const data = objectAt(parsed(text), 'it');
  const { version } = data;
  if (version !== 1)
    throw new ResultError(
      typeof version === 'number'
        ? `it has format version ${version}, and this program reads version 1`
        : 'it is no JSON of "check" or "coverage"',
    );
  const check = data['findings'] === undefined ? undefined : readCheck(data);
  const coverage = coverageIn(data);
  if (check === undefined && coverage === undefined)
    throw new ResultError('it has neither findings nor controls: it is no JSON of "check" or "coverage"');
  return { check, coverage };
}

function coverageIn(data: JsonObject): CoverageData | undefined {
  if (data['controls'] !== undefined) return readCoverage(data);
  return data['coverage'] === undefined ? undefined : readCoverage(objectAt(data['coverage'], '"coverage"'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ResultError('it is no JSON');
  }
}

/**
 * A result as that of the repository of this name among others: its paths lie below the name, its systems bear it, and
 * its findings are known again apart from those of other repositories.
 */
export function named({ check, coverage }: Result, name: string): Result {
  return {
    check:
      check === undefined
        ? undefined
        : {
            ...check,
            findings: check.findings.map(each => namedFinding(each, name)),
            suppressed: check.suppressed.map(each => namedFinding(each, name)),
          },
    coverage:
      coverage === undefined
        ? undefined
        : {
            version: 1,
            controls: coverage.controls.map(each => namedControl(each, name)),
            clauses: coverage.clauses.map(each => namedControl(each, name)),
            frameworks: coverage.frameworks.map(each => ({ ...each, system: systemIn(name, each.system) })),
          },
  };
}

function namedFinding<T extends ReportedFinding>(finding: T, name: string): T {
  const { fingerprint } = finding;
  return {
    ...finding,
    path: `${name}/${finding.path}`,
    related: finding.related.map(each => ({ ...each, path: `${name}/${each.path}` })),
    fingerprint: hexSha256(JSON.stringify([name, fingerprint])).slice(0, Math.max(16, fingerprint.length)),
  };
}

function namedControl(control: ControlData, name: string): ControlData {
  const { entry } = control;
  return {
    ...control,
    system: systemIn(name, control.system),
    entry: entry === null ? null : { ...entry, path: `${name}/${entry.path}` },
    evidence: control.evidence.map(each =>
      each.path === null ? each : { ...each, path: `${name}/${each.path}` },
    ),
  };
}

function systemIn(name: string, system: string | null): string {
  return system === null ? name : `${name}/${system}`;
}
