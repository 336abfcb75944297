import type { Score } from '../../catalog/forms/score.ts';
import type { FormAnswer } from '../../workspace/forms/fill.ts';
import { type ExportedForm, FORM_NOTE, remaining, tally } from './words.ts';

/** A filled form as Markdown: what remains first, then each question with its answer and the answer's source. */
export function formMarkdown(exported: ExportedForm): string {
  const { form, answers, path, system, score } = exported;
  const { answered, partly, open } = tally(answers);
  const { licence, attribution, notes = [], sources } = form.provenance;
  const groups = form.groups.flatMap(group => {
    const own = answers.filter(each => each.group === group);
    return own.length === 0
      ? []
      : [`## ${inline(group.title)}`, ...own.map(each => answerText(each, exported))];
  });
  const parts = [
    `# ${form.title}${system === undefined ? '' : `: ${inline(system)}`}`,
    `${form.regime} (${form.edition}), from \`${path}\`.`,
    `${answered} of ${answers.length} questions answered, ${partly} in part, ${open} open.`,
    ...(score === undefined ? [] : [scoreText(score)]),
    ...remainingText(answers),
    ...groups,
    '---',
    [FORM_NOTE, ...notes].join(' '),
    `Ids of the questions: ${form.publisher}, ${sources.join(', ')}. ${attribution === undefined ? '' : `${attribution}. `}${licence}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function scoreText(score: Score): string {
  const { raw, rawMaximum, mitigation, mitigationMaximum, current, level, lowered, open } = score;
  const measures =
    mitigationMaximum === 0
      ? 'the phase of the project is not chosen, so that no measure counts'
      : `${mitigation} of ${mitigationMaximum} points for measures${lowered ? ', enough to lower the score' : ''}`;
  const standing =
    open.length === 0
      ? 'All questions with points are answered.'
      : `Not final: ${open.length} questions with points are open, and the level can change with each of them.`;
  const head = open.length === 0 ? `Level ${level}` : raw === 0 ? 'No level yet' : `Level so far ${level}`;
  return `**${head}**: ${raw} of ${rawMaximum} points of impact; ${measures}; score ${current}. ${standing}`;
}

function remainingText(answers: readonly FormAnswer[]): string[] {
  const rest = remaining(answers);
  if (rest.length === 0) return [];
  const lines = rest.map(
    ({ question, status, note }) =>
      `- **${question.id}** ${inline(question.text)}${status === 'partly' ? ` *(in part: ${note})*` : ''}`,
  );
  return ['## Questions that remain', lines.join('\n')];
}

function answerText({ question, texts, choices, status, note }: FormAnswer, exported: ExportedForm): string {
  const head = `### ${question.id}\n\n*${inline(question.text)}*`;
  if (status === 'open') return `${head}\n\nOpen.`;
  const pieces = texts.map(({ text, title, span }, index) => {
    const choice = choices[index];
    const body = choice === undefined ? text : `${text} (\`${choice.id}\`${points(choice.points)})`;
    const source = `${exported.path}:${exported.lineOf(span.start)} (${inline(title)})`;
    return `${quoted(body)}\n>\n> — ${source}`;
  });
  return [head, ...pieces, ...(note === undefined ? [] : [`In part: ${note}.`])].join('\n\n');
}

function points(count: number | undefined): string {
  return count === undefined ? '' : `, ${count} ${count === 1 ? 'point' : 'points'}`;
}

/** A text of the assessment as a quotation, in which its headings and lists stay what they are. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\<>*_`[\]]/g, each => `\\${each}`);
}
