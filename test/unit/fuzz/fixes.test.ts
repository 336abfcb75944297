import { expect, test } from 'vitest';
import { prepareRename, rename } from '../../../server/src/features/rename.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import type { FileChange } from '../../../server/src/workspace/change.ts';
import type { Finding, Fix } from '../../../server/src/workspace/finding.ts';
import { forSeeds } from '../../support/cases.ts';
import { changed } from '../../support/changes.ts';
import { randomEdit } from '../../support/edits.ts';
import { parseFixture } from '../../support/fixture.ts';
import { Random } from '../../support/random.ts';
import { Workspace } from '../../support/rebuilt.ts';
import { exampleFiles } from '../../support/survives.ts';

const PATHS: Readonly<Record<string, string>> = {
  'control-mapping': 'controls.yaml',
  config: 'clausewright.yaml',
};

type Files = ReadonlyMap<string, string>;

const EXAMPLES: readonly Files[] = ['complete', 'two-systems', 'credit-scoring'].map(exampleFiles);
const BAD: readonly Files[] = RULES.flatMap(rule =>
  rule.bad.map(example => parseFixture(example, PATHS[rule.kinds[0] ?? ''] ?? 'MODEL_CARD.md').files),
);

/** Files of which one document has been changed at random. */
function mutatedFiles(random: Random): { files: Files; path: string } {
  const files = new Map(random.pick(random.chance(0.75) ? BAD : EXAMPLES));
  const path = random.pick([...files.keys()].filter(each => /\.(?:md|ya?ml)$/.test(each)));
  let text = files.get(path) ?? '';
  for (let change = random.below(3); change > 0; change -= 1) {
    const { span, text: inserted } = randomEdit(random, text);
    text = text.slice(0, span.start) + inserted + text.slice(span.end);
  }
  files.set(path, text);
  return { files, path };
}

/** Findings by what they say; where they stand is no part of it. */
function findingsOf(files: Files): Finding[] {
  const workspace = new Workspace(files);
  return [...files.keys()].flatMap(path => workspace.checker.findings(path));
}

const isSyntax = ({ rule }: Finding): boolean => rule.startsWith('syntax/');
const syntaxOf = (found: readonly Finding[]): number => found.filter(isSyntax).length;
const nameOf = ({ rule, path, message }: Finding): string => `${rule} ${path} ${message}`;
const countOf = (found: readonly Finding[], name: string): number =>
  found.filter(each => nameOf(each) === name).length;

/** Edits are inside of the text, in order and apart; everything between them stays as it was. */
function checkEdits(files: Files, changes: readonly FileChange[]): void {
  for (const change of changes) {
    if (change.kind === 'create') {
      expect(files.has(change.path)).toBe(false);
      continue;
    }
    const text = files.get(change.path) ?? '';
    let done = 0;
    for (const { span } of [...change.edits].sort((a, b) => a.span.start - b.span.start)) {
      expect(span.start).toBeGreaterThanOrEqual(done);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      done = span.end;
    }
    expect(done).toBeLessThanOrEqual(text.length);
  }
}

function checkFix(files: Files, found: readonly Finding[], finding: Finding, fix: Fix): void {
  const changes = fix.change();
  checkEdits(files, changes);
  const after = changed(files, changes);
  const left = findingsOf(after);
  expect(left.filter(each => each.rule === 'internal')).toEqual([]);
  // What stands between two marks is YAML only once the second one is there: its faults show with this fix.
  const reveals = fix.title === 'Close the front matter';
  if (!reveals && syntaxOf(left) > syntaxOf(found))
    expect(left.filter(isSyntax).map(nameOf), 'the result parses').toEqual(
      found.filter(isSyntax).map(nameOf),
    );
  if (fix.kind !== 'safe') return;
  const name = nameOf(finding);
  expect(countOf(left, name), 'the finding is gone').toBeLessThan(countOf(found, name));
  // What has the same name is another finding of the same words; the fix that was applied is not offered again.
  const again = left
    .filter(each => nameOf(each) === name && each.span.start === finding.span.start)
    .flatMap(each => each.fixes)
    .filter(each => each.kind === 'safe' && each.title === fix.title);
  expect(again, 'a second application changes nothing').toEqual([]);
}

test('fixes of randomly changed documents', () => {
  let fixes = 0;
  const { cases, distinct } = forSeeds(
    80,
    (seed, saw) => {
      const random = new Random(seed);
      const { files, path } = mutatedFiles(random);
      const found = findingsOf(files);
      const offered = found.flatMap(finding => finding.fixes.map(fix => ({ finding, fix })));
      saw(`${path} ${files.get(path)}`);
      for (let round = Math.min(3, offered.length); round > 0; round -= 1) {
        const { finding, fix } = random.pick(offered);
        try {
          checkFix(files, found, finding, fix);
        } catch (error) {
          throw new Error(`${finding.rule}: ${fix.title}\n${JSON.stringify(files.get(finding.path))}`, {
            cause: error,
          });
        }
        fixes += 1;
      }
    },
    0.05,
  );
  expect(distinct).toBeGreaterThan(cases * 0.5);
  expect(fixes).toBeGreaterThan(cases / 2);
  if (process.env['CLAUSEWRIGHT_FUZZ'] !== undefined) console.log(`${fixes} fixes applied`);
});

test('renames in randomly changed documents', () => {
  let renames = 0;
  forSeeds(
    40,
    (seed, saw) => {
      const random = new Random(seed);
      const { files, path } = mutatedFiles(random);
      const workspace = new Workspace(files);
      const { session } = workspace;
      const before = findingsOf(files);
      saw(`${path} ${files.get(path)}`);
      for (let round = 20; round > 0; round -= 1) {
        const offset = random.below((files.get(path)?.length ?? 0) + 1);
        const range = prepareRename(session, path, offset);
        if (range?.kind !== 'range') continue;
        const result = rename(session, path, offset, 'renamed-thing');
        if (result?.kind !== 'changes') continue;
        checkEdits(files, result.changes);
        const left = findingsOf(changed(files, result.changes));
        expect(left.filter(each => each.rule === 'internal')).toEqual([]);
        expect(syntaxOf(left), `rename at ${offset} of ${path}`).toBeLessThanOrEqual(syntaxOf(before));
        renames += 1;
        break;
      }
    },
    0.02,
  );
  expect(renames).toBeGreaterThan(0);
  if (process.env['CLAUSEWRIGHT_FUZZ'] !== undefined) console.log(`${renames} renames`);
});
