import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedLines } from '../../../server/src/text/changed-lines.ts';
import { checkProperty } from '../../support/cases.ts';

function checkChanged(before: string, after: string, lines: readonly number[]): void {
  expect([...changedLines(before, after)].sort((a, b) => a - b)).toEqual(lines);
}

test('lines that came, were changed or moved', () => {
  checkChanged('a\nb\nc\n', 'a\nb\nc\n', []);
  checkChanged('a\nb\nc\n', 'x\na\nb\nc\n', [0]);
  checkChanged('a\nb\nc\n', 'a\nB\nc\n', [1]);
  checkChanged('a\nb\nc\n', 'a\nc\n', []);
  checkChanged('a\nb\nc\nd\n', 'd\na\nb\nc\n', [0]);
  checkChanged('', 'a\nb', [0, 1]);
  checkChanged('a\nb', '', [0]);
});

test('line breaks and white space at the end of lines do not count', () => {
  checkChanged('a\nb\nc', 'a  \r\nb\r\nc', []);
});

test('among equal lines, the one that came is found', () => {
  checkChanged('- x\n- x\n', '- x\n- x\n- x\n', [2]);
  checkChanged('a\n\nb\n\nc\n', 'a\n\nn\n\nb\n\nc\n', [2, 3]);
});

const texts = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', '', '- x', 'one', 'two'), { maxLength: 30 })
  .map(lines => lines.join('\n'));

test('what is not changed stands in the old text, in the same order', () => {
  checkProperty(
    fc.property(texts, texts, (before, after) => {
      const changed = changedLines(before, after);
      const kept = after.split('\n').filter((_, line) => !changed.has(line));
      let at = -1;
      const old = before.split('\n');
      for (const line of kept) {
        at = old.indexOf(line, at + 1);
        expect(at).toBeGreaterThanOrEqual(0);
      }
      expect(changedLines(after, after).size).toBe(0);
    }),
    { numRuns: 500 },
  );
});

test('inserted lines are the only ones', () => {
  checkProperty(
    fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 5 }), (text, place, count) => {
      const lines = text.split('\n');
      const at = place % (lines.length + 1);
      const added = Array.from({ length: count }, (_, index) => `new ${index}`);
      const changed = changedLines(text, [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n'));
      expect([...changed].sort((a, b) => a - b)).toEqual(added.map((_, index) => at + index));
    }),
  );
});

test('long texts take no longer than sorting, also those of equal lines', () => {
  const lines = Array.from({ length: 50_000 }, (_, index) => `line ${index}`);
  const shuffled = lines.map((line, index) => (index % 7 === 0 ? `${line} more` : line));
  const started = performance.now();
  expect(changedLines(lines.join('\n'), shuffled.join('\n')).size).toBe(7143);
  const same = Array.from({ length: 50_000 }, () => 'x').join('\n');
  expect(changedLines(same, `y\n${same}\ny\n${same}`).size).toBeGreaterThan(0);
  expect(changedLines(lines.join('\n'), lines.toReversed().join('\n')).size).toBe(49_999);
  expect(performance.now() - started).toBeLessThan(3000);
});
