import { describe, expect, test } from 'vitest';
import { findingsOf, fixed } from '../../support/fixes.ts';

const CARD = 'MODEL_CARD.md';
const RULE = /^reference\//;

function checkText(text: string): readonly string[] {
  return findingsOf(`# Router\n\n${text}\n`, CARD, RULE).map(each =>
    each.replace('warning reference/unknown-control ', ''),
  );
}

describe('reference/unknown-control', () => {
  test('a wrong id is found where the line names the framework', () => {
    expect(checkText('Serves ISO/IEC 42001:2023 A.7.9 and A.7.2.')).toEqual([
      '@"A.7.9": ISO/IEC 42001 has no "A.7.9"',
    ]);
  });

  test('an objective is explained', () => {
    expect(checkText('Serves ISO 42001, A.5.1.')).toEqual([
      '@"A.5.1": "A.5.1" states the objective of A.5 in ISO/IEC 42001; it is no control',
    ]);
  });

  test('a table under a text that names only ISO/IEC 42001 is read', () => {
    expect(checkText('By ISO/IEC 42001.\n\n| Control | Where |\n|---|---|\n| A-4-1 | here |')).toEqual([
      '@"A-4-1": "A-4-1" states the objective of A.4 in ISO/IEC 42001; it is no control',
    ]);
  });

  test.each([
    ['nothing says which standard is meant', 'See A.7.1 and A.99.1.'],
    [
      'another standard with such ids is named too',
      'We follow ISO/IEC 42001 and ISO/IEC 27001.\n\nSee A.5.1.',
    ],
    ['the id stands behind the name of the other', 'ISO/IEC 42001 A.7.2, ISO/IEC 27001 A.5.1.'],
    [
      'the document has an appendix A of its own',
      'By ISO/IEC 42001.\n\n## Appendix A\n\n### A.1.2 Data\n\nHere.',
    ],
    ['code', 'By ISO/IEC 42001.\n\n```\nA.7.1\n```'],
    ['a range', 'ISO/IEC 42001 A.5.1–A.5.5 apply.'],
    ['a link', 'By ISO/IEC 42001: [here](https://example.org/A.7.1).'],
    ['terms', 'ISO/IEC 42001 clause 3.2 defines it, clause 6.1.4 asks for it.'],
  ])('silent: %s', (_, text) => {
    expect(checkText(text)).toEqual([]);
  });

  test('evidence comments and "controls:" need no name; free text in them is no id', () => {
    const found = findingsOf(
      '---\nlicense: mit\ncontrols: [A.6.2.9]\n---\n# Router\n\n<!-- evidence: A.4.1, see the annex -->\n',
      CARD,
      RULE,
    );
    expect(found.map(each => /@"(.*?)"/.exec(each)?.[1])).toEqual(['A.6.2.9', 'A.4.1']);
  });

  test('the fix keeps how the author writes ids and follows the title behind it', () => {
    expect(fixed('# Router\n\nISO/IEC 42001 A-7-1.\n', CARD, 'Change to', RULE).after).toBe(
      '# Router\n\nISO/IEC 42001 A-7-2.\n',
    );
    const titled = fixed('# Router\n\nISO/IEC 42001 Annex A.7.9 Data provenance.\n', CARD, 'Change to', RULE);
    expect(titled.after).toBe('# Router\n\nISO/IEC 42001 Annex A.7.5 Data provenance.\n');
    expect(titled.findings).toEqual([]);
  });
});
