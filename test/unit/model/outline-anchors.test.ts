import { expect, test } from 'vitest';
import { outlineOf } from '../../../server/src/model/outline.ts';
import { createBlockParser } from '../../../server/src/syntax/markdown/blocks.ts';
import { parseMarkdown } from '../../../server/src/syntax/markdown/tree.ts';

function checkIds(text: string, expected: Readonly<Record<string, readonly string[]>>): void {
  const tree = parseMarkdown(createBlockParser(), text, { start: 0, end: text.length });
  const ids = outlineOf(tree).flatMap(each => (each.ids.length > 0 ? [[each.title, each.ids] as const] : []));
  expect(Object.fromEntries(ids)).toEqual(expected);
}

test.each([
  ['# A {#own}\n\ntext\n', { A: ['own'] }],
  ['# A\n\ntext <a id="in"></a>\n\n## B\n', { A: ['in'] }],
  ['# A\n\n<a id="x"></a>\n## B\n\ntext\n', { B: ['x'] }],
  ['# A\n\ntext\n\n<a name="x"></a> <a id="y"></a>\n\n## B {#z}\n', { B: ['x', 'y', 'z'] }],
  ['## A\n\n<a id="x"></a>\n\n# B\n', { B: ['x'] }],
  ['# A\n\n<a id="x"></a>\n\ntext\n\n## B\n', { A: ['x'] }],
  ['# A\n\n<a id="x"></a>\n', { A: ['x'] }],
  ['# <a id="x"></a>A\n', { A: ['x'] }],
])('the ids in %j', (text, expected) => {
  checkIds(text, expected);
});
