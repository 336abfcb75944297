import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../../server/src/syntax/frontmatter.ts';

function checkSplit(text: string, state: string, content: string, body: string): void {
  const front = splitFrontMatter(text);
  expect({
    state: front.state,
    content: text.slice(front.content.start, front.content.end),
    body: text.slice(front.body),
  }).toEqual({ state, content, body });
}

describe('front matter', () => {
  test.each([
    ['plain', '---\na: 1\n---\n# T\n', 'closed', 'a: 1\n', '# T\n'],
    ['CRLF', '---\r\na: 1\r\n---\r\n# T', 'closed', 'a: 1\r\n', '# T'],
    ['lone CR', '---\ra: 1\r---\r# T', 'closed', 'a: 1\r', '# T'],
    ['BOM', '\uFEFF---\na: 1\n---\nx', 'closed', 'a: 1\n', 'x'],
    ['blank lines before it', '\n  \n---\na: 1\n---\nx', 'closed', 'a: 1\n', 'x'],
    ['blanks behind the closing fence', '---\na: 1\n---  \nx', 'closed', 'a: 1\n', 'x'],
    ['nothing between the fences', '---\n---\nx', 'closed', '', 'x'],
    ['only comments', '---\n# guidance\n---\nx', 'closed', '# guidance\n', 'x'],
    ['a list', '---\n- a\n---\nx', 'closed', '- a\n', 'x'],
    ['a template', '---\n{{ card_data }}\n---\nx', 'closed', '{{ card_data }}\n', 'x'],
    ['closing fence at the end of the file', '---\na: 1\n---', 'closed', 'a: 1\n', ''],
    ['a fence inside a value', '---\na: |\n  ---\n---\nx', 'closed', 'a: |\n  ---\n', 'x'],
    [
      'a faulty key among keys',
      '---\nlicense mit\nlanguage: en\n---\nx',
      'closed',
      'license mit\nlanguage: en\n',
      'x',
    ],
  ])('%s', (_, text, state, content, body) => checkSplit(text, state, content, body));
});

describe('no front matter', () => {
  test.each([
    ['empty', ''],
    ['a heading first', '# T\n---\na: 1\n---\n'],
    ['blanks behind the opening fence', '--- \na: 1\n---\n'],
    ['an indented fence', ' ---\na: 1\n---\n'],
    ['a thematic break', '---\n\nSome text.\n'],
    ['text between two thematic breaks', '---\n\n# Title\n\nSome text\n\n---\n\nMore.\n'],
    ['a lone fence', '---'],
    ['four dashes', '----\na: 1\n----\n'],
  ])('%s', (_, text) => checkSplit(text, 'none', '', text));

  test('the body begins behind a BOM', () => checkSplit('\uFEFF# T\n', 'none', '', '# T\n'));
});

describe('front matter that was never closed', () => {
  test('ends where the Markdown begins', () => {
    checkSplit('---\na: 1\nb:\n  - c\n# Title\ntext\n', 'unclosed', 'a: 1\nb:\n  - c\n', '# Title\ntext\n');
  });

  test('takes the whole file where nothing else follows', () => {
    checkSplit('---\na: 1\n', 'unclosed', 'a: 1\n', '');
  });
});

test('blank lines before the fence are told', () => {
  expect(splitFrontMatter('\n---\na: 1\n---\n').blankBefore).toBe(true);
  expect(splitFrontMatter('\uFEFF---\na: 1\n---\n').blankBefore).toBe(false);
});

test('a span covers each fence line without its break', () => {
  const text = '\n---\r\na: 1\r\n--- \r\nx';
  const { open, close } = splitFrontMatter(text);
  expect([text.slice(open.start, open.end), text.slice(close.start, close.end)]).toEqual(['---', '--- ']);
});
