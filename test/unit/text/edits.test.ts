import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, difference } from '../../../server/src/text/edits.ts';
import { checkProperty } from '../../support/cases.ts';

describe('applying edits', () => {
  test('spans refer to the text before, in any order', () => {
    const edits = [
      { span: { start: 4, end: 5 }, text: 'E' },
      { span: { start: 0, end: 1 }, text: 'AA' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('AAbcdEf');
  });

  test('insertions at one place keep their order', () => {
    const edits = ['x', 'y'].map(text => ({ span: { start: 1, end: 1 }, text }));
    expect(applyEdits('ab', edits)).toBe('axyb');
  });

  test('edits that overlap are a fault of the caller', () => {
    const edits = [
      { span: { start: 0, end: 3 }, text: '' },
      { span: { start: 2, end: 4 }, text: '' },
    ];
    expect(() => applyEdits('abcdef', edits)).toThrow(RangeError);
  });

  test('no edit gives the text itself', () => {
    expect(applyEdits('abc', [])).toBe('abc');
  });
});

describe('the difference of two texts', () => {
  test('is undefined for equal texts', () => {
    expect(difference('abc', 'abc')).toBeUndefined();
  });

  test('leaves out what both have at their ends', () => {
    expect(difference('abcdef', 'abXYef')).toEqual({ span: { start: 2, end: 4 }, text: 'XY' });
    expect(difference('aaa', 'aaaa')).toEqual({ span: { start: 3, end: 3 }, text: 'a' });
    expect(difference('abab', 'ab')).toEqual({ span: { start: 2, end: 4 }, text: '' });
  });

  test('turns one into the other and is no longer than it must be', () => {
    const short = fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 12 }).map(all => all.join(''));
    checkProperty(
      fc.property(short, short, (before, after) => {
        const change = difference(before, after);
        expect(applyEdits(before, change === undefined ? [] : [change])).toBe(after);
        if (change === undefined) return;
        expect(
          before[change.span.start] === change.text[0] &&
            change.text !== '' &&
            change.span.end > change.span.start,
        ).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
