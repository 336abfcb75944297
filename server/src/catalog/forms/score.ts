import type { Choices } from '../../model/forms/given.ts';
import { askedQuestions } from './asked.ts';
import type { FormData, FormGroup, FormQuestion, ScoreRule } from './form.ts';

/** The points that count for a level, and the most that there can be. */
export interface Points {
  readonly raw: number;
  readonly rawMaximum: number;
  readonly mitigation: number;
  /** Zero while nobody has said which questions on measures are asked. */
  readonly mitigationMaximum: number;
}

/** What points come to. */
export interface Graded {
  /** Whether enough is done for the raw score to be lowered. */
  readonly lowered: boolean;
  /** The raw score, lowered where that is due and then rounded to a whole number, halves up. */
  readonly current: number;
  /** Name of the level. */
  readonly level: string;
}

/** The score of a form as it is answered so far. */
export interface Score extends Points, Graded {
  /** Asked questions that carry points and have no answer: until they do, the score is not final. */
  readonly open: readonly string[];
}

/**
 * Grades points by a rule. The ends of levels belong to the level below them, and so does the mitigation from which
 * the score is lowered to those that lower it. Whole numbers only, so that nothing hangs on how a fraction is stored.
 */
export function graded(rule: ScoreRule, points: Points): Graded {
  const { raw, rawMaximum, mitigation, mitigationMaximum } = points;
  const { from, lowers } = rule.mitigation;
  const lowered = mitigationMaximum > 0 && mitigation * 100 >= from * mitigationMaximum;
  const current = lowered ? Math.floor((raw * (100 - lowers) + 50) / 100) : raw;
  const index = rule.levels.findIndex(end => current * 100 <= end * rawMaximum);
  return { lowered, current, level: rule.names[index < 0 ? rule.levels.length : index] ?? '' };
}

/** The score of a form; undefined for a form that has none. Answers to questions that are not asked do not count. */
export function scoreOf(form: FormData, choices: Choices): Score | undefined {
  if (form.score === undefined) return undefined;
  const asked = askedQuestions(form, choices).filter(({ group }) => group.score !== undefined);
  const sum = (score: FormGroup['score']) =>
    asked
      .filter(({ group }) => group.score === score)
      .reduce((total, { question }) => total + pointsOf(question, choices.get(question.id) ?? []), 0);
  const phase = choices.get(form.score.phase) ?? [];
  const points: Points = {
    raw: sum('raw'),
    rawMaximum: maximumOf(form.groups.filter(group => group.score === 'raw')),
    mitigation: sum('mitigation'),
    mitigationMaximum: maximumOf(
      form.groups.filter(
        group => group.score === 'mitigation' && (group.phase === undefined || phase.includes(group.phase)),
      ),
    ),
  };
  const open = asked
    .filter(({ question }) => most(question) > 0 && (choices.get(question.id) ?? []).length === 0)
    .map(({ question }) => question.id);
  return { ...points, ...graded(form.score, points), open };
}

/** The most that the questions of groups can come to, those included that are asked on a condition. */
function maximumOf(groups: readonly FormGroup[]): number {
  return groups.flatMap(group => group.questions).reduce((total, question) => total + most(question), 0);
}

function most(question: FormQuestion): number {
  const points = (question.choices ?? []).map(choice => choice.points ?? 0);
  if (question.answer === 'choices') return points.reduce((total, each) => total + each, 0);
  return Math.max(0, ...points);
}

/** Points of the choices that were made: each once, and one only where the question takes one. */
function pointsOf(question: FormQuestion, made: readonly string[]): number {
  const taken = (question.choices ?? []).filter(choice => made.includes(choice.id));
  const counted = question.answer === 'choices' ? taken : taken.slice(0, 1);
  return counted.reduce((total, choice) => total + (choice.points ?? 0), 0);
}
