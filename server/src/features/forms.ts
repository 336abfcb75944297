import type { FormQuestion } from '../catalog/forms/form.ts';
import type { Library } from '../catalog/library.ts';
import { blocks, code, escaped, listed } from './markdown.ts';

/** A form: who asks, and with how many questions. Undefined for a form that is not known. */
export function formMarkdown(id: string, library: Library): string | undefined {
  const form = library.form(id);
  if (form === undefined) return undefined;
  const { title, regime, publisher, edition } = form.data;
  return blocks(
    `**${escaped(title)}** ${code(id)}`,
    escaped(`${regime} · ${publisher} · ${edition}`),
    `${form.questions.length} questions; answers given here stand in for those that the assessment does not hold.`,
  );
}

/** A question of a form: what is asked, what it offers, and which part of the assessment answers it. */
export function questionMarkdown(form: string, question: string, library: Library): string | undefined {
  const known = library.form(form);
  const found = known?.question(question);
  if (known === undefined || found === undefined) return undefined;
  const { text, answer = 'text', choices = [], from, partly } = found;
  return blocks(
    `**${escaped(question)}** *${escaped(known.data.title)} · ${ANSWERS[answer]}*`,
    escaped(text),
    listed(
      'Choices',
      choices.map(each => `${code(each.id)} ${escaped(choiceText(each))}`),
      30,
    ),
    from === undefined
      ? ''
      : `Answered${partly === undefined ? '' : ' in part'} by ${from.map(code).join(', ')} of the assessment.`,
  );
}

const ANSWERS: Readonly<Record<NonNullable<FormQuestion['answer']>, string>> = {
  text: 'text',
  choice: 'one choice',
  choices: 'any number of choices',
};

/** A choice with the points it counts for. */
export function choiceText({ text, points }: { readonly text: string; readonly points?: number }): string {
  return points === undefined ? text : `${text} (${points} ${points === 1 ? 'point' : 'points'})`;
}
