import { excerptOf, visible } from './excerpt.ts';
import type { Paint } from './paint.ts';
import type { CheckReport, ReportedFinding, ReportedPlace } from './reported.ts';
import { summaryLine, summaryOf } from './summary.ts';

/** Columns of a message line; beyond them it goes on in the next. */
const WIDTH = 100;

/** Fixes of a finding beyond these are counted, not named. */
const MOST_FIXES = 3;

/** Suppressed findings beyond these are counted, not listed. */
const MOST_ACCEPTED = 20;

/** A check for people: findings by file with their source lines, and a sentence that sums them up. */
export function textReport(report: CheckReport, paint: Paint): string {
  const blocks: string[] = [];
  let path: string | undefined;
  for (const finding of report.findings) {
    if (finding.path !== path) blocks.push(paint.path(visible(finding.path)));
    path = finding.path;
    blocks.push(textFinding(finding, paint));
  }
  const accepted = acceptedBlock(report, paint);
  if (accepted !== '') blocks.push(accepted);
  blocks.push(summaryLine(summaryOf(report)));
  return `${blocks.join('\n\n')}\n`;
}

/** What is suppressed, a line each, and what a baseline holds to no purpose. */
function acceptedBlock({ suppressed, outdated = [] }: CheckReport, paint: Paint): string {
  const lines = suppressed
    .filter(each => each.suppression.kind === 'comment')
    .map(each => {
      const where = `${each.path}:${place(each)}`;
      return paint.faint(visible(`suppressed  ${where}  ${each.rule}: ${each.suppression.reason}`));
    });
  const old = outdated.map(({ path, rule }) =>
    visible(`no longer found, still in the baseline  ${path}  ${rule}`),
  );
  return [...shortened(lines), ...shortened(old)].join('\n');
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_ACCEPTED) return lines;
  return [
    ...lines.slice(0, MOST_ACCEPTED),
    `and ${lines.length - MOST_ACCEPTED} more; --format json lists all`,
  ];
}

function textFinding(finding: ReportedFinding, paint: Paint): string {
  const severity = paint.severity[finding.severity];
  const lines = [
    `  ${place(finding)}  ${severity(finding.severity)}  ${paint.faint(finding.rule)}`,
    ...wrapped(visible(finding.message)).map(line => `  ${line}`),
  ];
  const excerpt = excerptOf(finding);
  if (excerpt !== undefined) {
    const number = String(finding.range.start.line + 1);
    lines.push(
      `  ${paint.faint(`${number} |`)} ${excerpt.line}`,
      `  ${paint.faint(`${' '.repeat(number.length)} |`)} ${severity(excerpt.marks)}`,
    );
  }
  for (const each of finding.related)
    lines.push(`  ${paint.faint('see')} ${visible(each.path)}:${place(each)} ${visible(each.message)}`);
  for (const each of finding.fixes.slice(0, MOST_FIXES))
    lines.push(`  ${paint.faint('fix:')} ${visible(each.title)}`);
  const more = finding.fixes.length - MOST_FIXES;
  if (more > 0) lines.push(`  ${paint.faint(`fix: ${more} more in an editor`)}`);
  return lines.join('\n');
}

/** 1-based line and column. */
function place({ range }: ReportedPlace): string {
  return `${range.start.line + 1}:${range.start.character + 1}`;
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
