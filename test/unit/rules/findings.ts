import { expect } from 'vitest';
import type { Finding } from '../../../server/src/workspace/finding.ts';
import { changed } from '../../support/changes.ts';
import { checkerOf, parseFixture } from '../../support/fixture.ts';

/** The first lines of a mapping that lacks nothing but entries. */
export const HEAD =
  'clausewright: control-mapping/1\nsystem: { id: scoring, name: Credit scoring, owner: jane@example.org }\n';

/** The findings of one rule in the first file of a fixture, all rules being on. */
export function findings(
  fixture: string,
  rule: string,
): { files: ReadonlyMap<string, string>; found: Finding[] } {
  const { files, path } = parseFixture(fixture, 'controls.yaml');
  return {
    files,
    found: checkerOf(files)
      .findings(path)
      .filter(each => each.rule === rule),
  };
}

/** Compares the titles of all fixes. */
export function checkTitles(fixture: string, rule: string, titles: readonly string[]): void {
  const { found } = findings(fixture, rule);
  expect(found.flatMap(each => each.fixes.map(fix => fix.title))).toEqual(titles);
}

/** The first finding's message holds all parts. */
export function checkMessage(fixture: string, rule: string, ...parts: readonly string[]): void {
  const [found] = findings(fixture, rule).found;
  for (const part of parts) expect(found?.message).toContain(part);
}

/** Applies the fix with this title and compares one file. */
export function checkFix(fixture: string, rule: string, title: string, path: string, expected: string): void {
  const { files, found } = findings(fixture, rule);
  const fix = found.flatMap(each => each.fixes).find(each => each.title === title);
  expect(fix, found.flatMap(each => each.fixes.map(own => own.title)).join('\n')).toBeDefined();
  expect(changed(files, fix?.change() ?? []).get(path)).toBe(expected);
}

/** The rule finds so many places. */
export function checkCount(fixture: string, rule: string, count: number): void {
  expect(findings(fixture, rule).found.length).toBe(count);
}
