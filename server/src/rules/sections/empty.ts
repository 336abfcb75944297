import type { SectionedModel } from '../../model/sectioned.ts';
import { headingsOf } from '../../workspace/concepts.ts';
import { controlNames } from '../../workspace/control-names.ts';
import type { Fix } from '../../workspace/finding.ts';
import { fillSection } from '../../workspace/scaffold/fill-section.ts';
import type { WorkspaceContext } from '../define.ts';
import type { EmptySection, Gap } from './gaps.ts';

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
    fixes: fix === undefined ? [] : [fix],
  };
  const always = gaps.some(each => each.expected === 'always');
  context.report(always ? report : { ...report, severity: 'information' });
}

/** The controls that sections on some subjects can evidence, each once. */
export function controlsOf(gaps: readonly Gap[]): readonly string[] {
  return [...new Set(gaps.flatMap(each => each.concept.controls))];
}

/** What the role or risk class of the system asks for, each reason once. */
export function reasonsOf(gaps: readonly Gap[]): readonly string[] {
  return [...new Set(gaps.flatMap(each => each.because ?? []))];
}
