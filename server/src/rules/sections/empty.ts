import type { OutlineItem } from '../../model/outline.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { lineBreakOf, withLineBreaks } from '../../text/eol.ts';
import type { TextChange } from '../../text/source.ts';
import { skeletonOf } from '../../workspace/assessment/skeleton.ts';
import { editFile } from '../../workspace/change.ts';
import { headingsOf } from '../../workspace/concepts.ts';
import { controlNames } from '../../workspace/control-names.ts';
import type { Fix } from '../../workspace/finding.ts';
import { fillSection } from '../../workspace/scaffold/fill-section.ts';
import type { WorkspaceContext } from '../define.ts';
import type { EmptySection, Gap } from './gaps.ts';
import { statesOf } from './states.ts';

/** Reports a section that says nothing, once, however many subjects it stands for. */
export function reportEmpty(
  { place, state, gaps }: EmptySection,
  model: SectionedModel,
  context: WorkspaceContext,
): void {
  const item = headingsOf(state, model)[0];
  const fix: Fix | undefined =
    item === undefined || !place.bare
      ? undefined
      : {
          title: `Put the questions that "${place.title}" answers, and what is known, into the section`,
          kind: 'scaffold',
          change: () => [fillSection(context.document, model, item, state.concept, place.says, context)],
        };
  const report = {
    at: place.span,
    what:
      place.says === ''
        ? `The section "${place.title}" is empty`
        : `The section "${place.title}" says only "${place.says.replace(/\.$/, '')}"`,
    why: [
      ...reasonsOf(gaps),
      `It is where a reviewer looks for evidence of ${controlNames(controlsOf(gaps), context.library)}`,
    ].join('. '),
    next:
      place.says === ''
        ? 'Write what applies here, or say in a sentence why nothing does'
        : 'Say in a sentence why nothing applies, or what is known so far',
    controls: controlsOf(gaps),
    fixes: [...(fix === undefined ? [] : [fix]), ...skeletonFixes(gaps, model, context)],
  };
  const always = gaps.some(each => each.expected === 'always');
  context.report(always ? report : { ...report, severity: 'information' });
}

/** The tables and labelled values that the sections of an assessment hold, below what stands there already. */
function skeletonFixes(
  gaps: readonly Gap[],
  { kind, outline }: SectionedModel,
  context: WorkspaceContext,
): Fix[] {
  if (kind !== 'impact-assessment') return [];
  const { path, source } = context.document;
  const { ofHeading } = context.derive(statesOf);
  return gaps.flatMap(({ concept }): Fix[] => {
    const skeleton = skeletonOf(concept.id);
    // The section of its own, not one around it that stands for several.
    const own = ofHeading.findIndex(each => each[0]?.id === concept.id);
    const item = outline[own < 0 ? ofHeading.findIndex(each => each.includes(concept)) : own];
    if (item === undefined || skeleton === undefined) return [];
    return [
      {
        title: `Add the ${skeleton.startsWith('|') ? 'table' : 'values'} that "${item.title}" holds, to be filled in`,
        kind: 'scaffold',
        change: () => [editFile(path, below(item, skeleton, source.text))],
      },
    ];
  });
}

/** A text at the end of what stands directly below a heading. */
function below(item: OutlineItem, added: string, text: string): TextChange {
  const end = item.own.start + text.slice(item.own.start, item.own.end).trimEnd().length;
  // Behind a heading that ends its line, the line break is there already.
  const broken = /[\r\n]/.test(text.charAt(end - 1));
  const lines = broken ? `\n${added}\n` : `\n\n${added}`;
  return { span: { start: end, end }, text: withLineBreaks(lines, lineBreakOf(text)) };
}

/** The controls that sections on some subjects can evidence, each once. */
export function controlsOf(gaps: readonly Gap[]): readonly string[] {
  return [...new Set(gaps.flatMap(each => each.concept.controls))];
}

/** What the role or risk class of the system asks for, each reason once. */
export function reasonsOf(gaps: readonly Gap[]): readonly string[] {
  return [...new Set(gaps.flatMap(each => each.because ?? []))];
}
