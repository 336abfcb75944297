import { expect, test } from 'vitest';
import { createBlockParser } from '../../../server/src/syntax/markdown/blocks.ts';
import { linksIn } from '../../../server/src/syntax/markdown/links.ts';
import { parseMarkdown } from '../../../server/src/syntax/markdown/tree.ts';

const PARSE = createBlockParser();

/** Links as `kind: destination`, in the order of the text. */
function checkLinks(text: string, ...expected: string[]): void {
  expect(linksOf(text)).toEqual(expected);
}

function linksOf(text: string): string[] {
  return parseMarkdown(PARSE, text, { start: 0, end: text.length }).sections.flatMap(({ value }) =>
    value.derive(linksIn).map(link => `${link.kind}: ${value.slice(link.destination)}`),
  );
}

/** What the whole link covers. */
function checkWhole(text: string, ...expected: string[]): void {
  const found = parseMarkdown(PARSE, text, { start: 0, end: text.length }).sections.flatMap(({ value }) =>
    value.derive(linksIn).map(link => value.slice(link)),
  );
  expect(found).toEqual(expected);
}

test('inline links, with titles, angle brackets and balanced parentheses', () => {
  checkLinks(
    'see [card](docs/card.md) and [x](<my card.md> "t")',
    'inline: docs/card.md',
    'inline: my card.md',
  );
  checkLinks('[a](b(c)d) [e](f "a (b)") [g]( h )', 'inline: b(c)d', 'inline: f', 'inline: h');
  checkLinks('[a]()', 'inline: ');
  checkWhole('x [a *b*](c "t") y', '[a *b*](c "t")');
});

test('what is no link', () => {
  checkLinks('[a] (b) \\[a](b) [a](b c) [a](b "t) [a](<b\n>)');
  checkLinks('[a](b(c)');
});

test('images, and images as the text of links', () => {
  checkLinks('![p](p.png)', 'image: p.png');
  checkWhole('[![p](p.png)](t.md)', '[![p](p.png)](t.md)', '![p](p.png)');
});

test('a link holds no other link', () => {
  checkLinks('[a [b](c) d](e)', 'inline: c');
  checkLinks('![a [b](c) d](e)', 'image: e', 'inline: c');
});

test('code and comments hold no links', () => {
  checkLinks('`[a](b)` [c](d) ``[e](f) ` [g](h)`` <!-- [i](j) --> [k](l)', 'inline: d', 'inline: l');
  checkLinks('```\n[a](b)\n[c]: d\n```\n\n    [e](f)\n\n[g](h)', 'inline: h');
  checkLinks('a ` b [c](d)', 'inline: d');
});

test('reference definitions, also in lists and quotes', () => {
  checkLinks(
    '[a]: docs/card.md "t"\n> [b]: <x y.md>\n\n- [c]: z.md\n\ntext\n[no]: here.md',
    'definition: docs/card.md',
    'definition: x y.md',
    'definition: z.md',
  );
  checkLinks('[^1]: note.md');
});

test('autolinks and HTML attributes', () => {
  checkLinks(
    '<https://x.example/a> and <a href="docs/card.md">x</a>',
    'autolink: https://x.example/a',
    'html: docs/card.md',
  );
  checkLinks('<p align="center">\n<img alt="x" src=\'p.png\'>\n</p>', 'html: p.png');
  checkLinks('<a title="[x](y)" name="z">');
});

test('every position names what it says, with carriage returns, lists and tables', () => {
  checkLinks(
    '# T\r\n\r\n- x\r\n  - [a](b.md)\r\n\r\n| c | d |\r\n|---|---|\r\n| [e](f.md) | g |\r\n',
    'inline: b.md',
    'inline: f.md',
  );
});

const MANY = 100_000;

test.each([
  ['['.repeat(MANY)],
  [']'.repeat(MANY)],
  ['['.repeat(MANY / 2) + ']'.repeat(MANY / 2)],
  ['[](a'.repeat(MANY / 4)],
  ['[](a "'.repeat(MANY / 5)],
  ['[]('.repeat(MANY / 3)],
  ['[](<a'.repeat(MANY / 5)],
  ['[a](b)'.repeat(MANY / 6)],
  ['<a '.repeat(MANY / 3)],
  ['<a href="'.repeat(MANY / 9)],
  ['`'.repeat(MANY)],
  [Array.from({ length: 440 }, (_, index) => '`'.repeat(index + 1)).join(' ')],
  ['` `` '.repeat(MANY / 5)],
  ['<!-- x -->\n\n[a](b)\n\n'.repeat(MANY / 20)],
  ['a <!-- [b](c)\n\n'.repeat(MANY / 15)],
  ['[a]: b\n'.repeat(MANY / 7)],
  ['\\['.repeat(MANY / 2)],
])('the time is linear: %#', text => {
  const start = performance.now();
  const tree = parseMarkdown(PARSE, text, { start: 0, end: text.length });
  const parsed = performance.now();
  for (const { value } of tree.sections) value.derive(linksIn);
  const took = performance.now() - parsed;
  expect(took, `links ${Math.round(took)} ms after a parse of ${Math.round(parsed - start)} ms`).toBeLessThan(
    500,
  );
});
