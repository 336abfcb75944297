import { expect, test } from 'vitest';
import { renames, type Written } from '../../../../server/src/report/diff/renames.ts';
import { Source } from '../../../../server/src/text/source.ts';

const written = (path: string, text: string): Written => ({ path, source: new Source(text) });
const LINES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

function checkRenames(
  gone: readonly Written[],
  come: readonly Written[],
  expected: Readonly<Record<string, string>>,
): void {
  expect(Object.fromEntries(renames(gone, come))).toEqual(expected);
}

test('the same text under another path', () => {
  checkRenames([written('a.md', 'x\n')], [written('b.md', 'x\n')], { 'b.md': 'a.md' });
});

test('most of the lines', () => {
  const text = LINES.join('\n');
  checkRenames([written('a.md', text)], [written('b.md', `new\n${text}`)], { 'b.md': 'a.md' });
  checkRenames(
    [written('a.md', text)],
    [written('b.md', `${LINES.slice(0, 3).join('\n')}\n${'x\n'.repeat(5)}`)],
    {},
  );
});

test('each document once, the most alike first', () => {
  const text = LINES.join('\n');
  const near = `${text}\nnine`;
  const far = LINES.slice(0, 6).join('\n');
  checkRenames([written('a.md', text)], [written('far.md', far), written('near.md', near)], {
    'near.md': 'a.md',
  });
  checkRenames(
    [written('a.md', text), written('b.md', near)],
    [written('c.md', near), written('d.md', text)],
    {
      'c.md': 'b.md',
      'd.md': 'a.md',
    },
  );
});

test('empty documents with nothing in common are two', () => {
  checkRenames([written('a.md', ' \n')], [written('b.md', '\n\n')], {});
});
