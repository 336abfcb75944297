import { describe, expect, it } from 'vitest';
import type { ScoreRule } from '../../../../server/src/catalog/forms/form.ts';
import { graded, scoreOf } from '../../../../server/src/catalog/forms/score.ts';
import { form } from '../../../support/forms.ts';

const RULE: ScoreRule = {
  levels: [25, 50, 75],
  names: ['I', 'II', 'III', 'IV'],
  mitigation: { from: 80, lowers: 15 },
  phase: 'projectDetailsPhase',
};

/**
 * Worked out by hand from the published rule: a score up to a quarter of the maximum is level I, up to a half II, up
 * to three quarters III, above IV; 80 % of the mitigation or more takes 15 % off, and the rest is rounded.
 */
const BY_HAND: readonly (readonly [
  raw: number,
  rawMaximum: number,
  mitigation: number,
  mitigationMaximum: number,
  current: number,
  level: string,
  why: string,
])[] = [
  [0, 100, 0, 100, 0, 'I', 'nothing at all'],
  [25, 100, 0, 100, 25, 'I', 'just 25 %'],
  [26, 100, 0, 100, 26, 'II', 'just above 25 %'],
  [50, 100, 0, 100, 50, 'II', 'just 50 %'],
  [51, 100, 0, 100, 51, 'III', 'just above 50 %'],
  [75, 100, 0, 100, 75, 'III', 'just 75 %'],
  [76, 100, 0, 100, 76, 'IV', 'just above 75 %'],
  [100, 100, 0, 100, 100, 'IV', 'everything'],
  [41, 167, 0, 77, 41, 'I', '41 of 167 is 24.55 %, below 41.75'],
  [42, 167, 0, 77, 42, 'II', '42 is above 41.75'],
  [83, 167, 0, 77, 83, 'II', '83 is below 83.5'],
  [84, 167, 0, 77, 84, 'III', '84 is above 83.5'],
  [125, 167, 0, 77, 125, 'III', '125 is below 125.25'],
  [126, 167, 0, 77, 126, 'IV', '126 is above 125.25'],
  [100, 167, 61, 77, 100, 'III', '61 of 77 is 79.2 %: not lowered'],
  [100, 167, 62, 77, 85, 'III', '62 of 77 is 80.5 %: 85 is above 83.5'],
  [76, 100, 799, 1000, 76, 'IV', '79.9 % of the mitigation'],
  [76, 100, 800, 1000, 65, 'III', '80 % of the mitigation: 64.6 is 65'],
  [10, 40, 8, 10, 9, 'I', '8.5 is rounded up to 9'],
  [30, 100, 4, 5, 26, 'II', '25.5 is rounded up to 26, above 25'],
  [29, 100, 4, 5, 25, 'I', '24.65 is rounded up to 25, still level I'],
  [28, 100, 4, 5, 24, 'I', '23.8 is 24'],
  [70, 100, 4, 5, 60, 'III', '59.5 is rounded up to 60'],
  [88, 100, 5, 5, 75, 'III', '74.8 is 75, still level III'],
  [89, 100, 5, 5, 76, 'IV', '75.65 is 76'],
  [167, 167, 77, 77, 142, 'IV', '141.95 is 142'],
  [147, 167, 77, 77, 125, 'III', '124.95 is 125, below 125.25'],
  [148, 167, 77, 77, 126, 'IV', '125.8 is 126'],
  [60, 100, 0, 0, 60, 'III', 'no phase chosen: nothing can be lowered'],
];

describe('the level of a score', () => {
  it.each(BY_HAND)('%i of %i with %i of %i is %i, level %s (%s)', (...row) => {
    const [raw, rawMaximum, mitigation, mitigationMaximum, current, level] = row;
    const found = graded(RULE, { raw, rawMaximum, mitigation, mitigationMaximum });
    expect([found.current, found.level]).toEqual([current, level]);
  });
});

describe('the Canadian form', () => {
  const { data } = form('aia-ca');

  it('has the rule and the maxima of the published tool', () => {
    expect(data.score).toEqual(RULE);
    const design = scoreOf(data, new Map([['projectDetailsPhase', ['item1']]]));
    const running = scoreOf(data, new Map([['projectDetailsPhase', ['item2']]]));
    expect([design?.rawMaximum, design?.mitigationMaximum, running?.mitigationMaximum]).toEqual([
      167, 77, 77,
    ]);
  });

  it.each([
    ['one choice', { riskProfile1: ['item1-3'] }, 3, 0],
    ['several choices of one question', { decisionSector1: ['item1-1', 'item2-1', 'item7-1'] }, 3, 0],
    ['a choice twice', { decisionSector1: ['item1-1', 'item1-1'] }, 1, 0],
    ['two choices where one is asked for', { impact6: ['item1-1', 'item4-4'] }, 1, 0],
    ['a choice that there is not', { riskProfile1: ['item9-9'] }, 0, 0],
    ['a question whose condition is not met', { aboutDataSource10: ['item1-2'] }, 0, 0],
    [
      'a question whose condition is met',
      { aboutDataSource1: ['item1-2'], aboutDataSource10: ['item1-2'] },
      4,
      0,
    ],
    [
      'a measure of the phase',
      { projectDetailsPhase: ['item2'], fairnessImplementation2: ['item1-2'] },
      0,
      2,
    ],
    [
      'a measure of the other phase',
      { projectDetailsPhase: ['item1'], fairnessImplementation2: ['item1-2'] },
      0,
      0,
    ],
    ['a measure before the phase is known', { fairnessDesign2: ['item1-2'] }, 0, 0],
  ])('counts %s', (_, answers, raw, mitigation) => {
    const score = scoreOf(data, new Map(Object.entries(answers)));
    expect([score?.raw, score?.mitigation]).toEqual([raw, mitigation]);
  });

  it('is not final while a question with points is open', () => {
    const score = scoreOf(data, new Map([['riskProfile1', ['item1-3']]]));
    expect(score?.open).not.toContain('riskProfile1');
    expect(score?.open).toContain('riskProfile2');
  });

  it('has no score for a form without points', () => {
    expect(scoreOf(form('fria').data, new Map())).toBeUndefined();
  });
});
