import { visible } from '../excerpt.ts';
import type { Paint } from '../paint.ts';
import type { ReportedFinding } from '../reported.ts';
import type { ControlChange, DiffData, Direction } from './data.ts';
import { bareControl, frameworkTitle, GROUPS, isEmpty, numbersOf, sideOf, stepOf } from './words.ts';

/** A comparison for people. */
export function diffText(data: DiffData, paint: Paint): string {
  const { before, after, findings, frameworks, documents } = data;
  const blocks = [paint.path(visible(`${sideOf(before)} → ${sideOf(after)}`))];
  if (isEmpty(data)) blocks.push('Nothing has changed in documents, findings and evidence.');
  for (const direction of ['weaker', 'excluded', 'stronger', 'included'] as const)
    blocks.push(...controlBlock(data.controls, direction, paint));
  blocks.push(...findingBlock('New findings', findings.new, paint));
  blocks.push(...findingBlock('Resolved findings', findings.resolved, paint));
  const moves = [
    ...documents.added.map(({ path, kind }) => `  added    ${path} (${kind})`),
    ...documents.removed.map(({ path, kind }) => `  removed  ${path} (${kind})`),
    ...documents.renamed.map(({ from, to }) => `  renamed  ${from} → ${to}`),
  ].map(visible);
  if (moves.length > 0) blocks.push([paint.path('Documents'), ...moves].join('\n'));
  const rows = frameworks.map(each => `  ${visible(frameworkTitle(each))}: ${numbersOf(each)}`);
  if (rows.length > 0)
    blocks.push([paint.path('Applicable controls with the evidence they need'), ...rows].join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

function controlBlock(controls: readonly ControlChange[], direction: Direction, paint: Paint): string[] {
  const group = controls.filter(each => each.direction === direction);
  if (group.length === 0) return [];
  const colour = direction === 'weaker' ? paint.severity.warning : paint.severity.information;
  const rows = group.flatMap(each => [
    `  ${colour(`${bareControl(each)} ${stepOf(each)}`)}  ${visible(each.title)}${each.system === null ? '' : paint.faint(visible(`, ${each.system}`))}`,
    ...each.reasons.map(reason => `      ${visible(reason)}`),
  ]);
  return [[paint.path(`${GROUPS[direction]} (${group.length})`), ...rows].join('\n')];
}

function findingBlock(title: string, findings: readonly ReportedFinding[], paint: Paint): string[] {
  if (findings.length === 0) return [];
  const rows = findings.flatMap(({ path, range, severity, rule, message }) => [
    `  ${visible(path)}:${range.start.line + 1}:${range.start.character + 1}  ${paint.severity[severity](severity)}  ${paint.faint(rule)}`,
    `      ${visible(message)}`,
  ]);
  return [[paint.path(`${title} (${findings.length})`), ...rows].join('\n')];
}
