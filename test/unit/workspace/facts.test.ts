import { describe, expect, test } from 'vitest';
import {
  changedKeys,
  dataOf,
  type Fact,
  type FactData,
  groupFacts,
  NO_FACTS,
  type UnitFacts,
} from '../../../server/src/workspace/facts.ts';
import { FactIndex } from '../../../server/src/workspace/index.ts';

const fact = (key: string, data: Fact['data'], start = 0): Fact => ({
  key,
  data,
  span: { start, end: start + 1 },
});
const unit = (...facts: [string, FactData][]): UnitFacts =>
  facts.map(([key, data]) => ({ key, data, from: 1, to: 2 }));
const watched = (): boolean => true;

describe('the keys under which a document says something else', () => {
  function checkChanged(before: Fact[], after: Fact[], expected: string[]): void {
    expect([...changedKeys(groupFacts(before), groupFacts(after), watched, dataOf)].sort()).toEqual(expected);
  }

  test('moving is no news', () => checkChanged([fact('a', 1, 0)], [fact('a', 1, 9)], []));
  test('other data', () => checkChanged([fact('a', 1), fact('b', 1)], [fact('a', 2), fact('b', 1)], ['a']));
  test('coming and going', () => checkChanged([fact('a', 1)], [fact('b', 1)], ['a', 'b']));
  test('one more of the same', () => checkChanged([fact('a', 1)], [fact('a', 1), fact('a', 1)], ['a']));
  test('another order', () =>
    checkChanged([fact('a', 1), fact('a', 2)], [fact('a', 2), fact('a', 1)], ['a']));
  test('what is put off is found out', () => checkChanged([fact('a', () => 1)], [fact('a', () => 2)], ['a']));

  test('what nobody watches is not found out', () => {
    const data = (): never => {
      throw new Error('asked');
    };
    const changed = changedKeys(
      groupFacts([fact('a', data)]),
      groupFacts([fact('a', data)]),
      () => false,
      dataOf,
    );
    expect([...changed]).toEqual([]);
  });

  test('units that stay are not compared', () => {
    const [one, two, three] = [unit(['a', 1], ['n', 1]), unit(['b', 1], ['n', 2]), unit(['c', 1], ['n', 3])];
    const before = groupFacts(
      [],
      [one, two, three].map((value, start) => ({ start, value })),
    );
    const other = unit(['b', 2], ['n', 2]);
    const after = groupFacts(
      [],
      [one, other, three].map((value, start) => ({ start: start * 5, value })),
    );
    expect([...changedKeys(before, after, watched, dataOf)]).toEqual(['b']);
    const fewer = groupFacts(
      [],
      [one, three].map((value, start) => ({ start, value })),
    );
    expect([...changedKeys(before, fewer, watched, dataOf)].sort()).toEqual(['b', 'n']);
  });
});

describe('the index', () => {
  test('tells readers of what changed, and nobody else', () => {
    const index = new FactIndex();
    index.update('x', groupFacts([fact('a', 1), fact('b', 1)]));
    index.watch('reader-a', new Set(['a']));
    index.watch('reader-b', new Set(['b', 'c']));
    expect([...index.update('x', groupFacts([fact('a', 2), fact('b', 1)]))]).toEqual(['reader-a']);
    expect([...index.update('y', groupFacts([fact('c', 1)]))]).toEqual(['reader-b']);
    expect([...index.update('x', NO_FACTS)].sort()).toEqual(['reader-a', 'reader-b']);
    index.watch('reader-a', new Set());
    expect([...index.update('x', groupFacts([fact('a', 3)]))]).toEqual([]);
  });

  test('notes kept keys that were added to a set it knows, and forgets them with the set', () => {
    const index = new FactIndex();
    const kept = new Set(['a']);
    index.watch('reader', new Set(['x']), kept);
    index.watch('reader', new Set(['x']), kept.add('b'));
    expect([...index.update('p', groupFacts([fact('b', 1)]))]).toEqual(['reader']);
    expect([...index.update('p', groupFacts([fact('b', 1), fact('a', 1)]))]).toEqual(['reader']);
    index.watch('reader', new Set(['x']), new Set(['a']));
    expect([...index.update('p', groupFacts([fact('b', 2), fact('a', 1)]))]).toEqual([]);
    expect([...index.update('p', groupFacts([fact('b', 2), fact('a', 2)]))]).toEqual(['reader']);
  });

  test('answers in the order of paths, then of the text', () => {
    const index = new FactIndex();
    index.update('z', groupFacts([fact('k', 3)]));
    const [first, second] = [unit(['k', 1]), unit(['k', 2])];
    index.update(
      'b',
      groupFacts(
        [],
        [
          { start: 10, value: first },
          { start: 20, value: second },
        ],
      ),
    );
    expect(index.stated('k').map(each => [each.path, each.data, each.span.start])).toEqual([
      ['b', 1, 11],
      ['b', 2, 21],
      ['z', 3, 0],
    ]);
  });

  test('a unit that moved stands where it is now', () => {
    const index = new FactIndex();
    const value = unit(['k', 1]);
    index.update('b', groupFacts([], [{ start: 10, value }]));
    index.update('b', groupFacts([], [{ start: 30, value }]));
    expect(index.stated('k')[0]?.span).toEqual({ start: 31, end: 32 });
    expect(index.dump()).toBe('k ← b 1');
  });

  test('an answer that many documents give is kept, and put together again when one of them changes', () => {
    const index = new FactIndex();
    for (let document = 0; document < 20; document += 1)
      index.update(`d${document}`, groupFacts([fact('k', document)]));
    expect(index.stated('k')).toBe(index.stated('k'));
    index.update('d7', groupFacts([fact('k', 'new', 5)]));
    expect(index.stated('k').find(each => each.path === 'd7')).toMatchObject({
      data: 'new',
      span: { start: 5 },
    });
    index.update('d7', NO_FACTS);
    expect(index.stated('k')).toHaveLength(19);
  });

  test('what was put off is found out once', () => {
    let asked = 0;
    const index = new FactIndex();
    index.update('x', groupFacts([fact('a', () => (asked += 1))]));
    expect([index.stated('a')[0]?.data, index.stated('a')[0]?.data, asked]).toEqual([1, 1, 1]);
  });
});
