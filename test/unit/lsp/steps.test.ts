import { expect, test } from 'vitest';
import { join, Steps } from '../../../server/src/lsp/steps.ts';
import type { Replacement } from '../../../server/src/text/replacement.ts';
import { Source } from '../../../server/src/text/source.ts';
import type { Span } from '../../../server/src/text/span.ts';

/** Whether `after` is `before` with the stretch replaced that the step names. */
function isExact(before: string, after: string, { replaced, inserted }: Replacement): boolean {
  const put = after.slice(replaced.start, replaced.start + inserted);
  return before.slice(0, replaced.start) + put + before.slice(replaced.end) === after;
}

test.each([
  ['behind', { start: 2, end: 3 }, 2, { start: 6, end: 7 }, 1],
  ['before', { start: 5, end: 6 }, 0, { start: 1, end: 2 }, 3],
  ['inside', { start: 2, end: 4 }, 5, { start: 3, end: 5 }, 0],
  ['around', { start: 3, end: 4 }, 2, { start: 1, end: 8 }, 1],
  ['touching', { start: 3, end: 3 }, 1, { start: 4, end: 4 }, 1],
  ['taking back', { start: 3, end: 3 }, 2, { start: 3, end: 5 }, 0],
])('a second change %s the first', (_, first, inserted, second, also) => {
  const before = '0123456789';
  const middle = before.slice(0, first.start) + 'x'.repeat(inserted) + before.slice(first.end);
  const after = middle.slice(0, second.start) + 'y'.repeat(also) + middle.slice(second.end);
  expect(isExact(before, after, join({ replaced: first, inserted }, second, also))).toBe(true);
});

test('any changes, in steps that are exact', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const shapes = new Set<string>();
  for (let run = 0; run < 400; run += 1) {
    const text = 'abcdefghij'.repeat(random(2) === 0 ? 3 : 3000);
    const steps = new Steps();
    let source = new Source(text);
    for (let count = random(12) + 1; count > 0; count -= 1) {
      const start = random(source.text.length + 1);
      const span: Span = { start, end: Math.min(source.text.length, start + random(9)) };
      const inserted = 'XYZ'.slice(0, random(4));
      source = source.change({ span, text: inserted });
      steps.add(span, inserted.length, source);
    }
    let before = text;
    const taken = steps.take();
    shapes.add(`${text.length} ${taken.length}`);
    for (const step of taken) {
      expect(step.edit !== undefined && isExact(before, step.source.text, step.edit)).toBe(true);
      before = step.source.text;
    }
    expect(before).toBe(source.text);
    expect(steps.isEmpty).toBe(true);
  }
  expect(shapes.size).toBeGreaterThan(4);
});

test('typing in one place is one step, changes far apart are several', () => {
  const steps = new Steps();
  let source = new Source('a'.repeat(50_000));
  const type = (start: number): void => {
    source = source.change({ span: { start, end: start }, text: 'x' });
    steps.add({ start, end: start }, 1, source);
  };
  for (let count = 0; count < 20; count += 1) type(100 + count);
  expect(steps.take()).toHaveLength(1);
  for (const start of [100, 40_000, 101, 40_001]) type(start);
  expect(steps.take()).toHaveLength(4);
  for (let count = 0; count < 100; count += 1) type(count % 2 === 0 ? 100 : 40_000);
  expect(steps.take().length).toBeLessThan(10);
});

test('a text that was replaced as a whole says nothing about the one before', () => {
  const steps = new Steps();
  const source = new Source('new');
  steps.add({ start: 0, end: 1 }, 1, new Source('a'));
  steps.replace(source);
  steps.add({ start: 0, end: 1 }, 1, source);
  expect(steps.take()).toEqual([{ source }]);
});
