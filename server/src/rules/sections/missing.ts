import type { SectionedModel } from '../../model/sectioned.ts';
import { enumeration } from '../../text/enumeration.ts';
import { controlNames } from '../../workspace/control-names.ts';
import type { Report } from '../../workspace/finding.ts';
import type { WorkspaceContext } from '../define.ts';
import { addFix, otherHeadings } from './add-fix.ts';
import { controlsOf, reasonsOf, reportEmpty } from './empty.ts';
import { type Gap, gapsOf } from './gaps.ts';
import { headOf } from './head.ts';
import { CALLED } from './kinds.ts';
import { ownerOf } from './owners.ts';

/** From this many missing sections on, one finding lists them all. */
const MOST_SINGLE = 5;

/** What to look for. */
export interface SectionChecks {
  /** Whether subjects that reviewers merely expect are reported too, as information. */
  readonly recommended: boolean;
  /** Concepts that another rule asks for. */
  readonly skip?: ReadonlySet<string>;
}

/** The option of both rules that look for missing sections. */
export const SECTION_OPTIONS = {
  recommended: {
    default: true,
    description: 'Whether subjects that reviewers merely expect are reported too, as information.',
  },
} as const;

/** Reports the expected subjects of a card or an assessment that the document answers nowhere. */
export function checkSections(
  model: SectionedModel,
  context: WorkspaceContext,
  { recommended, skip }: SectionChecks,
): void {
  const { absent, empty } = context.derive(gapsOf);
  const mine = (gaps: readonly Gap[]): Gap[] =>
    gaps.filter(each => (each.expected === 'always' || recommended) && skip?.has(each.concept.id) !== true);
  for (const section of empty) {
    const gaps = mine(section.gaps);
    if (gaps.length > 0 && ownerOf(section.gaps, model.kind) === undefined)
      reportEmpty({ ...section, gaps }, model, context);
  }
  const left = mine(absent).filter(gap => ownerOf([gap], model.kind) === undefined);
  const always = left.filter(each => each.expected === 'always');
  if (always.length > MOST_SINGLE) reportList(always, model, context);
  else {
    const together = mine(absent).filter(each => each.expected === 'always');
    for (const gap of always) reportAbsent(gap, together, model, context);
  }
  const expected = left.filter(each => each.expected === 'recommended');
  if (expected.length > 0) reportList(expected, model, context);
}

/** Reports a subject without any section; `all` are those that one fix adds together. */
export function reportAbsent(
  gap: Gap,
  all: readonly Gap[],
  model: SectionedModel,
  context: WorkspaceContext,
): void {
  const { concept } = gap;
  const headings = otherHeadings(concept);
  const concepts = all.map(each => each.concept);
  const report: Report = {
    at: headOf(context.document, model),
    what: `The ${CALLED[model.kind] ?? 'document'} has no section "${concept.title}"`,
    why: why([gap], context),
    next: `Add the section${headings === '' ? '' : `, or give what you have written on it a heading such as ${headings}`}`,
    controls: concept.controls,
    fixes: [
      ...addFix([concept], model, context),
      ...(concepts.length > 1 ? addFix(concepts, model, context) : []),
    ],
  };
  context.report(gap.expected === 'always' ? report : { ...report, severity: 'information' });
}

function reportList(gaps: readonly Gap[], model: SectionedModel, context: WorkspaceContext): void {
  if (gaps.length === 0) return;
  const concepts = gaps.map(each => each.concept);
  const titles = enumeration(
    concepts.map(each => `"${each.title}"`),
    'and',
  );
  const called = CALLED[model.kind] ?? 'document';
  const report: Report = {
    at: headOf(context.document, model),
    what:
      gaps.length === 1
        ? `The ${called} has no section ${titles}`
        : `The ${called} has no section on ${gaps.length} subjects: ${titles}`,
    why: why(gaps, context),
    next:
      gaps.length === 1
        ? 'Add the section, or say why it does not apply'
        : 'Add those that apply, or say why they do not',
    controls: controlsOf(gaps),
    fixes: [
      ...(gaps.length > 1 ? addFix(concepts, model, context) : []),
      ...concepts.flatMap(each => addFix([each], model, context)),
    ],
  };
  const recommended = gaps.every(each => each.expected === 'recommended');
  context.report(recommended ? { ...report, severity: 'information' } : report);
}

function why(gaps: readonly Gap[], { library }: WorkspaceContext): string {
  const names = controlNames(controlsOf(gaps), library);
  const usual = `${gaps.length === 1 ? 'It is' : 'They are'} where a reviewer looks for evidence of ${names}`;
  return [...reasonsOf(gaps), usual].join('. ');
}
