import { describe, expect, test } from 'vitest';
import { LIBRARY } from '../../support/fixture.ts';

const { cards } = LIBRARY;

describe('the metadata of cards', () => {
  test('every list says where it comes from and of which day it is', () => {
    for (const list of Object.values(cards.data.lists)) {
      expect(list.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(list.source.length).toBeGreaterThan(10);
    }
  });

  test('the licences of the hub, the two-letter languages, the tasks', () => {
    const count = (name: string): number => Object.keys(cards.data.lists[name]?.values ?? {}).length;
    expect(count('licenses')).toBe(83);
    const codes = Object.keys(cards.data.lists['languages']?.values ?? {});
    expect(codes.filter(code => code.length === 2).length).toBe(184);
    for (const code of ['no', 'yue', 'multilingual', 'code']) expect(codes).toContain(code);
    expect(count('tasks')).toBeGreaterThan(50);
  });

  test('a key is found by its path, in lists of maps too', () => {
    const path = ['model-index', 0, 'results', 1, 'metrics', 2, 'verifyToken'];
    expect(cards.keyAt('model-card', path)?.name).toBe('verifyToken');
    expect(cards.keyAt('model-card', ['model-index', 0, 'nothing'])).toBeUndefined();
    expect(cards.keysAt('model-card', ['model-index', 0]).map(each => each.name)).toEqual([
      'name',
      'results',
    ]);
    expect(cards.keysAt('model-card', ['model-index'])).toEqual([]);
    expect(cards.keyAt('dataset-card', ['pipeline_tag'])).toBeUndefined();
    expect(cards.keyAt('space-card', ['sdk'])?.values).toBe('sdks');
    expect(cards.keys('impact-assessment').size).toBe(0);
  });
});
