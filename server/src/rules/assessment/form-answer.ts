import type { FormQuestion } from '../../catalog/forms/form.ts';
import { nearestWord } from '../../catalog/nearest.ts';
import { type GivenAnswer, type GivenValue, givenForms } from '../../model/forms/given.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix, Report } from '../../workspace/finding.ts';
import { replaceScalar } from '../../workspace/scaffold/replace-scalar.ts';
import { defineRule } from '../define.ts';
import { quoted } from '../wording.ts';

const WHY =
  'An exported form leaves such an answer out, so that the question stays open there; ISO/IEC 42001 A.5.3 asks that results are documented';

/** Answers to questions of forms that no form asks, and choices that a question does not offer. */
export const formAnswer = defineRule({
  id: 'assessment/form-answer',
  kinds: ['impact-assessment'],
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary: 'An answer under `forms:` is for an unknown form or question, or is none of the choices.',
  why: 'ISO/IEC 42001 A.5.3 asks that the results of an assessment are documented; what is written under a name that nothing reads is lost in every form that is made of it.',
  clauses: ['iso-42001:A.5.3'],
  bad: [
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
forms:
  ⟦aia-cd⟧:
    impact30: item2-2
`,
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
forms:
  aia-ca:
    ⟦imapct3⟧: item1-4
    impact30: ⟦item2-3⟧
    impact6: ⟦[item1-1, item2-2]⟧
    decisionSector1: [item1-1, ⟦item9⟧]
`,
  ],
  good: [
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
forms:
  aia-ca:
    projectDetailsPhase: item1
    impact30: item2-2
    decisionSector1: [item1-1, item2-1]
    projectDetailsJob: Head of risk models
  fria:
    Art. 27(3): The authority was told on 2026-10-01.
`,
  ],
  check(model, { document, library, report }) {
    const fix = (place: GivenValue, meant: string | undefined): Fix[] =>
      meant === undefined
        ? []
        : [
            {
              title: `Change to ${meant}`,
              kind: 'assist',
              change: () => [editFile(document.path, replaceScalar(document.source.text, place.span, meant))],
            },
          ];
    const given = givenForms(model.metadata);
    for (const { form, answers } of given) {
      const known = library.form(form.value);
      if (known === undefined) {
        // A key that stands twice would lose one of its values.
        const ids = library.forms.map(each => each.id);
        const free = ids.filter(id => given.every(each => each.form.value !== id));
        const near = nearestWord(form.value, free)?.word;
        const next = near === undefined ? `The forms are ${ids.join(', ')}` : `Did you mean "${near}"?`;
        report({
          at: form.span,
          what: `There is no form ${quoted(form.value)}`,
          why: WHY,
          next,
          fixes: fix(form, near),
        });
        continue;
      }
      for (const answer of answers) {
        const question = known.question(answer.question.value);
        if (question === undefined)
          report(unknownQuestion(answer, answers, known.questions, form.value, fix));
        else for (const each of choiceFaults(answer, question, fix)) report(each);
      }
    }
  },
});

type MakeFix = (place: GivenValue, meant: string | undefined) => Fix[];

function unknownQuestion(
  { question }: GivenAnswer,
  answers: readonly GivenAnswer[],
  questions: readonly FormQuestion[],
  form: string,
  fix: MakeFix,
): Report {
  const taken = new Set(answers.map(each => each.question.value));
  const free = questions.map(each => each.id).filter(id => !taken.has(id));
  const near = nearestWord(question.value, free)?.word;
  return {
    at: question.span,
    what: `The form ${form} has no question ${quoted(question.value)}`,
    why: WHY,
    next: near === undefined ? 'Completion lists the questions of the form' : `Did you mean "${near}"?`,
    fixes: fix(question, near),
  };
}

function choiceFaults(answer: GivenAnswer, question: FormQuestion, fix: MakeFix): Report[] {
  const { choices, answer: type = 'text' } = question;
  if (choices === undefined) return [];
  if (type === 'choice' && answer.values.length > 1)
    return [
      {
        at: answer.all,
        what: `The question ${quoted(question.id)} takes one choice, and here are ${answer.values.length}`,
        why: WHY,
        next: 'Keep the one that applies',
      },
    ];
  const ids = choices.map(choice => choice.id);
  return answer.values
    .filter(({ value }) => !ids.includes(value))
    .map(place => {
      const meant = ids.filter(id => id.startsWith(`${place.value}-`));
      const list = choices.map(({ id, text }) => `${id} (${text})`).join(', ');
      return {
        at: place.span,
        what: `${quoted(place.value)} is no choice of ${quoted(question.id)}`,
        why: WHY,
        next: `Use one of ${list}`,
        fixes: fix(place, meant.length === 1 ? meant[0] : undefined),
      };
    });
}
