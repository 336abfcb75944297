import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineBreakOf, normalised, withLineBreaks } from '../../../server/src/text/eol.ts';
import { checkProperty } from '../../support/cases.ts';

test.each([
  ['a\r\nb\n', '\r\n'],
  ['a\nb\r\n', '\n'],
  ['a\rb', '\r'],
  ['no break', '\n'],
  ['', '\n'],
])('the line break of %j', (text, expected) => {
  expect(lineBreakOf(text)).toBe(expected);
});

test('inserted text takes the line breaks of the document', () => {
  expect(withLineBreaks('a\nb\n', '\r\n')).toBe('a\r\nb\r\n');
  expect(withLineBreaks('a\nb\n', '\n')).toBe('a\nb\n');
});

describe('the text that a sign-off covers', () => {
  test.each([
    ['line ends', 'a\r\nb\rc\n', 'a\nb\nc'],
    ['blanks at line ends', 'a  \nb\t\n', 'a\nb'],
    ['blank lines at either end', '\n \n a\n\n\n', ' a'],
    ['blank lines between stay', 'a\n\n\nb', 'a\n\n\nb'],
    ['nothing but blanks', ' \n\t\r\n', ''],
    ['nothing', '', ''],
  ])('%s', (_, text, expected) => expect(normalised(text)).toBe(expected));

  test('is the same however often it is made', () => {
    const text = fc
      .array(fc.constantFrom('a', ' ', '\n', '\r', '\t', '\r\n', '\u00a0'))
      .map(all => all.join(''));
    checkProperty(
      fc.property(text, written => {
        const once = normalised(written);
        expect(normalised(once)).toBe(once);
        expect(normalised(written.replace(/\r\n?/g, '\n'))).toBe(once);
      }),
    );
  });

  test('takes no longer than the text is long', () => {
    const started = performance.now();
    normalised(`a${'\n'.repeat(300_000)}b${' '.repeat(300_000)}c`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
