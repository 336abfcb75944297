import { reaches } from '../../model/severity.ts';
import type { CheckReport, ReportedFinding, SuppressedFinding } from '../reported.ts';
import type { FormatContext } from './format.ts';
import { sarifResult } from './sarif-result.ts';
import { sarifRule } from './sarif-rule.ts';

/** Results that GitHub takes in one run; of these it shows the 5,000 most severe. */
export const MOST_RESULTS = 25_000;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A check as a SARIF 2.1.0 log with one run. Paths are relative to `%SRCROOT%`, the root of the repository. */
export function* sarifReport(report: CheckReport, { rules, page, version }: FormatContext): Iterable<string> {
  const all: readonly (ReportedFinding | SuppressedFinding)[] = [...report.findings, ...report.suppressed];
  const kept = mostSevere(all);
  const described = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexes = new Map(described.map((rule, index) => [rule.id, index]));
  const driver = {
    name: 'Clausewright',
    informationUri: 'https://github.com/clausewright/clausewright',
    semanticVersion: version,
    rules: described.map(rule => sarifRule(rule, page(rule.id))),
  };
  const head = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    invocations: [
      { executionSuccessful: true, toolExecutionNotifications: leftOut(all.length - kept.length) },
    ],
  };
  yield `{\n  "$schema": ${JSON.stringify(SCHEMA)},\n  "version": "2.1.0",\n  "runs": [\n`;
  yield `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "results": [`;
  for (const [index, finding] of kept.entries())
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(sarifResult(finding, indexes.get(finding.rule)))}`;
  yield `${kept.length === 0 ? '' : '\n'}]\n}\n]\n}\n`;
}

/** As many findings as a run may have, the most severe of them, in the order of the report. */
function mostSevere<T extends ReportedFinding>(findings: readonly T[]): readonly T[] {
  if (findings.length <= MOST_RESULTS) return findings;
  const ranked = findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => rank(a.finding) - rank(b.finding) || a.index - b.index)
    .slice(0, MOST_RESULTS);
  return ranked.sort((a, b) => a.index - b.index).map(each => each.finding);
}

function rank({ severity }: ReportedFinding): number {
  return reaches(severity, 'error') ? 0 : reaches(severity, 'warning') ? 1 : 2;
}

function leftOut(count: number): readonly object[] {
  if (count === 0) return [];
  const text = `${count} of the less severe findings are left out: a run holds ${MOST_RESULTS}.`;
  return [{ level: 'warning', message: { text } }];
}
