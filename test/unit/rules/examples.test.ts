import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../server/src/rules/define.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import type { Finding } from '../../../server/src/workspace/finding.ts';
import { checkerOf, parseFixture } from '../../support/fixture.ts';

/** Where an example that names no file is taken to be. */
const PATHS: Readonly<Record<string, string>> = {
  'control-mapping': 'controls.yaml',
  'model-card': 'MODEL_CARD.md',
  'dataset-card': 'DATASET_CARD.md',
  'impact-assessment': 'impact-assessment.md',
  incident: 'incidents/2026-01.md',
  config: 'clausewright.yaml',
};

/**
 * Examples show one thing each. A mapping of one entry would always lack the other controls, and a card of one
 * section the other sections, so the rules that count them are off, except in their own examples.
 */
const QUIET = new Set([
  'mapping/missing-controls',
  'card/missing-section',
  'card/no-limitations',
  'card/no-contact',
  'card/metric-without-uncertainty',
  'assessment/missing-section',
  'assessment/missing',
]);

function checkExample(rule: Rule, example: string): { expected: string[]; found: string[] } {
  const fixture = parseFixture(example, PATHS[rule.kinds[0] ?? ''] ?? 'document.md');
  const { files } = fixture;
  const rules = RULES.filter(each => each.id === rule.id || !QUIET.has(each.id));
  const checker = checkerOf(files, rules, fixture.times);
  const found = [...files.keys()]
    .flatMap(path => checker.findings(path))
    .filter(each => each.suppressed === undefined && rule.follows?.includes(each.rule) !== true);
  const show = (path: string, start: number, end: number, id: string): string =>
    `${id} at ${path}:${start} "${(files.get(path) ?? '').slice(start, end)}"`;
  return {
    expected: [...fixture.marks].flatMap(([path, spans]) =>
      spans.map(span => show(path, span.start, span.end, rule.id)),
    ),
    found: found.map((each: Finding) => show(each.path, each.span.start, each.span.end, each.rule)),
  };
}

describe.each(RULES.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.bad.map((example, index) => [index, example] as const))(
    'bad example %i gives this finding and nothing else',
    (_index, example) => {
      const { expected, found } = checkExample(rule, example);
      expect(expected.length).toBeGreaterThan(0);
      expect(found).toEqual(expected);
    },
  );

  test.skipIf(rule.follows === undefined)('it follows from what the rules it names find', () => {
    for (const example of rule.bad) {
      const { files } = parseFixture(example, PATHS[rule.kinds[0] ?? ''] ?? 'document.md');
      const alone = checkerOf(files, [rule]);
      expect([...files.keys()].flatMap(path => alone.findings(path))).toEqual([]);
      const both = checkerOf(files);
      const found = [...files.keys()].flatMap(path => both.findings(path).map(each => each.rule));
      for (const id of rule.follows ?? []) expect(found).toContain(id);
    }
  });

  test.skipIf(rule.standIns === undefined)('the rules that stand in for it are others that there are', () => {
    const others = RULES.filter(each => each.id !== rule.id).map(each => each.id);
    for (const id of rule.standIns ?? []) expect(others).toContain(id);
  });

  test.each(rule.good.map((example, index) => [index, example] as const))(
    'good example %i gives nothing',
    (_index, example) => {
      expect(checkExample(rule, example).found).toEqual([]);
    },
  );
});
