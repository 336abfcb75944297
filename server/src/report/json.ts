import type { CheckReport, ReportedFinding, SuppressedFinding } from './reported.ts';
import { summaryOf } from './summary.ts';

/**
 * A check as JSON, format version 1: places are 0-based lines and UTF-16 characters. It comes in pieces, as that of
 * a large organisation is longer than memory should hold at once.
 */
export function* jsonReport(report: CheckReport): Iterable<string> {
  yield '{\n  "version": 1,\n  "findings": [';
  for (const [index, finding] of report.findings.entries())
    yield `${index === 0 ? '' : ','}\n${indented(finding)}`;
  yield `${report.findings.length === 0 ? '' : '\n  '}],\n  "suppressed": [`;
  for (const [index, finding] of report.suppressed.entries())
    yield `${index === 0 ? '' : ','}\n${indented(finding, finding.suppression)}`;
  yield `${report.suppressed.length === 0 ? '' : '\n  '}],\n`;
  if (report.outdated !== undefined)
    yield `  "outdated": ${JSON.stringify(report.outdated, undefined, 2).replaceAll('\n', '\n  ')},\n`;
  yield '  "summary": ';
  yield `${JSON.stringify(summaryOf(report), undefined, 2).replaceAll('\n', '\n  ')}\n}\n`;
}

function indented(finding: ReportedFinding, suppression?: SuppressedFinding['suppression']): string {
  const { rule, severity, message, path, range, controls, related, fingerprint } = finding;
  const fixes = finding.fixes.map(({ title, kind }) => ({ title, kind }));
  const shown = { rule, severity, message, path, range, controls, related, fixes, fingerprint, suppression };
  return `    ${JSON.stringify(shown, undefined, 2).replaceAll('\n', '\n    ')}`;
}
