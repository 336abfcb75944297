import type { CheckReport, ReportedFinding } from './reported.ts';
import { summaryOf } from './summary.ts';

/**
 * A check as JSON, format version 1: places are 0-based lines and UTF-16 characters. It comes in pieces, as that of
 * a large organisation is longer than memory should hold at once.
 */
export function* jsonReport(report: CheckReport): Iterable<string> {
  yield '{\n  "version": 1,\n  "findings": [';
  for (const [index, finding] of report.findings.entries())
    yield `${index === 0 ? '' : ','}\n${indented(finding)}`;
  yield `${report.findings.length === 0 ? '' : '\n  '}],\n  "summary": `;
  yield `${JSON.stringify(summaryOf(report), undefined, 2).replaceAll('\n', '\n  ')}\n}\n`;
}

function indented(finding: ReportedFinding): string {
  const { rule, severity, message, path, range, controls, related, fixes } = finding;
  const shown = { rule, severity, message, path, range, controls, related, fixes };
  return `    ${JSON.stringify(shown, undefined, 2).replaceAll('\n', '\n    ')}`;
}
