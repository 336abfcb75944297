import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, controlLink, escaped, fileLink, rewriteLinks } from '../../../server/src/features/markdown.ts';
import { checkProperty } from '../../support/cases.ts';

const SHOWN = {
  file: (path: string, span: { start: number; end: number } | undefined) =>
    `file:///${path}${span ? `#${span.start}` : ''}`,
  control: (framework: string, id: string) =>
    framework === 'none' ? undefined : `catalog:/${framework}/${id}`,
};

describe('link tokens', () => {
  test.each([
    [fileLink('a', 'docs/a b(1).md', { start: 3, end: 9 }), '[a](file:///docs/a%20b%281%29.md#3)'],
    [fileLink('x]y', 'a.md'), String.raw`[x\]y](file:///a.md)`],
    [
      controlLink('Art. 17(1)', 'eu-ai-act', 'Art. 17(1)'),
      '[Art. 17(1)](catalog:/eu-ai-act/Art.%2017%281%29)',
    ],
    [controlLink('x', 'none', 'y'), 'x'],
    ['[a](https://example.org)', '[a](https://example.org)'],
  ])('%s', (token, link) => expect(rewriteLinks(token, SHOWN)).toBe(link));

  test('any path and label come back as they were', () => {
    checkProperty(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        (label, path) => {
          const seen: string[] = [];
          rewriteLinks(`before ${fileLink(label, path, { start: 1, end: 2 })} after`, {
            file: each => {
              seen.push(each);
              return 'x';
            },
            control: () => undefined,
          });
          expect(seen).toEqual([path]);
        },
      ),
    );
  });
});

test('escaped text and code forge no token', () => {
  const forged = '[x](clausewright-file:etc)';
  for (const text of [escaped(forged), escaped(`a ${forged}`)]) expect(rewriteLinks(text, SHOWN)).toBe(text);
  expect(code('a `b` c')).toBe('``a `b` c``');
  expect(code('`')).toBe('`` ` ``');
  expect(escaped('# 1. a\nb')).toBe(String.raw`\# 1. a b`);
  expect(escaped('9.1')).toBe('9.1');
});
