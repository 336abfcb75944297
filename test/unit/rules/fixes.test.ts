import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../server/src/rules/define.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import type { FileChange } from '../../../server/src/workspace/change.ts';
import type { Finding, Fix } from '../../../server/src/workspace/finding.ts';
import { changed } from '../../support/changes.ts';
import { checkerOf, parseFixture } from '../../support/fixture.ts';

const PATHS: Readonly<Record<string, string>> = {
  'control-mapping': 'controls.yaml',
  'model-card': 'MODEL_CARD.md',
  'dataset-card': 'DATASET_CARD.md',
  'impact-assessment': 'impact-assessment.md',
  config: 'clausewright.yaml',
};

type Times = Parameters<typeof checkerOf>[2];

function findingsOf(files: ReadonlyMap<string, string>, rule: Rule, times: Times): Finding[] {
  const checker = checkerOf(files, [rule], times);
  return [...files.keys()].flatMap(path => checker.findings(path));
}

function casesOf(
  rule: Rule,
): { name: string; files: ReadonlyMap<string, string>; times: Times; finding: Finding; fix: Fix }[] {
  return rule.bad.flatMap((example, index) => {
    const { files, times } = parseFixture(example, PATHS[rule.kinds[0] ?? ''] ?? 'document.md');
    return findingsOf(files, rule, times).flatMap((finding, number) =>
      finding.fixes.map(fix => ({
        name: `${rule.id} ${index}.${number} ${fix.title}`,
        files,
        times,
        finding,
        fix,
      })),
    );
  });
}

const CASES = RULES.flatMap(rule => casesOf(rule).map(each => ({ ...each, rule })));
const SYNTAX = RULES.filter(rule => rule.id.startsWith('syntax/'));
const SAFE = CASES.filter(each => each.fix.kind === 'safe');

/** Everything outside of the edits is as it was: the text between them stands in the new text, in order. */
function checkUntouched(
  before: ReadonlyMap<string, string>,
  changes: readonly FileChange[],
  after: ReadonlyMap<string, string>,
): void {
  for (const change of changes) {
    if (change.kind === 'create') continue;
    const old = before.get(change.path) ?? '';
    const edits = [...change.edits].sort((a, b) => a.span.start - b.span.start);
    let rest = after.get(change.path) ?? '';
    let done = 0;
    for (const { span, text } of edits) {
      const kept = old.slice(done, span.start) + text;
      expect(rest.startsWith(kept)).toBe(true);
      rest = rest.slice(kept.length);
      done = span.end;
    }
    expect(rest).toBe(old.slice(done));
  }
}

function same(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.path === b.path && a.message === b.message;
}

describe('every fix of every bad example', () => {
  test('there are safe ones and others', () => {
    expect(SAFE.length).toBeGreaterThan(5);
    expect(CASES.length).toBeGreaterThan(SAFE.length);
  });

  test.each(CASES.map(each => [each.name, each] as const))(
    '%s',
    (_, { files, finding, fix, rule, times }) => {
      const changes = fix.change();
      expect(changes.length).toBeGreaterThan(0);
      const after = changed(files, changes);
      expect([...after]).not.toEqual([...files]);
      checkUntouched(files, changes, after);
      for (const change of changes) {
        const text = after.get(change.path) ?? '';
        const lone = text.replaceAll('\r\n', '').includes('\r');
        expect(lone).toBe(false);
      }
      const left = findingsOf(after, rule, times);
      expect(SYNTAX.flatMap(each => findingsOf(after, each, times)).length).toBeLessThanOrEqual(
        SYNTAX.flatMap(each => findingsOf(files, each, times)).length,
      );
      if (fix.kind === 'safe') expect(left.some(each => same(each, finding))).toBe(false);
    },
  );

  test.each(SAFE.map(each => [each.name, each] as const))(
    'applied once: %s',
    (_, { files, finding, fix, rule, times }) => {
      const after = changed(files, fix.change());
      const left = findingsOf(after, rule, times);
      expect(left.filter(each => each.path === finding.path).length).toBeLessThan(
        findingsOf(files, rule, times).filter(each => each.path === finding.path).length,
      );
      expect(
        left
          .flatMap(each => each.fixes)
          .some(each => each.title === fix.title && each.kind === 'safe' && isSameChange(each, fix)),
      ).toBe(false);
    },
  );

  test.each(SAFE.map(each => [each.name, each] as const))(
    'with Windows line ends: %s',
    (_, { rule, files, times, fix }) => {
      const windows = new Map([...files].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
      const twin = findingsOf(windows, rule, times)
        .flatMap(each => each.fixes)
        .find(each => each.title === fix.title && each.kind === fix.kind);
      const after = changed(windows, twin?.change() ?? []);
      expect([...after].map(([path, text]) => [path, text.replaceAll('\r\n', '\n')])).toEqual([
        ...changed(files, fix.change()),
      ]);
      expect([...after.values()].some(text => /(?<!\r)\n/.test(text))).toBe(false);
    },
  );
});

/** All safe fixes of a file at once, as `source.fixAll` and `clausewright fix` apply them. */
function fixAll(files: ReadonlyMap<string, string>, rule: Rule, times: Times): Map<string, string> {
  const changes = findingsOf(files, rule, times).flatMap(finding =>
    finding.fixes
      .filter(fix => fix.kind === 'safe')
      .slice(0, 1)
      .flatMap(fix => fix.change()),
  );
  const byPath = new Map<string, FileChange>();
  for (const change of changes) {
    const known = byPath.get(change.path);
    if (change.kind === 'edit' && known?.kind === 'edit')
      byPath.set(change.path, { ...known, edits: [...known.edits, ...change.edits] });
    else byPath.set(change.path, change);
  }
  return changed(files, [...byPath.values()]);
}

describe('all safe fixes of an example at once', () => {
  const examples = RULES.flatMap(rule =>
    rule.bad.map((example, index) => ({
      rule,
      name: `${rule.id} ${index}`,
      ...parseFixture(example, PATHS[rule.kinds[0] ?? ''] ?? 'document.md'),
    })),
  ).filter(each =>
    findingsOf(each.files, each.rule, each.times).some(finding =>
      finding.fixes.some(fix => fix.kind === 'safe'),
    ),
  );

  test.each(examples.map(each => [each.name, each] as const))(
    '%s: nothing safe is left, and a second time changes nothing',
    (_, { files, rule, times }) => {
      const once = fixAll(files, rule, times);
      expect(
        findingsOf(once, rule, times)
          .flatMap(each => each.fixes)
          .filter(fix => fix.kind === 'safe'),
      ).toEqual([]);
      expect([...fixAll(once, rule, times)]).toEqual([...once]);
    },
  );
});

function isSameChange(a: Fix, b: Fix): boolean {
  return JSON.stringify(a.change()) === JSON.stringify(b.change());
}
