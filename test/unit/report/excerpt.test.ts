import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf, visible } from '../../../server/src/report/excerpt.ts';
import type { ReportedFinding } from '../../../server/src/report/reported.ts';
import { checkProperty } from '../../support/cases.ts';

/** The excerpt of a line whose `⟦…⟧` is what was found. */
function checkExcerpt(marked: string): { line: string; marks: string } {
  const line = marked.replace(/[⟦⟧]/g, '');
  const start = { line: 4, character: marked.indexOf('⟦') };
  const end = { line: 4, character: marked.indexOf('⟧') - 1 };
  const finding: ReportedFinding = {
    rule: 'evidence/missing-file',
    severity: 'error',
    message: '',
    path: 'controls.yaml',
    range: { start, end },
    controls: [],
    related: [],
    fixes: [],
    line,
    fingerprint: '',
  };
  const excerpt = excerptOf(finding);
  if (excerpt === undefined) throw new Error('no excerpt');
  return excerpt;
}

test.each([
  ['plain text', 'a ⟦bc⟧ d', 'a bc d', '  ^^'],
  ['nothing', 'a ⟦⟧b', 'a b', '  ^'],
  ['tabs', '\t\t- ⟦x⟧', '  - x', '    ^'],
  ['Chinese, Japanese, Korean', '評価 ⟦漢字⟧', '評価 漢字', '     ^^^^'],
  ['rare Chinese beyond 16 bits', '𠀀𠀀 ⟦𠀀⟧', '𠀀𠀀 𠀀', '     ^^'],
  ['Hangul in parts', '\u1112\u1161\u11ab ⟦x⟧', '\u1112\u1161\u11ab x', '   ^'],
  ['emoji', '👍 ⟦x⟧', '👍 x', '   ^'],
  ['skin colours', '👍🏽 ⟦👍🏽⟧', '👍🏽 👍🏽', '   ^^'],
  ['flags', '🇩🇪 ⟦🇩🇪⟧', '🇩🇪 🇩🇪', '   ^^'],
  ['accents as marks', 'e\u0301e\u0301 ⟦x⟧', 'e\u0301e\u0301 x', '   ^'],
])('the marks stand below what was found: %s', (_, marked, line, marks) => {
  expect(checkExcerpt(marked)).toEqual({ line, marks });
});

test('a long line is cut around what was found', () => {
  const { line, marks } = checkExcerpt(`${'漢'.repeat(300)}⟦here⟧${'x'.repeat(300)}`);
  expect(line.startsWith('…')).toBe(true);
  expect(line.endsWith('…')).toBe(true);
  const before = line.slice(1, line.indexOf('here'));
  expect(marks).toBe(`${' '.repeat(1 + 2 * before.length)}^^^^`);
});

test('no text moves the cursor or changes colours', () => {
  checkProperty(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    }),
  );
});
