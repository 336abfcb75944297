import type { FilledForm, FormAnswer } from '../../workspace/forms/fill.ts';

/** A filled form together with the assessment that it was made from. */
export interface ExportedForm extends FilledForm {
  /** Path of the assessment, as the reader of the form sees it. */
  readonly path: string;
  /** Id of the assessed system, where it is named. */
  readonly system: string | undefined;
  /** 1-based line of an offset of the assessment. */
  readonly lineOf: (offset: number) => number;
}

/** What every exported form says of itself. */
export const FORM_NOTE =
  'Made from the answers of one assessment. Questions without an answer are left open; nothing was filled in for them. The wording of the questions is Clausewright’s own, the official text applies. This form says nothing about conformity.';

/** The answers that are not whole. */
export function remaining(answers: readonly FormAnswer[]): readonly FormAnswer[] {
  return answers.filter(each => each.status !== 'answered');
}

/** How many questions are answered, in part, and open. */
export function tally(answers: readonly FormAnswer[]): { answered: number; partly: number; open: number } {
  const count = (status: FormAnswer['status']) => answers.filter(each => each.status === status).length;
  return { answered: count('answered'), partly: count('partly'), open: count('open') };
}
