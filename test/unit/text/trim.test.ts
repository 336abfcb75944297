import { expect, test } from 'vitest';
import { withoutEnd } from '../../../server/src/text/trim.ts';

test.each<[string, RegExp, string]>([
  ['a--', /-/, 'a'],
  ['--a', /-/, '--a'],
  ['---', /-/, ''],
  ['', /-/, ''],
  ['a-b- ', /[-\s]/, 'a-b'],
])('%j without what %s matches at its end', (text, character, left) => {
  expect(withoutEnd(text, character)).toBe(left);
});
