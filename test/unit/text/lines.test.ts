import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lines } from '../../../server/src/text/lines.ts';
import { Source } from '../../../server/src/text/source.ts';
import { checkProperty } from '../../support/cases.ts';

function checkStarts(text: string, starts: readonly number[]): void {
  const lines = Lines.of(text);
  expect(Array.from({ length: lines.count }, (_, line) => lines.start(line))).toEqual(starts);
}

describe('where lines begin', () => {
  test.each([
    ['nothing', '', [0]],
    ['no break', 'abc', [0]],
    ['LF', 'a\nb\n', [0, 2, 4]],
    ['CRLF', 'a\r\nb\r\n', [0, 3, 6]],
    ['a lone CR', 'a\rb', [0, 2]],
    ['CR before CRLF', 'a\r\r\nb', [0, 2, 4]],
    ['LF before CR', 'a\n\rb', [0, 2, 3]],
    ['U+2028, U+2029 and NEL end no line', 'a\u2028b\u2029c\u0085d', [0]],
    ['form feed and vertical tab end no line', 'a\fb\vc', [0]],
    ['only breaks', '\n\n', [0, 1, 2]],
  ])('%s', (_, text, starts) => checkStarts(text, starts));
});

describe('positions', () => {
  test('count UTF-16 code units', () => {
    const source = new Source('é🎯x\ny');
    expect(source.position(3)).toEqual({ line: 0, character: 3 });
    expect(source.offset({ line: 0, character: 3 })).toBe(3);
    expect(source.position(5)).toEqual({ line: 1, character: 0 });
  });

  test('outside of the text move to its nearest end', () => {
    const source = new Source('ab\r\ncd');
    expect(source.offset({ line: 0, character: 99 })).toBe(2);
    expect(source.offset({ line: 0, character: -1 })).toBe(0);
    expect(source.offset({ line: -1, character: 5 })).toBe(0);
    expect(source.offset({ line: 7, character: 0 })).toBe(6);
    expect(source.position(-3)).toEqual({ line: 0, character: 0 });
    expect(source.position(99)).toEqual({ line: 1, character: 2 });
  });

  test('an offset inside CR LF counts to the line before it', () => {
    expect(new Source('a\r\nb').position(2)).toEqual({ line: 0, character: 2 });
  });
});

/** Texts with many breaks of every kind, split surrogates among them. */
const text = fc
  .array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '\u2028', '🎯', '\ud83c', ' '), { maxLength: 40 })
  .map(pieces => pieces.join(''));

describe('properties', () => {
  test('an offset becomes a position and the same offset again, unless it lies inside CR LF', () => {
    checkProperty(
      fc.property(text, fc.nat(60), (written, at) => {
        const source = new Source(written);
        const offset = Math.min(at, written.length);
        const inside = written[offset - 1] === '\r' && written[offset] === '\n';
        expect(source.offset(source.position(offset))).toBe(inside ? offset - 1 : offset);
      }),
    );
  });

  test('lines tile the text, and each ends in at most one break', () => {
    checkProperty(
      fc.property(text, written => {
        const lines = Lines.of(written);
        let rebuilt = '';
        for (let line = 0; line < lines.count; line += 1) {
          const own = written.slice(lines.start(line), lines.end(line));
          const content = written.slice(lines.start(line), lines.contentEnd(line, written));
          expect(content).not.toMatch(/[\r\n]/);
          expect(own.slice(content.length)).toMatch(line < lines.count - 1 ? /^(?:\r\n|\r|\n)$/ : /^$/);
          rebuilt += own;
        }
        expect(rebuilt).toBe(written);
      }),
    );
  });

  test('lines after a change equal those of the changed text', () => {
    checkProperty(
      fc.property(text, fc.nat(60), fc.nat(10), text, (written, at, length, inserted) => {
        const start = Math.min(at, written.length);
        const end = Math.min(start + length, written.length);
        const source = new Source(written);
        const lines = source.lines;
        const changed = source.change({ span: { start, end }, text: inserted });
        expect(changed.lines).toEqual(Lines.of(changed.text));
        expect(source.lines).toBe(lines);
      }),
      { numRuns: 2000 },
    );
  });
});
