import { describe, expect, test } from 'vitest';
import { configOf, plain, type Settings } from '../../../server/src/model/config.ts';
import { parseYaml } from '../../../server/src/syntax/yaml/parse.ts';
import { pairsOf } from '../../../server/src/syntax/yaml/tree.ts';

const parse = (text: string) => parseYaml(text, { start: 0, end: text.length });
const settings = (text: string): Settings => configOf(parse(text)).settings;

describe('a configuration', () => {
  test('says what it says in either style', () => {
    const block = settings(
      'frameworks:\n  - iso-42001\n  - gdpr\nrules:\n  card: off\n  mapping/x:\n    severity: hint\n    options:\n      days: 30\n',
    );
    const flow = settings(
      '{ frameworks: [iso-42001, gdpr], rules: { card: off, mapping/x: { severity: hint, options: { days: 30 } } } }\n',
    );
    expect(block).toEqual(flow);
    expect([
      block.frameworks,
      block.rules.get('card')?.severity,
      block.rules.get('mapping/x')?.options.get('days'),
    ]).toEqual([['iso-42001', 'gdpr'], 'off', 30]);
  });

  test('that is empty says nothing', () => {
    expect(settings('')).toMatchObject({
      root: false,
      framework: undefined,
      frameworks: [],
      inline: true,
      documents: [],
    });
  });

  test('a single text counts as a list of one', () => {
    expect(settings('frameworks: gdpr\nexclude: vendor/**\n')).toMatchObject({
      frameworks: ['gdpr'],
      exclude: ['vendor/**'],
    });
  });

  test('a fault in one key leaves the others', () => {
    expect(settings('framework: iso-27001\nrules: { card: [off\nreview: { period: 30 }\n')).toMatchObject({
      framework: 'iso-27001',
      reviewPeriod: 30,
    });
  });

  test('names of object members are keys like any other', () => {
    const [pair] = pairsOf(parse('x: { __proto__: { a: 1 }, constructor: 2 }\n'));
    const data = pair === undefined ? undefined : plain(pair.value.value);
    expect(JSON.stringify(data)).toBe('{"__proto__":{"a":1},"constructor":2}');
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});
