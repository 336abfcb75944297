import { expect, test } from 'vitest';
import { at, encloses, overlaps, touches } from '../../../server/src/text/span.ts';

test('a local stretch becomes a span of the file', () => {
  expect(at(10, { from: 2, to: 5 })).toEqual({ start: 12, end: 15 });
});

test('a cursor touches a span at both of its ends', () => {
  const span = { start: 2, end: 4 };
  expect([1, 2, 3, 4, 5].map(offset => touches(span, offset))).toEqual([false, true, true, true, false]);
});

test.each([
  [{ start: 0, end: 2 }, { start: 2, end: 4 }, false],
  [{ start: 0, end: 3 }, { start: 2, end: 4 }, true],
  [{ start: 2, end: 2 }, { start: 2, end: 4 }, true],
  [{ start: 3, end: 3 }, { start: 3, end: 3 }, true],
  [{ start: 5, end: 5 }, { start: 2, end: 4 }, false],
])('%j and %j share something: %j', (a, b, expected) => {
  expect(overlaps(a, b)).toBe(expected);
  expect(overlaps(b, a)).toBe(expected);
});

test('a span encloses itself', () => {
  expect(encloses({ start: 1, end: 3 }, { start: 1, end: 3 })).toBe(true);
  expect(encloses({ start: 1, end: 3 }, { start: 1, end: 4 })).toBe(false);
});
