import type { HARM } from '../../model/assessment/columns.ts';
import { nameKey } from '../../model/assessment/match.ts';
import type { Filled, Value } from '../../model/assessment/types.ts';
import type { RiskCriteria, Scale } from './criteria.ts';

/** A rating on a scale: its step from 1 upwards, outside of the scale, or words that say nothing certain. */
export type Rating = number | 'outside' | undefined;

/** Reads a rating: a number, a step's name, or both as in `4 (likely)`, `4/5`, `likely`. */
export function ratingOf(written: string, scale: Scale): Rating {
  const key = nameKey(written);
  const word = scale.words.get(key);
  if (word !== undefined) return word;
  const number = /^(-?\d{1,4})(?: ?\/ ?\d{1,4})?(?![\d.,%])/.exec(key);
  if (number !== null) {
    const rating = Number(number[1]);
    return rating >= 1 && rating <= scale.steps.length ? rating : 'outside';
  }
  const behind = /^[^\d([=:]{1,40}[([=:] ?(\d{1,4})(?: ?\/ ?\d{1,4})? ?[)\]]?$/.exec(key);
  if (behind === null) return undefined;
  const rating = Number(behind[1]);
  return rating >= 1 && rating <= scale.steps.length ? rating : 'outside';
}

/** A score with the two ratings that it was multiplied from. */
export interface Score {
  readonly likelihood: number;
  readonly severity: number;
  readonly score: number;
  readonly level: string;
}

/** The score of two ratings; undefined where one of them is missing or is no step of its scale. */
export function scoreOf(
  likelihood: Value | undefined,
  severity: Value | undefined,
  criteria: RiskCriteria,
): Score | undefined {
  if (likelihood === undefined || severity === undefined) return undefined;
  const [l, s] = [
    ratingOf(likelihood.value, criteria.likelihood),
    ratingOf(severity.value, criteria.severity),
  ];
  if (typeof l !== 'number' || typeof s !== 'number') return undefined;
  return { likelihood: l, severity: s, score: l * s, level: levelOf(l * s, criteria) };
}

/** Name of the level that a score lies in. */
export function levelOf(score: number, { levels }: RiskCriteria): string {
  return levels.findLast(level => level.from <= score)?.name ?? '';
}

/** Fields that are scored: those of a harm or a failure. */
export type Scored = Pick<
  Filled<typeof HARM>,
  'likelihood' | 'severity' | 'residual_likelihood' | 'residual_severity'
>;

/** The score before any measure. */
export function inherentScore(fields: Scored, criteria: RiskCriteria): Score | undefined {
  return scoreOf(fields.likelihood, fields.severity, criteria);
}

/** The score that is left; a rating that is not given again has not changed. Undefined where neither is given. */
export function residualScore(fields: Scored, criteria: RiskCriteria): Score | undefined {
  const { residual_likelihood: likelihood, residual_severity: severity } = fields;
  if (likelihood === undefined && severity === undefined) return undefined;
  return scoreOf(likelihood ?? fields.likelihood, severity ?? fields.severity, criteria);
}
