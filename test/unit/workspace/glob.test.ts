import { describe, expect, test } from 'vitest';
import { globMatcher } from '../../../server/src/workspace/glob.ts';

test.each([
  ['*.md', 'a.md', true],
  ['*.md', 'docs/a.md', false],
  ['**/*.md', 'docs/deep/.a.md', true],
  ['docs/**', 'docs/a/b.txt', true],
  ['{a,b}/x?.md', 'b/x1.md', true],
  ['[ab].md', 'c.md', false],
  ['reports/*_*_*.xml', 'reports/a_b_c.xml', true],
  ['\\*.md', '*.md', true],
  ['', '', false],
  ['', 'a.md', false],
])('%s and %s: %j', (glob, path, expected) => {
  expect(globMatcher(glob)(path)).toBe(expected);
});

describe('a glob that is made to take long matches nothing, at once', () => {
  const path = `${'a/'.repeat(40)}${'a'.repeat(200)}`;

  test.each([
    ['stars', `${'*a'.repeat(40)}b`],
    ['folders of any depth', `${'**/a/'.repeat(20)}b`],
    ['choices', `${'{a,a}'.repeat(30)}b`],
    ['repetitions', '+(a|aa)+(a|aa)b'],
    ['length', 'a*'.repeat(20_000)],
    ['an unclosed class', '['.repeat(5000)],
  ])('%s', (_, glob) => {
    const started = performance.now();
    expect(globMatcher(glob)(path)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('what is allowed takes no long time either', () => {
    const started = performance.now();
    for (const glob of ['**/a/**/a/**/a/**/b', '*a*a*b', '{a,a}{a,a}{a,a}{a,a}{a,a}b', '[a]*[a]*[a]*b'])
      expect(globMatcher(glob)(path)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
