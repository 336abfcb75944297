import { visible } from './excerpt.ts';
import type { Paint } from './paint.ts';
import type { Roadmap, RoadmapGap, RoadmapPhasePlan } from './roadmap.ts';

const NONE = 'No control mapping was found that answers a framework with a certification.\n';

/** What every roadmap says of itself. */
export const ROADMAP_NOTE =
  'The months are those of a project of about a year; the order is our judgement. What is evidenced is no statement of conformity.';

/** Roadmaps for people. */
export function roadmapText(roadmaps: readonly Roadmap[], paint: Paint): string {
  if (roadmaps.length === 0) return NONE;
  return roadmaps
    .map(roadmap =>
      [
        paint.path(visible(titleOf(roadmap))),
        `${roadmap.open} of ${roadmap.items} items lack the evidence they need.`,
        '',
        ...roadmap.phases.flatMap((phase, index) => phaseLines(phase, index + 1, paint)),
        paint.faint(ROADMAP_NOTE),
        '',
      ].join('\n'),
    )
    .join('\n');
}

function phaseLines(phase: RoadmapPhasePlan, number: number, paint: Paint): string[] {
  const open = phase.steps.filter(step => step.gaps.length > 0);
  const steps = phase.steps.flatMap((step, index) => {
    if (step.gaps.length === 0) return [];
    return [
      `  ${number}.${index + 1} ${step.title}`,
      ...(step.note === undefined ? [] : [paint.faint(`      ${step.note}`)]),
      ...step.gaps.map(gap => `      ${paint.severity.warning('-')} ${visible(gapLine(gap))}`),
    ];
  });
  return [
    `${number}  ${paint.path(phase.title)} (${monthsOf(phase)}), ${standOf(phase)}`,
    paint.faint(`   ${phase.aim}`),
    ...steps,
    ...(open.length === 0 ? ['   Nothing is open.'] : []),
    '',
  ];
}

function gapLine({ id, title, todo, start }: RoadmapGap): string {
  return `${id.slice(id.indexOf(':') + 1)} ${title}: ${todo}${start === undefined ? '' : ` (start with ${start})`}`;
}

/** Roadmaps as Markdown with boxes to tick. */
export function roadmapMarkdown(roadmaps: readonly Roadmap[]): string {
  if (roadmaps.length === 0) return NONE;
  return roadmaps
    .map(roadmap =>
      [
        `# Roadmap: ${plain(titleOf(roadmap))}`,
        '',
        `${roadmap.open} of ${roadmap.items} items lack the evidence they need. ${ROADMAP_NOTE}`,
        '',
        ...roadmap.phases.flatMap(phase => [
          `## ${phase.title} (${monthsOf(phase)})`,
          '',
          `${phase.aim} ${standOf(phase).replace(/^./, first => first.toUpperCase())}.`,
          '',
          ...phase.steps.flatMap(step => [
            `- [${step.gaps.length === 0 && step.closes.length > 0 ? 'x' : ' '}] **${step.title}**`,
            ...step.gaps.map(gap => `  - [ ] ${plain(gapLine(gap))}`),
          ]),
          '',
        ]),
      ].join('\n'),
    )
    .join('\n');
}

/** Roadmaps as JSON, format version 1. */
export function roadmapJson(roadmaps: readonly Roadmap[]): string {
  return `${JSON.stringify({ version: 1, roadmaps }, undefined, 2)}\n`;
}

function titleOf({ name, system }: Roadmap): string {
  return system === null ? name : `${name}, ${system}`;
}

function monthsOf({ months: { from, to } }: RoadmapPhasePlan): string {
  return from === to ? `month ${from}` : `months ${from} to ${to}`;
}

function standOf({ open, items }: RoadmapPhasePlan): string {
  return `${open} of ${items} open`;
}

/** Text that is not read as Markdown or HTML. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\<>*_`[\]|]/g, each => `\\${each}`);
}
