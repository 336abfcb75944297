import { reaches } from '../../model/severity.ts';
import { xmlAttribute } from '../../text/xml.ts';
import type { CheckReport, ReportedFinding, SuppressedFinding } from '../reported.ts';

/**
 * A check as JUnit XML: a suite for each document and a case for each finding. Errors and warnings are failures,
 * information is a case that passes with what is to be said, and what is suppressed counts as skipped.
 */
export function* junitReport(report: CheckReport): Iterable<string> {
  const byPath = new Map<string, string[]>(report.paths.map(path => [path, []]));
  const failures = new Map<string, number>();
  const skipped = new Map<string, number>();
  for (const finding of report.findings) {
    casesOf(byPath, finding.path).push(caseOf(finding));
    if (isFailure(finding)) failures.set(finding.path, (failures.get(finding.path) ?? 0) + 1);
  }
  for (const finding of report.suppressed) {
    casesOf(byPath, finding.path).push(skippedCase(finding));
    skipped.set(finding.path, (skipped.get(finding.path) ?? 0) + 1);
  }
  const all = [...byPath.values()].reduce((sum, cases) => sum + Math.max(1, cases.length), 0);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="clausewright" tests="${all}" failures="${sum(failures)}" errors="0" skipped="${sum(skipped)}" time="0">\n`;
  for (const [path, found] of byPath) {
    const cases = found.length > 0 ? found : [`    <testcase${named('no findings', path)} time="0"/>\n`];
    yield `  <testsuite name="${xmlAttribute(path)}" tests="${cases.length}" failures="${failures.get(path) ?? 0}" errors="0" skipped="${skipped.get(path) ?? 0}" time="0">\n`;
    yield* cases;
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function casesOf(byPath: Map<string, string[]>, path: string): string[] {
  const known = byPath.get(path);
  if (known !== undefined) return known;
  const made: string[] = [];
  byPath.set(path, made);
  return made;
}

function caseOf(finding: ReportedFinding): string {
  const { severity, message, rule, path } = finding;
  const where = `${path}:${finding.range.start.line + 1}:${finding.range.start.character + 1}`;
  const inside = isFailure(finding)
    ? `<failure message="${xmlAttribute(message)}" type="${severity}">${xmlAttribute(`${where} ${rule}\n${message}`)}</failure>`
    : `<system-out>${xmlAttribute(`${where} ${severity}: ${message}`)}</system-out>`;
  return `    <testcase${nameOf(finding)} time="0">${inside}</testcase>\n`;
}

function skippedCase(finding: SuppressedFinding): string {
  const { kind, reason } = finding.suppression;
  return `    <testcase${nameOf(finding)} time="0"><skipped message="${xmlAttribute(`suppressed by ${kind}: ${reason}`)}"/></testcase>\n`;
}

function nameOf({ rule, path, range }: ReportedFinding): string {
  return named(`${rule} at ${range.start.line + 1}:${range.start.character + 1}`, path);
}

function named(name: string, path: string): string {
  return ` name="${xmlAttribute(name)}" classname="${xmlAttribute(path)}" file="${xmlAttribute(path)}"`;
}

function isFailure({ severity }: ReportedFinding): boolean {
  return reaches(severity, 'warning');
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
