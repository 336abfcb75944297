import type { CheckReport } from './reported.ts';
import { summaryOf } from './summary.ts';

/** A check as JSON, format version 1: places are 0-based lines and UTF-16 characters. */
export function jsonReport(report: CheckReport): string {
  const findings = report.findings.map(
    ({ rule, severity, message, path, range, controls, related, fixes }) => ({
      rule,
      severity,
      message,
      path,
      range,
      controls,
      related,
      fixes,
    }),
  );
  return `${JSON.stringify({ version: 1, findings, summary: summaryOf(report) }, undefined, 2)}\n`;
}
