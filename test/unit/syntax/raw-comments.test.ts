import { describe, expect, test } from 'vitest';
import { rawComments, withoutComments } from '../../../server/src/syntax/markdown/raw-comments.ts';

describe('a text without its comments, an unclosed one kept or left out', () => {
  test.each<[string, string, string]>([
    ['', '', ''],
    ['plain -->', 'plain -->', 'plain -->'],
    ['a <!-- b --> c<!--d-->', 'a  c', 'a  c'],
    ['a <!-- b\n\nc --> d', 'a  d', 'a  d'],
    ['a <!-- b <!-- c --> d', 'a  d', 'a  d'],
    ['a <!-- b --> c <!-- d', 'a  c <!-- d', 'a  c '],
    ['a <!--', 'a <!--', 'a '],
  ])('%j', (text, kept, left) => {
    expect([withoutComments(text), withoutComments(text, 'goes')]).toEqual([kept, left]);
  });
});

test('comments stand with their marks, and the last one tells that it is open', () => {
  const text = 'a <!-- b --> <!-- c';
  expect(rawComments(text).map(({ from, to, closed }) => [text.slice(from, to), closed])).toEqual([
    ['<!-- b -->', true],
    ['<!-- c', false],
  ]);
});
