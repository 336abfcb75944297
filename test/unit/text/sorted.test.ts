import { describe, expect, test } from 'vitest';
import { boundary, lastBefore } from '../../../server/src/text/sorted.ts';

describe('the boundary of a condition in a sorted list', () => {
  test.each<[readonly number[], number]>([
    [[], 0],
    [[5], 0],
    [[4], 1],
    [[1, 2, 3], 3],
    [[1, 2, 5, 7], 2],
    [[1, 4, 4, 4, 5], 4],
    [[6, 7, 8], 0],
  ])('in %j the first that is not below 5 stands at %i', (sorted, index) => {
    expect(boundary(sorted, each => each < 5)).toBe(index);
  });
});

describe('the last that begins at or before an offset', () => {
  const starts = [{ start: 0 }, { start: 10 }, { start: 10 }, { start: 25 }];
  test.each<[number, number | undefined]>([
    [-1, undefined],
    [0, 0],
    [9, 0],
    [10, 2],
    [24, 2],
    [1000, 3],
  ])('for %i it is number %j', (offset, index) => {
    const found = lastBefore(starts, offset, each => each.start);
    expect(found).toBe(index === undefined ? undefined : starts[index]);
  });
});
