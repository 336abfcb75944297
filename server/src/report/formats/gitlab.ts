import type { Severity } from '../../model/severity.ts';
import { distinguished } from '../fingerprint.ts';
import type { CheckReport } from '../reported.ts';

const SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** A Code Quality report of GitLab. Each fingerprint occurs once, as GitLab wants it. */
export function* gitlabReport(report: CheckReport): Iterable<string> {
  const seen = new Map<string, number>();
  yield '[';
  for (const [index, finding] of report.findings.entries()) {
    const { rule, severity, message, path, range, fingerprint } = finding;
    const before = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, before + 1);
    const issue = {
      description: message,
      check_name: rule,
      fingerprint: distinguished(fingerprint, before),
      severity: SEVERITY[severity],
      location: { path, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
    };
    yield `${index === 0 ? '' : ','}\n  ${JSON.stringify(issue)}`;
  }
  yield report.findings.length === 0 ? ']\n' : '\n]\n';
}
