import type { Concept } from '../../../../catalog/types.ts';
import { THREATS } from '../../../../model/assessment/threats.ts';
import { withoutComments } from '../../../../syntax/markdown/raw-comments.ts';
import { controlNames } from '../../../control-names.ts';
import type { ScaffoldContext } from '../../context.ts';
import { factsFor } from '../../facts.ts';
import { hint, inComment, inline, type KnownFact, labelled, sourceComment } from '../../known.ts';
import { DEFAULT_LAYOUT } from '../../yaml-layout.ts';
import { pairLines } from '../../yaml-write.ts';
import { filledNote } from '../filled.ts';
import type { NewPlace, NewText } from '../kind.ts';
import { contextOf, freshConcepts, sectionedText } from '../sectioned.ts';
import { frontLines } from './front.ts';
import { type KnownLabel, knownLabels, knownParties } from './known.ts';
import type { Sourced } from './sources.ts';

/** A whole assessment: every section with what is known and the questions that remain. */
export function fullAssessment(place: NewPlace): NewText {
  const context = contextOf(place, 'impact-assessment');
  const concepts = freshConcepts(place.library.vocabulary('impact-assessment').concepts).filter(isAsked);
  const known: Known = { labels: knownLabels(place), parties: knownParties(place) };
  const text =
    place.format === 'yaml'
      ? yamlText(concepts, known, context, place)
      : sectionedText(
          {
            front: frontLines(place, 'full'),
            title: `Impact assessment: ${inline(place.system.name ?? place.system.id ?? 'AI system')}`,
            intro: [],
            concepts,
            facts: concept => factsOf(concept, known),
          },
          context,
        );
  return { text, notes: [filledNote(text.replace(/^ {4}.*\(from ([^()]*)\)$/gm, '# from $1'))] };
}

/** Sections that some assessments have and none is expected to have are left to their author. */
function isAsked({ expected, id }: Concept): boolean {
  return expected !== 'optional' || WANTED.has(id);
}

const WANTED: ReadonlySet<string> = new Set([
  'impacts',
  'fairness',
  'privacy',
  'safety-and-security',
  'transparency',
  'human-oversight',
  'consultation',
  'monitoring',
]);

interface Known {
  readonly labels: readonly KnownLabel[];
  readonly parties: readonly Sourced[];
}

function factsOf({ id }: Concept, { labels, parties }: Known): KnownFact[] {
  const own = labels.filter(each => each.concept === id);
  if (id === 'failures-and-misuse') return threatHints(labels);
  const facts = own.map(({ title, values }) => {
    const sources = [...new Set(values.map(each => each.source))].join('; ');
    return labelled(title, values.map(each => inline(each.value)).join(', '), sources);
  });
  return id === 'interested-parties' && parties.length > 0 ? [...facts, partyTable(parties)] : facts;
}

/** The threats that models of the known kind may meet, for the author to look at: they answer nothing. */
function threatHints(labels: readonly KnownLabel[]): KnownFact[] {
  const types = labels.filter(each => each.field === 'model_type').flatMap(each => each.values);
  return types.flatMap(({ value }) => {
    const threats = THREATS.filter(each => each.modelTypes.includes(value));
    if (threats.length === 0) return [];
    const names = threats.map(({ name, ids }) => `${name} (${ids.slice(0, 2).join(', ')})`);
    return [hint(`threats that a ${value} model may meet: ${names.join('; ')}`, 'MITRE ATLAS and OWASP')];
  });
}

function partyTable(parties: readonly Sourced[]): KnownFact {
  const [first] = parties;
  const source = first?.source ?? '';
  return {
    text: [
      '| Party | Relation | Vulnerable | Effect | Consulted |',
      '|---|---|---|---|---|',
      ...parties.map(({ value }) => `| ${value.replaceAll('|', String.raw`\|`)} |  |  |  |  |`),
      '',
      sourceComment(source),
    ].join('\n'),
    source,
    answers: true,
  };
}

function yamlText(
  concepts: readonly Concept[],
  known: Known,
  context: ScaffoldContext,
  place: NewPlace,
): string {
  const title = `Impact assessment: ${place.system.name ?? place.system.id ?? 'AI system'}`;
  const [mark = '', ...front] = frontLines(place, 'full');
  const lines = [
    mark,
    ...pairLines('title', title.replace(/\s+/g, ' '), DEFAULT_LAYOUT),
    ...front,
    ...concepts.flatMap(concept => ['', ...conceptLines(concept, known, context)]),
  ];
  return `${lines.join('\n')}\n`;
}

function conceptLines(concept: Concept, { labels, parties }: Known, context: ScaffoldContext): string[] {
  const controls = controlNames(concept.controls, context.library);
  const facts = [
    ...factsFor(concept, context),
    ...(concept.id === 'failures-and-misuse' ? threatHints(labels) : []),
  ];
  const said = facts.filter(fact => fact.answers);
  const hints = facts.filter(fact => !fact.answers);
  const own = labels.filter(each => each.concept === concept.id);
  const rows = concept.id === 'interested-parties' ? parties : [];
  const key = concept.id.replaceAll('-', '_');
  const head = [
    `# ${concept.title}${controls === '' ? '' : `: evidence for ${controls}`}`,
    ...concept.guidance.map(question => `# - ${inComment(question)}`),
    ...hints.map(fact => `# Known: ${inComment(fact.text)} (from ${inComment(fact.source)})`),
  ];
  if (rows.length > 0) return [...head, `${key}:`, ...rows.map(partyLine)];
  if (said.length === 0 && own.length === 0) return [...head, `${key}:`];
  return [
    ...head,
    `${key}:`,
    ...own.flatMap(labelLines),
    ...(said.length === 0 ? [] : ['  text: |', ...said.flatMap(textLines)]),
  ];
}

function partyLine({ value, source }: Sourced): string {
  const [line = ''] = pairLines('name', value, DEFAULT_LAYOUT);
  return `  - ${line} # from ${inComment(source)}`;
}

function labelLines({ field, values }: KnownLabel): string[] {
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0)
    return pairLines(field, only.value, DEFAULT_LAYOUT).map(
      line => `  ${line} # from ${inComment(only.source)}`,
    );
  return [
    `  ${field}:`,
    ...values.map(({ value, source }) => {
      const [line = ''] = pairLines('x', value, DEFAULT_LAYOUT);
      return `    - ${line.slice('x: '.length)} # from ${inComment(source)}`;
    }),
  ];
}

/** Markdown of a fact as lines of a block text, its source in brackets. */
function textLines({ text, source }: KnownFact): string[] {
  const bare = withoutComments(text);
  return `${bare} (from ${source})`.split('\n').map(line => `    ${line}`.trimEnd());
}
