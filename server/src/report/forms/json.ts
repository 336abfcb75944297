import { type ExportedForm, FORM_NOTE, remaining, tally } from './words.ts';

/** A filled form as JSON, with a line break at the end. Lines are 1-based. */
export function formJson(exported: ExportedForm): string {
  const { form, answers, path, system, score, lineOf } = exported;
  const { id, title, regime, edition, publisher, provenance } = form;
  const data = {
    version: 1,
    form: { id, title, regime, edition, publisher, provenance },
    assessment: { path, ...(system === undefined ? {} : { system }) },
    note: FORM_NOTE,
    summary: { asked: answers.length, ...tally(answers) },
    ...(score === undefined ? {} : { score: { ...score, final: score.open.length === 0 } }),
    remaining: remaining(answers).map(each => each.question.id),
    answers: answers.map(({ group, question, status, texts, choices, note }) => ({
      id: question.id,
      group: group.id,
      question: question.text,
      status,
      ...(choices.length === 0
        ? {}
        : {
            choices: choices.map(choice => ({
              id: choice.id,
              text: choice.text,
              points: choice.points ?? 0,
            })),
          }),
      answers: texts.map(({ text, title: section, span }) => ({
        text,
        source: { path, line: lineOf(span.start), section },
      })),
      ...(note === undefined ? {} : { note }),
    })),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
