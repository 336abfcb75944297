import { describe, expect, test } from 'vitest';
import { type OutlineItem, outlineOf } from '../../../server/src/model/outline.ts';
import { createBlockParser } from '../../../server/src/syntax/markdown/blocks.ts';
import { parseMarkdown } from '../../../server/src/syntax/markdown/tree.ts';
import { forSeeds } from '../../support/cases.ts';
import { randomMarkdown } from '../../support/markdown-documents.ts';
import { Random } from '../../support/random.ts';

const blocks = createBlockParser();
const outline = (text: string): OutlineItem[] =>
  outlineOf(parseMarkdown(blocks, text, { start: 0, end: text.length }));

/** Checks the fragments by which GitHub links to the headings of a text. */
function checkSlugs(text: string, ...expected: (string | undefined)[]): void {
  expect(outline(text).map(item => item.slug)).toEqual(expected);
}

describe('a heading is linked to as on GitHub', () => {
  test.each<[string, string, (string | undefined)[]]>([
    ['case and blanks', '# How to Use it\n', ['how-to-use-it']],
    ['punctuation', '# Q&A: what, why?\n', ['qa-what-why']],
    ['accents and other scripts', '# Évaluation 漢字\n', ['évaluation-漢字']],
    ['emoji', '# 🎯 Goal\n', ['-goal']],
    ['underscores and hyphens', '# a_b-c\n', ['a_b-c']],
    ['marks', '# **Bold** `code` [link](x)\n', ['bold-code-link']],
    ['code keeps its underscores', '# `__init__`\n', ['__init__']],
    ['twice', '# A\n# A\n## A\n', ['a', 'a-1', 'a-2']],
    ['a number that is taken', '# A\n# A-1\n# A\n', ['a', 'a-1', 'a-2']],
    ['HTML headings count', '<h2>A</h2>\n\n# A\n', ['a', 'a-1']],
    ['bold lines do not', '**A**\n\n# A\n', [undefined, 'a']],
  ])('%s', (_, text, expected) => checkSlugs(text, ...expected));
});

test('ids that the author gave', () => {
  const text =
    '# A {#one}\n\n<a id="two"></a>\n<a name=three>\n\n## B\n\n<span id="four">x</span>\n\n<h3 id="five">C</h3>\n';
  expect(outline(text).map(item => item.ids)).toEqual([['one', 'two'], ['four'], ['five']]);
});

/** Checks titles, levels and what the extent of each heading covers. */
function checkExtents(text: string, ...expected: [string, string][]): void {
  expect(outline(text).map(item => [item.title, text.slice(item.extent.start, item.extent.end)])).toEqual(
    expected,
  );
}

describe('a heading stands over everything up to the next of its level', () => {
  test('nested', () => {
    checkExtents('# A\na\n## B\nb\n# C\nc\n', ['A', '\na\n## B\nb\n'], ['B', '\nb\n'], ['C', '\nc\n']);
  });

  test('levels that skip', () => {
    checkExtents('### A\n## B\n#### C\n## D\n', ['A', '\n'], ['B', '\n#### C\n'], ['C', '\n'], ['D', '\n']);
  });

  test('bold lines end at the next heading of any kind', () => {
    checkExtents(
      '# A\n\n**B**\n\nb\n\n**C:**\n\n## D\n',
      ['A', '\n\n**B**\n\nb\n\n**C:**\n\n## D\n'],
      ['B', '\n\nb\n\n'],
      ['C', '\n\n'],
      ['D', '\n'],
    );
  });

  test('text before the first heading', () => checkExtents('lead\n\n# A\n', ['', 'lead\n\n'], ['A', '\n']));
});

test('parents', () => {
  expect(outline('# A\n## B\n### C\n## D\n# E\n').map(item => item.parent)).toEqual([-1, 0, 1, 0, -1]);
});

test('every place lies inside the text, whatever it is', () => {
  forSeeds(
    200,
    (seed, saw) => {
      const text = randomMarkdown(new Random(seed));
      saw(text);
      let last = 0;
      for (const { heading, own, extent } of outline(text)) {
        expect(heading.start).toBeGreaterThanOrEqual(last);
        for (const { start, end } of [heading, own, extent]) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(own.end).toBeLessThanOrEqual(extent.end);
        last = heading.end;
      }
    },
    0.02,
  );
});
