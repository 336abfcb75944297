import { describe, expect, test } from 'vitest';
import { directivesIn } from '../../../server/src/model/directives.ts';
import { Source } from '../../../server/src/text/source.ts';

/** Checks the directives of a text: scope, rules, reason, line, and the characters of each. */
function checkDirectives(text: string, ...expected: [string, string[], string, number, string][]): void {
  const found = directivesIn(new Source(text)).map(each => [
    each.scope,
    each.rules,
    each.reason,
    each.line,
    text.slice(each.span.start, each.span.end),
  ]);
  expect(found).toEqual(expected);
}

describe('comments that silence findings', () => {
  test('in YAML', () => {
    checkDirectives('a: 1 # clausewright-disable-line mapping/x, mapping/y: known gap  \n', [
      'line',
      ['mapping/x', 'mapping/y'],
      'known gap',
      0,
      '# clausewright-disable-line mapping/x, mapping/y: known gap',
    ]);
  });

  test('in Markdown, two on a line', () => {
    const [one, two] = ['<!-- clausewright-disable card: draft -->', '<!-- clausewright-enable card -->'];
    checkDirectives(`x\n${one} ${two}\n`, ['from', ['card'], 'draft', 1, one], ['to', ['card'], '', 1, two]);
  });

  test('for all rules', () =>
    checkDirectives('#clausewright-disable-next-line: why\n', [
      'next-line',
      [],
      'why',
      0,
      '#clausewright-disable-next-line: why',
    ]));

  test('a colon inside a rule name begins no reason', () => {
    checkDirectives('# clausewright-disable-line a:b\n', [
      'line',
      ['a:b'],
      '',
      0,
      '# clausewright-disable-line a:b',
    ]);
  });

  test('until a day', () => {
    const [directive] = directivesIn(new Source('# clausewright-disable-line until=2027-01-31 a/b: later\n'));
    expect([directive?.until, directive?.rules, directive?.reason]).toEqual(['2027-01-31', ['a/b'], 'later']);
  });

  test.each([
    'x#clausewright-disable',
    '# clausewright-disabled',
    'clausewright-disable',
    '// clausewright-disable',
  ])('%j is none', text => {
    checkDirectives(text);
  });
});
