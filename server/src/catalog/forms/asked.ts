import type { Choices } from '../../model/forms/given.ts';
import type { FormData, FormGroup, FormQuestion } from './form.ts';

/** A question of a form that is asked, with its group. */
export interface Asked {
  readonly group: FormGroup;
  readonly question: FormQuestion;
}

/**
 * The questions that are asked once some have been answered, in the order of the form: a group of another phase is
 * not, nor a question whose condition is not met. A condition on a question that is not asked itself is never met.
 */
export function askedQuestions(form: FormData, choices: Choices): readonly Asked[] {
  const phase = form.score === undefined ? [] : (choices.get(form.score.phase) ?? []);
  const asked = new Set<string>();
  const found: Asked[] = [];
  for (const group of form.groups) {
    if (group.phase !== undefined && !phase.includes(group.phase)) continue;
    for (const question of group.questions) {
      if (!meets(question, choices, asked)) continue;
      asked.add(question.id);
      found.push({ group, question });
    }
  }
  return found;
}

function meets({ when = {} }: FormQuestion, choices: Choices, asked: ReadonlySet<string>): boolean {
  return Object.entries(when).every(
    ([id, values]) => asked.has(id) && (choices.get(id) ?? []).some(each => values.includes(each)),
  );
}
