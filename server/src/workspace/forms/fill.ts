import { askedQuestions } from '../../catalog/forms/asked.ts';
import type { Form, FormChoice, FormData, FormGroup, FormQuestion } from '../../catalog/forms/form.ts';
import { type Score, scoreOf } from '../../catalog/forms/score.ts';
import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type { Assessment } from '../../model/assessment/types.ts';
import { choicesOf, type GivenAnswer, givenForms } from '../../model/forms/given.ts';
import { type AnswerText, textsOf } from './texts.ts';

/** Whether a question is answered, may be answered in part, or not at all. */
export type AnswerStatus = 'answered' | 'partly' | 'open';

/** A question of a form with what an assessment says towards it. */
export interface FormAnswer {
  readonly group: FormGroup;
  readonly question: FormQuestion;
  readonly status: AnswerStatus;
  readonly texts: readonly AnswerText[];
  /** The choices that were made, each with its place in `texts`. */
  readonly choices: readonly FormChoice[];
  /** Why the answer may not be the whole one. */
  readonly note: string | undefined;
}

/** A form as one assessment answers it: the questions that are asked, in the order of the form. */
export interface FilledForm {
  readonly form: FormData;
  readonly answers: readonly FormAnswer[];
  /** Absent for a form without points. */
  readonly score: Score | undefined;
}

/**
 * Fills a form from an assessment: an answer under `forms:` comes first, else what the parts say that the form names.
 * Nothing is made up, and nothing stands in for a question without an answer.
 */
export function fillForm(form: Form, assessment: Assessment, vocabulary: Vocabulary): FilledForm {
  const given = givenForms(assessment.metadata);
  const choices = choicesOf(given, form.data.id);
  const own = new Map(
    given
      .filter(each => each.form.value === form.data.id)
      .flatMap(each => each.answers.map((answer): [string, GivenAnswer] => [answer.question.value, answer])),
  );
  const answers = askedQuestions(form.data, choices).map(({ group, question }): FormAnswer => {
    const direct = givenAnswer(question, own.get(question.id));
    return { group, question, ...(direct ?? fromParts(question, assessment, vocabulary)) };
  });
  return { form: form.data, answers, score: scoreOf(form.data, choices) };
}

type Said = Pick<FormAnswer, 'status' | 'texts' | 'choices' | 'note'>;

/** An answer that the assessment gives to the very question; values that are none of its choices are no answer. */
function givenAnswer(question: FormQuestion, given: GivenAnswer | undefined): Said | undefined {
  const { choices, id } = question;
  const taken = (given?.values ?? []).flatMap(({ value, span }) => {
    const choice = choices?.find(each => each.id === value);
    if (choices !== undefined && choice === undefined) return [];
    return [{ choice, text: { title: id, text: choice?.text ?? value, span, unfinished: false } }];
  });
  const counted = question.answer === 'choice' ? taken.slice(0, 1) : taken;
  if (counted.length === 0) return undefined;
  return {
    status: 'answered',
    texts: counted.map(each => each.text),
    choices: counted.flatMap(each => each.choice ?? []),
    note: undefined,
  };
}

function fromParts(question: FormQuestion, assessment: Assessment, vocabulary: Vocabulary): Said {
  const { from = [], partly, unless } = question;
  const found = from.map(part => textsOf(part, assessment, vocabulary));
  const texts = unique(found.flat());
  if (texts.length === 0) return { status: 'open', texts, choices: [], note: undefined };
  const whole = unless?.every(part => textsOf(part, assessment, vocabulary).length > 0) ?? false;
  const notes = [
    ...(partly === undefined || whole ? [] : [partly]),
    ...(texts.some(each => each.unfinished) ? ['a part of it is still to be written'] : []),
  ];
  const note = notes.length === 0 ? undefined : notes.join('; ');
  return { status: note === undefined ? 'answered' : 'partly', texts, choices: [], note };
}

/** Each place once: a labelled value and the section around it may both be named. */
function unique(texts: readonly AnswerText[]): AnswerText[] {
  const seen = new Set<string>();
  return texts.filter(({ span, text }) => {
    const key = `${span.start}:${span.end}:${text}`;
    return !seen.has(key) && seen.add(key);
  });
}
