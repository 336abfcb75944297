import type { SectionedModel } from '../../model/sectioned.ts';
import { controlNames } from '../../workspace/control-names.ts';
import type { Related } from '../../workspace/finding.ts';
import type { WorkspaceContext } from '../define.ts';
import { fillFixes } from './fill-fixes.ts';
import { isUnfilledForm } from './form.ts';
import { CALLED } from './kinds.ts';
import { type Hole, holesOf } from './placeholders.ts';
import { statesOf } from './states.ts';
import { isToCopy } from './to-copy.ts';

/** With more unfilled sections than this, the document is a form that waits to be filled, and one finding. */
const MOST_SECTIONS = 8;
/** More places than this would only lengthen the list. */
const MOST_RELATED = 20;

/** Reports the placeholders of a card or an assessment: one finding for each section, or one for a whole form. */
export function checkPlaceholders(model: SectionedModel, context: WorkspaceContext): void {
  if (context.derive(isToCopy) || context.derive(isUnfilledForm)) return;
  const states = context.derive(statesOf);
  const holes = holesOf(model, states, context);
  const groups = bySection(holes);
  if (groups.length > MOST_SECTIONS) reportForm(holes, groups.length, model, context);
  else for (const group of groups) reportSection(group, model, context);
}

function bySection(holes: readonly Hole[]): Hole[][] {
  const groups: Hole[][] = [];
  for (const hole of holes) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && last[0].item === hole.item && last[0].place === hole.place)
      last.push(hole);
    else groups.push([hole]);
  }
  return groups;
}

function reportSection(group: readonly Hole[], model: SectionedModel, context: WorkspaceContext): void {
  const [first] = group;
  if (first === undefined) return;
  const where = first.place === '' ? '' : ` in "${first.place}"`;
  const what =
    group.length === 1
      ? `"${first.text}" is a placeholder${where}`
      : `"${first.text}" and ${group.length - 1} more placeholder${group.length === 2 ? '' : 's'}${where} wait for an answer`;
  const controls = first.concept?.controls ?? [];
  const names = controlNames(controls, context.library);
  context.report({
    at: first.span,
    what,
    why:
      names === ''
        ? 'A reader cannot tell an unknown fact from a forgotten one (ISO/IEC 42001 clause 7.5.2)'
        : `An auditor counts unfilled text as no evidence, here for ${names}`,
    next: 'Write the answer, or say that it is not known and who will find out',
    controls,
    related: relatedTo(group.slice(1), context),
    fixes: fillFixes(group, model, context),
  });
}

function reportForm(
  holes: readonly Hole[],
  sections: number,
  model: SectionedModel,
  context: WorkspaceContext,
): void {
  const [first] = holes;
  if (first === undefined) return;
  const controls = [...new Set(holes.flatMap(hole => hole.concept?.controls ?? []))];
  context.report({
    at: first.span,
    what: `${sections} sections of this ${CALLED[model.kind] ?? 'document'} still hold placeholders, ${holes.length} in all, such as "${first.text}"`,
    why: 'An auditor counts unfilled text as no evidence for any of the controls that these sections support (ISO/IEC 42001 clause 7.5.2)',
    next: 'Fill in the sections that apply, and remove the others',
    controls,
    related: relatedTo(holes.slice(1), context),
    fixes: fillFixes(holes, model, context),
  });
}

function relatedTo(holes: readonly Hole[], { document }: WorkspaceContext): Related[] {
  return holes.slice(0, MOST_RELATED).map(hole => ({
    path: document.path,
    span: hole.span,
    message: hole.place === '' ? `"${hole.text}"` : `"${hole.text}" in "${hole.place}"`,
  }));
}
