import { folderOf, relativePath } from '../../../paths.ts';
import { inline, sourceComment } from '../../known.ts';
import { DEFAULT_LAYOUT } from '../../yaml-layout.ts';
import { pairLines } from '../../yaml-write.ts';
import type { NewPlace, NewText } from '../kind.ts';
import { type KnownAnswer, knownAnswer } from './criteria.ts';
import { frontLines } from './front.ts';
import { answered, documentsOf, type Sourced, shownFrom } from './sources.ts';

interface Answered {
  readonly question: string;
  readonly why: string;
  readonly known: KnownAnswer | undefined;
}

/** A screening: one page that decides whether a full assessment is needed, as far as the workspace tells already. */
export function screening(place: NewPlace): NewText {
  const questions = place.library.vocabulary('impact-assessment').data.screening ?? [];
  const rows = questions.map(each => ({ ...each, known: knownAnswer(each, place) }));
  const reasons = rows.filter(each => each.known?.yes === true);
  const note =
    reasons.length > 0
      ? `A full assessment is needed: ${reasons.map(each => each.known?.because).join('; ')}.`
      : 'No file decides it: answer the open questions; one yes calls for a full assessment.';
  const text = place.format === 'yaml' ? yamlText(rows, place) : markdownText(rows, place);
  return { text, notes: [note] };
}

function decisionOf(rows: readonly Answered[]): string | undefined {
  const reasons = rows.filter(each => each.known?.yes === true);
  if (reasons.length === 0) return undefined;
  const said = reasons.map(({ known, why }) => `${known?.because} (${known?.source}; ${why})`);
  return `A full assessment is needed: ${said.join('; ')}.`;
}

const OPEN =
  'Decide once every question has an answer: one yes, and a full assessment is needed. If all are no, say why, and which change would make it needed.';

function markdownText(rows: readonly Answered[], place: NewPlace): string {
  const { system } = place;
  const decision = decisionOf(rows);
  const parts = [
    ['---', ...frontLines(place, 'screening'), '---'].join('\n'),
    `# Screening: ${inline(system.name ?? system.id ?? 'AI system')}`,
    '## Scope',
    scopeOf(place).map(marked).join('\n') || '<!-- Which system in which version, and which use of it? -->',
    '## Relevant interested parties',
    partiesOf(place).map(marked).join('\n') ||
      '<!-- Who uses the output, and about whom is it? Which of them are vulnerable? -->',
    '## Harms',
    [
      '| Question | Answer | Why it matters |',
      '|---|---|---|',
      ...rows.map(({ question, why, known }) => `| ${question} | ${cell(known)} | ${why} |`),
    ].join('\n'),
    '## Decision and approval',
    `<!-- ${OPEN} -->`,
    ...(decision === undefined ? [] : [decision]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function cell(known: KnownAnswer | undefined): string {
  if (known === undefined) return '';
  return `${known.yes ? 'yes' : 'no'}: ${inline(known.because)} ${sourceComment(known.source)}`;
}

function marked({ value, source }: Sourced): string {
  return `- ${value} ${sourceComment(source)}`;
}

function yamlText(rows: readonly Answered[], place: NewPlace): string {
  const decision = decisionOf(rows);
  const lines = (key: string, values: readonly Sourced[], open: string): string[] =>
    values.length === 0
      ? [`# ${open}`, `${key}:`]
      : [`${key}:`, ...values.map(({ value, source }) => `  - ${JSON.stringify(value)} # from ${source}`)];
  const text = [
    ...frontLines(place, 'screening'),
    ...lines('scope', scopeOf(place), 'Which system in which version, and which use of it?'),
    ...lines('interested_parties', partiesOf(place), 'Who uses the output, and about whom is it?'),
    '# The answer to each question, and what it rests on: "yes: …" or "no: …".',
    'harms: |',
    ...rows.map(
      ({ question, why, known }) =>
        `  - ${question} (${why}) ${known === undefined ? '' : `${known.yes ? 'yes' : 'no'}: ${known.because} (${known.source})`}`,
    ),
    `# ${OPEN}`,
    ...(decision === undefined ? ['approval:'] : pairLines('approval', decision, DEFAULT_LAYOUT)),
  ];
  return `${text.map(line => line.trimEnd()).join('\n')}\n`;
}

/** What is assessed: links to what describes it, as sentences. */
function scopeOf(place: NewPlace): Sourced[] {
  const cards = (['model-card', 'dataset-card'] as const).flatMap(kind => documentsOf(kind, place));
  const where = answered('where', place);
  return [
    ...cards.map(({ path }) => {
      const link = relativePath(folderOf(place.path), path);
      return { value: `The system as [${link}](${link}) describes it`, source: shownFrom(place, path) };
    }),
    ...(where === undefined ? [] : [{ value: `Used in: ${inline(where.value)}`, source: where.source }]),
  ];
}

function partiesOf(place: NewPlace): Sourced[] {
  const affected = answered('affected', place);
  return affected === undefined
    ? []
    : affected.value
        .split(/[,;\n]/)
        .filter(each => each.trim() !== '')
        .map(each => ({ value: inline(each), source: affected.source }));
}
