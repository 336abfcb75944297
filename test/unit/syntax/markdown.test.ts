import { describe, expect, test } from 'vitest';
import { createBlockParser } from '../../../server/src/syntax/markdown/blocks.ts';
import { plainTitle } from '../../../server/src/syntax/markdown/title.ts';
import { parseMarkdown } from '../../../server/src/syntax/markdown/tree.ts';

const blocks = createBlockParser();
const sectionsOf = (text: string) => parseMarkdown(blocks, text, { start: 0, end: text.length }).sections;

/** Checks the sections of a text: each heading's level and title, `-` for text before the first. */
function checkSections(text: string, ...expected: string[]): void {
  const found = sectionsOf(text).map(({ value: { heading } }) =>
    heading === undefined ? '-' : `${heading.level} ${heading.title}`,
  );
  expect(found).toEqual(expected);
}

describe('sections begin at outermost headings', () => {
  test.each<[string, string, string[]]>([
    ['ATX', '# A\ntext\n## B\n', ['1 A', '2 B']],
    ['text before the first', 'lead\n\n# A\n', ['-', '1 A']],
    ['closing marks', '## A ##\n### B#\n#### C # #\n', ['2 A', '3 B#', '4 C #']],
    ['setext', 'A\n===\n\nB\n---\n', ['1 A', '2 B']],
    ['setext over two lines', 'A\nb\n---\n', ['2 A b']],
    ['an empty title', '#\n\n##  \n', ['1 ', '2 ']],
    ['no blank, no heading', '#NoSpace\n####### seven\n', ['-']],
    ['CRLF', '# A\r\ntext\r\n# B\r\n', ['1 A', '1 B']],
    ['lone CR', '# A\rtext\r# B\r', ['1 A', '1 B']],
    ['U+2028 is no line end', '# A\u2028b\n', ['1 A\u2028b']],
    ['fences hide', '```\n# A\n```\n~~~md\n# B\n', ['-']],
    ['comments hide', '<!--\n# A\n-->\n# B\n', ['-', '1 B']],
    ['HTML blocks hide', '<div>\n# A\n\n# B\n</div>\n', ['-', '1 B']],
    ['lists and quotes hold their own', '- # A\n\n> # B\n\n# C\n', ['-', '1 C']],
    ['an indented line is code', 'x\n\n    # A\n', ['-']],
    ['a thematic break is none', '---\n***\n', ['-']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => checkSections(text, ...expected));

  test('and follow each other without gaps', () => {
    const text = 'lead\n\n# A\ntext\n\nB\n---\nmore';
    let end = 0;
    for (const { start, value } of sectionsOf(text)) {
      expect(start).toBe(end);
      expect(text.slice(start, start + value.text.length)).toBe(value.text);
      end += value.text.length;
    }
    expect(end).toBe(text.length);
  });
});

/** Checks what a heading's span covers, and its id. */
function checkHeading(text: string, covered: string, id?: string): void {
  const heading = sectionsOf(text)[0]?.value.heading;
  expect([text.slice(heading?.from, heading?.to), heading?.id]).toEqual([covered, id]);
}

describe('a heading covers its title', () => {
  test.each<[string, string, string?]>([
    ['## Title\n', 'Title'],
    ['##\tTitle \t##\n', 'Title'],
    ['   # Title\n', 'Title'],
    ['# # Title\n', '# Title'],
    ['# Title {#own}\n', 'Title', 'own'],
    ['# Title {: .x #own }\n', 'Title', 'own'],
    ['# Title {.x}\n', 'Title'],
    ['# C# and F#\n', 'C# and F#'],
    ['# Title <a id="own"></a>\n', 'Title <a id="own"></a>', 'own'],
    ['Title {#own}\n=====\n', 'Title', 'own'],
    ['  Title\n---\n', 'Title'],
    ['# {#only}\n', '', 'only'],
  ])('%j', checkHeading);
});

describe('a title as it is read', () => {
  test.each([
    ['**Bold** and *emphasis*', 'Bold and emphasis'],
    ['`__init__` and snake_case_name', '__init__ and snake_case_name'],
    ['_em_ __strong__ ~~gone~~', 'em strong gone'],
    ['[Link](#x) and ![alt](y.png)', 'Link and alt'],
    ['5 * 3 * 2', '5 * 3 * 2'],
    ['C\\# \\*x\\*', 'C# *x*'],
    ['Title <!-- note --> more', 'Title  more'],
    ['<b>x</b> `List<int>`', 'x List<int>'],
    ['``a ` b``', 'a ` b'],
  ])('%j', (raw, title) => expect(plainTitle(raw)).toBe(title));
});

/** Checks the comments of a text's only section. */
function checkComments(text: string, ...expected: string[]): void {
  expect(sectionsOf(text).flatMap(({ value }) => value.comments.map(each => each.text))).toEqual(expected);
}

describe('HTML comments', () => {
  test('in prose, in tables and as blocks', () => {
    checkComments(
      'a <!-- one --> b <!-- two -->\n\n<!--\nthree\n-->\n\n| x <!-- four --> |\n|---|\n',
      'one',
      'two',
      'three',
      'four',
    );
  });

  test('in code are none', () =>
    checkComments('`<!-- a -->` and ``b`` <!-- c -->\n\n```\n<!-- d -->\n```\n', 'c'));

  test('an unclosed one ends with its block', () => {
    checkComments('a <!-- open\n\nb <!-- closed -->\n', 'open', 'closed');
  });
});
