import { describe, expect, test } from 'vitest';
import { splitYaml } from '../../../server/src/syntax/yaml/split.ts';

/** Checks the pieces a text is cut into: `|` before each part, `·` before each entry. */
function checkCut(text: string, expected: string): void {
  const { chunks } = splitYaml(text, 0, text.length);
  const marks = new Map<number, string>();
  for (const { start, entries } of chunks) {
    for (const entry of entries?.starts ?? []) marks.set(entry, '·');
    marks.set(start, '|');
  }
  let cut = '';
  for (let offset = 0; offset < text.length; offset += 1) cut += (marks.get(offset) ?? '') + text[offset];
  expect(cut).toBe(expected);
}

describe('a map is cut at its keys', () => {
  test.each([
    ['two keys', 'a: 1\nb: 2\n', '|a: 1\n|b: 2\n'],
    ['comments before the first key', '# top\n\na: 1\nb: 2\n', '|# top\n\na: 1\n|b: 2\n'],
    ['comments and blank lines behind a key', 'a: 1\n# about b\n\nb: 2\n', '|a: 1\n# about b\n\n|b: 2\n'],
    [
      'block scalars with lines like keys, items, comments',
      'a: |\n  k: v\n  - x\n  # y\nb: 2\n',
      '|a: |\n  k: v\n  - x\n  # y\n|b: 2\n',
    ],
    [
      'closing brackets at column 0',
      'a: [\n  1,\n]\nb: {\n  c: 1\n}\n',
      '|a: [\n  1,\n]\n|b: {\n  c: 1\n}\n',
    ],
    ['an explicit key with its value', 'a: 1\n? b\n: 2\nc: 3\n', '|a: 1\n|? b\n: 2\n|c: 3\n'],
    ['a line that is neither', 'a: 1\nfoo\nb: 2\n', '|a: 1\n|foo\n|b: 2\n'],
    ['a key that begins with a dash', '-x: 1\n-y: 2\n', '|-x: 1\n|-y: 2\n'],
    ['quoted keys', '"a b": 1\n\'c: d\': 2\n', '|"a b": 1\n|\'c: d\': 2\n'],
  ])('%s', (_, text, expected) => checkCut(text, expected));
});

describe('the value of a key is cut at its entries', () => {
  test.each([
    ['a list', 'a:\n  - 1\n  - 2\n', '|a:\n·  - 1\n·  - 2\n'],
    ['a list at column 0', 'a:\n- 1\n- 2\nb: 3\n', '|a:\n·- 1\n·- 2\n|b: 3\n'],
    ['a map', 'a:\n  b: 1\n  c: 2\n', '|a:\n·  b: 1\n·  c: 2\n'],
    [
      'deep lines belong to their entry',
      'a:\n  - b: 1\n    c:\n      - d\n  - e: 2\n',
      '|a:\n·  - b: 1\n    c:\n      - d\n·  - e: 2\n',
    ],
    ['a comment behind the key', 'a: # why\n  - 1\n  - 2\n', '|a: # why\n·  - 1\n·  - 2\n'],
    [
      'a comment between',
      'a:\n  # first\n  - 1\n# second\n  - 2\n',
      '|a:\n  # first\n·  - 1\n# second\n·  - 2\n',
    ],
    ['a tab inside an entry', 'a:\n  - b\n\tc\n  - d\n', '|a:\n·  - b\n\tc\n·  - d\n'],
    ['an explicit key among entries', 'a:\n  ? b\n  : 1\n  c: 2\n', '|a:\n  ? b\n  : 1\n  c: 2\n'],
  ])('%s', (_, text, expected) => checkCut(text, expected));
});

describe('text that is left whole', () => {
  test.each([
    ['one entry', 'a:\n  - 1\n'],
    ['flow style', '{ a: 1,\nb: 2 }\n'],
    ['JSON', '{\n"a": 1,\n"b": [\n2\n]\n}\n'],
    ['a scalar', 'text\nmore\n'],
    ['a root with a tag', '!!map\na: 1\nb: 2\n'],
    ['a map that is indented as a whole', '  a: 1\n  b: 2\n'],
    ['entries of both kinds', 'a:\n  - 1\n  b: 2\n'],
    ['an entry that is less indented than the first', 'a:\n    - 1\n  - 2\n'],
  ])('%s', (_, text) => checkCut(text, `|${text}`));

  test('nothing is cut into nothing', () => checkCut('', ''));
});

test('a list is cut at its dashes', () => {
  checkCut('- a\n-\n  b\n# c\n- - d\n  - e\n', '|- a\n|-\n  b\n# c\n|- - d\n  - e\n');
});
