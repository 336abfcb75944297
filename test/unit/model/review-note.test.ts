import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NoteStyle, noteOf, noteText, withoutNotes } from '../../../server/src/model/review-note.ts';
import { checkProperty } from '../../support/cases.ts';

const STYLES = ['html', 'yaml'] as const;
const inner = (written: string, style: NoteStyle): string =>
  style === 'html' ? written.slice(4, -3) : written.slice(1);

test.each(STYLES)('what is written as %s is read again', style => {
  const note = { by: 'Sam Doe <sam@example.org>', on: '2026-11-20', text: 'see --> and --!> and &gt; and -' };
  expect(noteOf(inner(noteText(note, style), style), style)).toEqual(note);
});

test('any note is one comment on one line, and is read again', () => {
  const words = fc.string({ minLength: 1 }).map(text => text.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  const name = words.filter(text => text !== '' && !/\d{4}-\d\d-\d\d/.test(text));
  checkProperty(
    fc.property(name, words, fc.constantFrom(...STYLES), (by, text, style) => {
      const written = noteText({ by, on: '2026-11-20', text }, style);
      expect(written).not.toMatch(/[\r\n]/);
      if (style === 'html') expect(written.indexOf('-->')).toBe(written.length - 3);
      expect(noteOf(inner(written, style), style)).toEqual({ by, on: '2026-11-20', text });
    }),
  );
});

test.each([
  'clausewright-review: nothing',
  'clausewright-review 2026-11-20: nobody',
  'clausewright-review sam: no day',
  'clausewright-reviews sam 2026-11-20: another word',
  'evidence: A.7.5',
])('%s is no note', text => {
  expect(noteOf(text, 'html')).toBeUndefined();
});

const NOTE = '<!-- clausewright-review sam 2026-11-20: why? -->';

test.each([
  ['nothing', 'nothing'],
  [`a\n${NOTE}\nb\n`, 'a\nb\n'],
  [`a\r\n  ${NOTE} ${NOTE}\r\nb`, 'a\r\nb'],
  [`- a ${NOTE}\n- b`, '- a\n- b'],
  [`a\n${NOTE}`, 'a\n'],
  ['  # clausewright-review sam 2026-11-20: why?\nx: 1', 'x: 1'],
  ['x: 1 # clausewright-review sam 2026-11-20: why?', 'x: 1 # clausewright-review sam 2026-11-20: why?'],
  ['clausewright-review is a word', 'clausewright-review is a word'],
])('the text that is signed is without them: %j', (text, left) => {
  expect(withoutNotes(text)).toBe(left);
});
