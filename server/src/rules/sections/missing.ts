import type { Concept } from '../../catalog/types.ts';
import { isTemplate } from '../../model/recognise.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { controlNames, joined } from '../../workspace/control-names.ts';
import type { Fix, Report } from '../../workspace/finding.ts';
import { addSections } from '../../workspace/scaffold/add-sections.ts';
import type { WorkspaceContext } from '../define.ts';
import { controlsOf, reportEmpty, stateOf } from './empty.ts';
import { headOf, titleText } from './head.ts';
import { CALLED } from './kinds.ts';
import { statesOf } from './states.ts';

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

/** Reports the expected concepts of a card or an assessment that the document answers nowhere. */
export function checkSections(
  model: SectionedModel,
  context: WorkspaceContext,
  { recommended, skip }: SectionChecks,
): void {
  const { document, library } = context;
  if (isTemplate(document.path, titleText(model))) return;
  // Front matter that nothing closes has swallowed the body: what is missing there is only unread.
  if (model.frontMatter?.state === 'unclosed') return;
  const vocabulary = library.vocabulary(model.kind);
  const states = context.derive(statesOf);
  const gaps = vocabulary.concepts.filter(
    concept =>
      (concept.expected === 'always' || (recommended && concept.expected === 'recommended')) &&
      concept.controls.length > 0 &&
      skip?.has(concept.id) !== true &&
      !states.answered(concept),
  );
  const absent = gaps.filter(concept => stateOf(concept, states.states) === undefined);
  reportEmpty(gaps, states.states, model, context);
  const always = absent.filter(concept => concept.expected === 'always');
  if (always.length > MOST_SINGLE) reportList(always, model, context);
  else for (const concept of always) reportAbsent(concept, always, model, context);
  const expected = independent(absent.filter(concept => concept.expected === 'recommended'));
  if (expected.length > 0) reportList(expected, model, context);
}

/** Concepts of which none is answered by a section on one before it: two names of one gap are one. */
function independent(concepts: readonly Concept[]): Concept[] {
  return concepts.filter(
    (concept, index) => !concepts.slice(0, index).some(each => concept.satisfiedBy?.includes(each.id)),
  );
}

function reportAbsent(
  concept: Concept,
  all: readonly Concept[],
  model: SectionedModel,
  context: WorkspaceContext,
): void {
  const headings = synonyms(concept);
  context.report({
    at: headOf(context.document, model),
    what: `The ${CALLED[model.kind] ?? 'document'} has no section "${concept.title}"`,
    why: why([concept], context),
    next: `Add the section${headings === '' ? '' : `, or give what you have written on it a heading such as ${headings}`}`,
    controls: concept.controls,
    fixes: [addFix([concept], model, context), ...(all.length > 1 ? [addFix(all, model, context)] : [])],
  });
}

function reportList(concepts: readonly Concept[], model: SectionedModel, context: WorkspaceContext): void {
  const recommended = concepts.every(each => each.expected === 'recommended');
  const first = concepts[0];
  if (first === undefined) return;
  const titles = joined(concepts.map(each => `"${each.title}"`));
  const called = CALLED[model.kind] ?? 'document';
  const report: Report = {
    at: headOf(context.document, model),
    what:
      concepts.length === 1
        ? `The ${called} has no section ${titles}`
        : `The ${called} has no section on ${concepts.length} subjects: ${titles}`,
    why: why(concepts, context),
    next:
      concepts.length === 1
        ? 'Add the section, or say why it does not apply'
        : 'Add those that apply, or say why they do not',
    controls: controlsOf(concepts),
    fixes: [
      ...(concepts.length > 1 ? [addFix(concepts, model, context)] : []),
      ...concepts.map(each => addFix([each], model, context)),
    ],
  };
  context.report(recommended ? { ...report, severity: 'information' } : report);
}

function why(concepts: readonly Concept[], { library }: WorkspaceContext): string {
  const names = controlNames(controlsOf(concepts), library);
  return concepts.length === 1
    ? `It is where a reviewer looks for evidence of ${names}`
    : `They are where a reviewer looks for evidence of ${names}`;
}

/** Two other headings that are known for a concept, quoted; those that merely vary its title say nothing new. */
function synonyms(concept: Concept): string {
  const stem = concept.title.toLowerCase().slice(0, 5);
  return (concept.synonyms['en'] ?? [])
    .filter(each => !each.includes(stem))
    .slice(0, 2)
    .map(each => `"${each.charAt(0).toUpperCase()}${each.slice(1)}"`)
    .join(' or ');
}

function addFix(concepts: readonly Concept[], model: SectionedModel, context: WorkspaceContext): Fix {
  const [first] = concepts;
  const single = concepts.length === 1 && first !== undefined;
  return {
    title: single ? `Add the section "${first.title}"` : `Add all ${concepts.length} missing sections`,
    kind: 'scaffold',
    change: () => [addSections(context.document, model, concepts, context)],
  };
}
