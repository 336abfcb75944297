import type { Severity } from '../../model/severity.ts';
import type { CheckReport, ReportedFinding } from '../reported.ts';
import { summaryLine, summaryOf } from '../summary.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands of GitHub Actions, which show each finding at its line in a pull request, and the summary as a
 * line of the log. GitHub shows the first ten of each kind in a step; the most severe come first.
 */
export function* githubReport(report: CheckReport): Iterable<string> {
  for (const command of ['error', 'warning', 'notice'])
    for (const finding of report.findings)
      if (COMMANDS[finding.severity] === command) yield annotation(finding, command);
  yield `${data(summaryLine(summaryOf(report)))}\n`;
}

function annotation({ path, range, rule, message }: ReportedFinding, command: string): string {
  const { start, end } = range;
  // GitHub takes columns on one line only.
  const columns =
    start.line === end.line && end.character > start.character
      ? [`col=${start.character + 1}`, `endColumn=${end.character}`]
      : [];
  const properties = [
    `file=${property(path)}`,
    `line=${start.line + 1}`,
    `endLine=${end.line + 1}`,
    ...columns,
    `title=${property(rule)}`,
  ];
  return `::${command} ${properties.join(',')}::${data(message)}\n`;
}

/** Text behind `::`, as the runner reads it. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Text of a property, where a colon and a comma would end it. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
