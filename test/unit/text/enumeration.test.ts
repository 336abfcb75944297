import { expect, test } from 'vitest';
import { enumeration } from '../../../server/src/text/enumeration.ts';

test.each<[readonly string[], string, string]>([
  [[], '', ''],
  [['a'], 'a', 'a'],
  [['a', 'b'], 'a and b', 'a or b'],
  [['a', 'b', 'c'], 'a, b and c', 'a, b or c'],
])('%j in a sentence', (words, all, one) => {
  expect([enumeration(words, 'and'), enumeration(words, 'or')]).toEqual([all, one]);
});
