import type { Severity } from '../../model/severity.ts';
import type { CheckReport, ReportedFinding, SuppressedFinding } from '../reported.ts';
import { summaryLine, summaryOf } from '../summary.ts';
import type { FormatContext } from './format.ts';
import { markdownCode, markdownText } from './markdown-text.ts';

/** Characters that a comment on a pull request may have. */
export const MOST_CHARACTERS = 65_536;

/** Characters that are kept for the lines at the end. */
const RESERVE = 600;

/** By this a job finds the comment that it wrote before. */
const MARKER = '<!-- clausewright check -->';

const SIGNS: Readonly<Record<Severity, string>> = {
  error: '🔴 error',
  warning: '🟠 warning',
  information: '🔵 information',
  hint: '⚪ hint',
};

/** A check as the text of a comment on a pull request, cut to what such a comment may hold. */
export function markdownReport(report: CheckReport, { page }: FormatContext): string {
  let text = `${MARKER}\n## Clausewright\n\n${markdownText(summaryLine(summaryOf(report)))}\n`;
  let left = 0;
  let path: string | undefined;
  for (const finding of report.findings) {
    const head =
      finding.path === path
        ? ''
        : `\n### ${markdownCode(finding.path)}\n\n| line | severity | finding |\n|--:|---|---|\n`;
    const row = head + rowOf(finding, page);
    if (left > 0 || text.length + row.length > MOST_CHARACTERS - RESERVE) {
      left += 1;
      continue;
    }
    path = finding.path;
    text += row;
  }
  if (left > 0)
    text += `\n${left} more ${left === 1 ? 'finding does' : 'findings do'} not fit into a comment; run \`clausewright check\` to see ${left === 1 ? 'it' : 'them'}.\n`;
  return text + suppressedPart(report.suppressed, MOST_CHARACTERS - RESERVE / 2 - text.length);
}

function rowOf({ range, severity, rule, message }: ReportedFinding, page: FormatContext['page']): string {
  const name = rule.includes('/') ? `[${markdownText(rule)}](${page(rule)})` : markdownText(rule);
  return `| ${range.start.line + 1} | ${SIGNS[severity]} | ${markdownText(message)} ${name} |\n`;
}

/** What is suppressed, folded away; only its number where it does not fit. */
function suppressedPart(suppressed: readonly SuppressedFinding[], room: number): string {
  if (suppressed.length === 0) return '';
  const rows = suppressed.map(({ path, range, rule, suppression }) => {
    const place = markdownCode(`${path}:${range.start.line + 1}`);
    return `- ${place} ${markdownText(rule)} (${suppression.kind}): ${markdownText(suppression.reason)}\n`;
  });
  const part = `\n<details><summary>${suppressed.length} suppressed</summary>\n\n${rows.join('')}\n</details>\n`;
  return part.length <= room ? part : `\n${suppressed.length} suppressed.\n`;
}
