import { describe, expect, test } from 'vitest';
import { checkChosen, checkCompletions, checkHover } from './fixtures.ts';

const FRONT = (forms: string): string =>
  `//- impact-assessment.yaml\nclausewright: impact-assessment/1\nsystem: scoring\nforms:\n${forms}`;

describe('under "forms:"', () => {
  test('forms are offered, those that are there left out', () => {
    const labels = checkCompletions(FRONT('  fria:\n    Art. 27(3): told\n  $0\n')).map(each => each.label);
    expect(labels).toEqual(['aia-ca', 'atrs', 'dpia', 'nist-map']);
  });

  test('questions are offered with what they ask, those that are not asked last', () => {
    const found = checkCompletions(FRONT('  aia-ca:\n    riskProfile1: item1-3\n    $0\n'));
    expect(found.map(each => each.label)).not.toContain('riskProfile1');
    const phase = found.find(each => each.label === 'projectDetailsPhase');
    expect(phase?.used).toBeUndefined();
    expect(phase?.documentation?.()).toContain('Design');
    expect(found.find(each => each.label === 'fairnessDesign1')?.used).toBe(true);
  });

  test('choices are offered with their points, and finish the line', () => {
    const found = checkCompletions(FRONT('  aia-ca:\n    impact30: $0\n'));
    expect(found.map(each => each.label)).toEqual(['item1-4', 'item2-2']);
    expect(found[0]?.detail).toContain('4 points');
    expect(checkChosen(FRONT('  aia-ca:\n    impact30: $0\n'), 'item2-2')).toContain('impact30: item2-2\n');
  });

  test('each of several choices can be completed', () => {
    const text = FRONT('  aia-ca:\n    decisionSector1: [item1-1, $0]\n');
    expect(checkCompletions(text).map(each => each.label)).toContain('item7-1');
  });

  test.each([
    ['a form', '  aia$0-ca:\n    impact30: item2-2\n', 'Treasury Board'],
    ['a question', '  aia-ca:\n    impac$0t30: item2-2\n', 'How far the decision is automated'],
    ['a choice', '  aia-ca:\n    impact30: item$02-2\n', '2 points'],
    ['a question of the law', '  fria:\n    Art. 27(1)(c$0): Applicants\n', 'interested-parties'],
  ])('a hover explains %s', (_, forms, words) => expect(checkHover(FRONT(forms))?.markdown).toContain(words));
});
