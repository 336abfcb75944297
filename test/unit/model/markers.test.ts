import { describe, expect, test } from 'vitest';
import { markersIn } from '../../../server/src/model/markers.ts';

function checkMarkers(text: string, expected: readonly string[]): void {
  const found = markersIn(text);
  expect(found.map(each => each.id)).toEqual(expected);
  for (const { id, start, end } of found) expect(text.slice(start, end)).toBe(id);
}

describe('ids in comments of code', () => {
  test.each([
    ['# clausewright: A.6.2.8\n', ['A.6.2.8']],
    ['log(x)  # clausewright: A.6.2.8\r\n', ['A.6.2.8']],
    ['// clausewright: A.6.2.8, A.7.5', ['A.6.2.8', 'A.7.5']],
    ['-- clausewright: iso-42001:A.7.5; nist-ai-rmf:MAP 4.1', ['iso-42001:A.7.5', 'nist-ai-rmf:MAP 4.1']],
    ['<!-- clausewright: A.7.5 -->', ['A.7.5']],
    ['/* clausewright: A.7.5 */ x()', ['A.7.5']],
    [' * clausewright: A.7.5', ['A.7.5']],
    ['% clausewright: A.7.5', ['A.7.5']],
    ['; clausewright: A.7.5', ['A.7.5']],
    ['def f():  # clausewright: A.1\n    # clausewright: A.2\n', ['A.1', 'A.2']],
  ])('%j', checkMarkers);
});

describe('what is no mark', () => {
  test.each([
    'clausewright: control-mapping/1\n',
    'x = "clausewright: A.7.5"\n',
    '# clausewright-disable-next-line evidence/orphan: A.7.5 is old\n',
    '# about clausewright: A.7.5\n',
    '# clausewright: ',
    'https://clausewright: A.7.5',
  ])('%j', text => {
    checkMarkers(text, []);
  });
});
