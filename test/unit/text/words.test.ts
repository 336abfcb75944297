import { describe, expect, test } from 'vitest';
import { wordRuns } from '../../../server/src/text/words.ts';
import { forSeeds } from '../../support/cases.ts';
import { Random } from '../../support/random.ts';

const shown = (before: string, after: string): string =>
  wordRuns(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'removed' ? '-' : '+'}[${text}]`))
    .join('');

describe('what has changed between two texts', () => {
  test.each([
    ['a b c', 'a b c', 'a b c'],
    ['AUC is 0.81 now', 'AUC is 0.79 now', 'AUC is -[0.81 ]+[0.79 ]now'],
    ['a c', 'a b c', 'a +[b ]c'],
    ['a b c', 'a c', 'a -[b ]c'],
    ['', 'a', '+[a]'],
    ['a', '', '-[a]'],
    ['a  b\n', 'a b', 'a b'],
    ['one two three four', 'one 2 three 4', 'one -[two ]+[2 ]three -[four]+[4]'],
  ])('%j to %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  test('very different long texts are shown as replaced whole, in short time', () => {
    const text = (word: string): string => Array.from({ length: 20_000 }, (_, n) => `${word}${n}`).join(' ');
    const runs = wordRuns(text('a'), text('b'));
    expect(runs.map(each => each.kind)).toEqual(['removed', 'added']);
  });

  test('both texts can be put together again', () => {
    forSeeds(
      200,
      (seed, saw) => {
        const random = new Random(seed);
        const words = (): string =>
          random.list(0, 12, () => random.pick(['a', 'b', 'c', 'data', '0.81'])).join(' ');
        const [before, after] = [words(), words()];
        const runs = wordRuns(before, after);
        const without = (kind: string): string[] =>
          runs.flatMap(each => (each.kind === kind ? [] : (each.text.match(/\S+/g) ?? [])));
        expect(without('added')).toEqual(before.match(/\S+/g) ?? []);
        expect(without('removed')).toEqual(after.match(/\S+/g) ?? []);
        saw(`${before} ${after}`);
      },
      0.02,
    );
  });
});
