import { MOST_CHARACTERS } from '../formats/markdown.ts';
import { markdownCode, markdownText } from '../formats/markdown-text.ts';
import type { ReportedFinding } from '../reported.ts';
import type { ControlChange, DiffData, Direction } from './data.ts';
import { bareControl, frameworkTitle, GROUPS, isEmpty, numbersOf, sideOf, stepOf } from './words.ts';

/** Characters that are kept for the line at the end. */
const RESERVE = 200;

/** By this a job finds the comment that it wrote before. */
const MARKER = '<!-- clausewright diff -->';

/** A comparison as the text of a comment on a pull request, cut to what such a comment may hold. */
export function diffMarkdown(data: DiffData): string {
  const { before, after, findings, documents, frameworks } = data;
  const lines = [
    MARKER,
    '## What this change does to the evidence',
    '',
    markdownText(`${sideOf(before)} → ${sideOf(after)}`),
    ...(isEmpty(data) ? ['', 'Nothing has changed in documents, findings and evidence.'] : []),
    ...(['weaker', 'excluded', 'stronger', 'included'] as const).flatMap(each =>
      controlTable(data.controls, each),
    ),
    ...findingList('New findings', findings.new),
    ...findingList('Resolved findings', findings.resolved),
    ...titled('Documents', [
      ...documents.added.map(({ path, kind }) => `- added ${markdownCode(path)} (${kind})`),
      ...documents.removed.map(({ path, kind }) => `- removed ${markdownCode(path)} (${kind})`),
      ...documents.renamed.map(({ from, to }) => `- renamed ${markdownCode(from)} → ${markdownCode(to)}`),
    ]),
    ...titled(
      'Applicable controls with the evidence they need',
      frameworks.map(each => `- ${markdownText(frameworkTitle(each))}: ${numbersOf(each)}`),
    ),
  ];
  return bounded(lines);
}

function controlTable(controls: readonly ControlChange[], direction: Direction): string[] {
  const group = controls.filter(each => each.direction === direction);
  if (group.length === 0) return [];
  return [
    '',
    `### ${GROUPS[direction]} (${group.length})`,
    '',
    '| control | | why |',
    '|---|---|---|',
    ...group.map(each => {
      const name = `**${markdownText(bareControl(each))}** ${markdownText(each.title)}`;
      const system = each.system === null ? '' : ` (${markdownText(each.system)})`;
      return `| ${name}${system} | ${stepOf(each)} | ${each.reasons.map(markdownText).join('<br>')} |`;
    }),
  ];
}

function findingList(title: string, findings: readonly ReportedFinding[]): string[] {
  return titled(
    findings.length === 0 ? title : `${title} (${findings.length})`,
    findings.map(
      ({ path, range, severity, rule, message }) =>
        `- ${markdownCode(`${path}:${range.start.line + 1}`)} ${severity}, ${markdownText(rule)}: ${markdownText(message)}`,
    ),
  );
}

function titled(title: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : ['', `### ${title}`, '', ...rows];
}

/** As many lines as a comment may hold. */
function bounded(lines: readonly string[]): string {
  let text = '';
  for (const [index, line] of lines.entries()) {
    if (text.length + line.length + 1 > MOST_CHARACTERS - RESERVE)
      return `${text}\n${lines.length - index} more lines do not fit into a comment; run \`clausewright diff\` to see them.\n`;
    text += `${line}\n`;
  }
  return text;
}
