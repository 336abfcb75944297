import { expect, test } from 'vitest';
import { prepareRename, rename } from '../../../server/src/features/rename.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import type { FileChange } from '../../../server/src/workspace/change.ts';
import type { Finding, Fix } from '../../../server/src/workspace/finding.ts';
import type { Session } from '../../../server/src/workspace/session.ts';
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
const BAD: readonly { readonly rule: string; readonly files: Files }[] = RULES.flatMap(({ id, kinds, bad }) =>
  bad.map(example => ({
    rule: id,
    files: parseFixture(example, PATHS[kinds[0] ?? ''] ?? 'MODEL_CARD.md').files,
  })),
);

/** What tells fixes of a rule apart: they begin with another word, such as "Create" or "Add". */
const variantOf = (finding: Finding, fix: Fix): string =>
  `${finding.rule}: ${fix.kind} "${fix.title.split(' ')[0]} …"`;

/** Examples by the kinds of fixes that are offered in them. */
function examplesByVariant(): ReadonlyMap<string, readonly Files[]> {
  const found = new Map<string, Files[]>();
  for (const { files } of BAD) {
    const offered = findingsOf(files).flatMap(finding => finding.fixes.map(fix => variantOf(finding, fix)));
    for (const variant of new Set(offered)) found.set(variant, [...(found.get(variant) ?? []), files]);
  }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Files of which one document has been changed at random, in at least one and up to `most` places; 0 changes none. */
function changedAtRandom(random: Random, from: Files, most = 2): { files: Files; path: string } {
  const files = new Map(from);
  const path = random.pick([...files.keys()].filter(each => /\.(?:md|ya?ml)$/.test(each)));
  let text = files.get(path) ?? '';
  for (let change = Math.min(most, 1 + random.below(most)); change > 0; change -= 1) {
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

/** The rule whose finding stands for all of a template's placeholders. */
const FILLS = 'card/template-not-filled';

/** The rules whose fix takes away what says nothing but what stands elsewhere too. */
const REPEATS: ReadonlySet<string> = new Set(['mapping/duplicate-control', 'card/duplicate-tag']);

/** A text without what spellings of one id differ in. */
function bare(text: string): string {
  return text.replace(/[\s.-]+/g, '');
}

/** A fix that asks nobody takes away nothing that a person wrote, but on the lines of its finding. */
function checkTaken(files: Files, finding: Finding, fix: Fix, changes: readonly FileChange[]): void {
  if (fix.kind === 'assist' || finding.rule === FILLS) return;
  const text = files.get(finding.path) ?? '';
  const from = text.lastIndexOf('\n', finding.span.start - 1) + 1;
  const end = text.indexOf('\n', finding.span.end);
  for (const change of changes) {
    if (change.kind === 'create') continue;
    const old = files.get(change.path) ?? '';
    for (const { span } of change.edits) {
      const taken = old.slice(span.start, span.end).trim();
      const isThere =
        change.path === finding.path && span.start >= from && span.end <= (end < 0 ? text.length : end + 1);
      // A lone mark, such as that of an empty quotation, is nothing that a person wrote.
      if (!/[\p{L}\p{N}]/u.test(taken) || isThere) continue;
      // One mistake may be mended wherever it stands.
      if (taken === text.slice(finding.span.start, finding.span.end)) continue;
      const rest = old.slice(0, span.start) + old.slice(span.end);
      const isSaidElsewhere =
        REPEATS.has(finding.rule) && taken.split(/\r?\n/).every(line => bare(rest).includes(bare(line)));
      if (!isSaidElsewhere) expect(taken, 'text far from the finding is taken away').toBe('');
    }
  }
}

function checkFix(files: Files, found: readonly Finding[], finding: Finding, fix: Fix): void {
  const changes = fix.change();
  checkEdits(files, changes);
  checkTaken(files, finding, fix, changes);
  const after = changed(files, changes);
  const left = findingsOf(after);
  expect(left.filter(each => each.rule === 'internal')).toEqual([]);
  // What stands between two marks is YAML only once the second one is there, and of a template that nobody has filled
  // in only that is told: other faults show with these fixes.
  const reveals = fix.title === 'Close the front matter' || finding.rule === FILLS;
  // How many faults a text has that cannot be read is nothing to count on: one may hide others.
  if (!reveals && syntaxOf(found) === 0 && syntaxOf(left) > 0)
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

/** The fixes that are offered in files. */
function offeredIn(
  files: Files,
): { finding: Finding; fix: Fix; variant: string; found: readonly Finding[] }[] {
  const found = findingsOf(files);
  return found.flatMap(finding =>
    finding.fixes.map(fix => ({ finding, fix, variant: variantOf(finding, fix), found })),
  );
}

/** Seeds with which long runs found a fault; what they make may change with the examples. */
const FOUND = [707, 3697, 4890, 6559, 7674, 9360, 27_463, 30_668, 31_680, 20_261_122];

test('fixes of randomly changed documents, each kind of fix that there is', () => {
  const byVariant = examplesByVariant();
  const variants = [...byVariant.keys()];
  const applied = new Map<string, number>();
  const tryOne = (seed: number, saw: (input: string) => void): void => {
    const random = new Random(seed);
    const wanted = variants[seed % variants.length] ?? '';
    // Every fifth round takes the examples, which may not have this kind of fix; they have many others.
    const isExample = Math.floor(seed / variants.length) % 5 === 4;
    const from = random.pick(isExample ? EXAMPLES : (byVariant.get(wanted) ?? []));
    // A change may take the fix away; the fewer changes, the likelier it is still offered, and without any it is.
    for (let most = isExample ? 0 : 3; most >= 0; most -= 1) {
      const { files, path } = changedAtRandom(random, from, isExample ? 3 : most);
      const offered = offeredIn(files);
      const first = offered.filter(each => each.variant === wanted);
      if (first.length === 0 && most > 0) continue;
      saw(`${path} ${files.get(path)}`);
      const chosen = first.length > 0 ? [random.pick(first)] : [];
      if (offered.length > 0) chosen.push(random.pick(offered));
      for (const { finding, fix, variant, found } of chosen) {
        try {
          checkFix(files, found, finding, fix);
        } catch (error) {
          throw new Error(`${finding.rule}: ${fix.title}\n${JSON.stringify(files.get(finding.path))}`, {
            cause: error,
          });
        }
        applied.set(variant, (applied.get(variant) ?? 0) + 1);
      }
      break;
    }
  };
  for (const seed of FOUND) tryOne(seed, () => undefined);
  const { cases, distinct } = forSeeds(240, tryOne, 0.05);
  if (cases < variants.length * 2) return; // too few for every kind, as when a seed is replayed
  expect(distinct).toBeGreaterThan(cases * 0.5);
  expect(variants.filter(each => !applied.has(each))).toEqual([]);
});

const NAMES = [
  'renamed-thing',
  'Renamed thing',
  'Evaluation',
  '7',
  'a `b` [c](d)',
  '*Ünï* 漢字',
  '# x',
  'x: "y"',
];
const BROKEN = new Set(['evidence/missing-heading', 'evidence/missing-file', 'reference/missing-heading']);
const brokenOf = (found: readonly Finding[]): number => found.filter(({ rule }) => BROKEN.has(rule)).length;

/** Where something stands that can have another name: the start of what is renamed, by its name. */
function renamable(session: Session, path: string, length: number): { offset: number; name: string }[] {
  const found = new Map<number, string>();
  for (let offset = 0; offset <= length; offset += 3) {
    const range = prepareRename(session, path, offset);
    if (range?.kind === 'range') found.set(range.span.start, range.placeholder);
  }
  return [...found].map(([offset, name]) => ({ offset, name }));
}

function checkRename(files: Files, found: readonly Finding[], changes: readonly FileChange[]): Files {
  checkEdits(files, changes);
  expect(changes.filter(each => each.kind === 'create')).toEqual([]);
  const after = changed(files, changes);
  const left = findingsOf(after);
  expect(left.filter(each => each.rule === 'internal')).toEqual([]);
  expect(syntaxOf(left), 'the result parses').toBeLessThanOrEqual(syntaxOf(found));
  expect(brokenOf(left), 'links follow').toBeLessThanOrEqual(brokenOf(found));
  return after;
}

test('renames in randomly changed documents', () => {
  const renames = { heading: 0, system: 0 };
  const { cases, distinct } = forSeeds(
    80,
    (seed, saw) => {
      const random = new Random(seed);
      const from = random.chance(0.5) ? random.pick(BAD).files : random.pick(EXAMPLES);
      const { files, path } = changedAtRandom(random, from);
      const { session } = new Workspace(files);
      saw(`${path} ${files.get(path)}`);
      const places = renamable(session, path, files.get(path)?.length ?? 0);
      if (places.length === 0) return;
      const { offset, name } = random.pick(places);
      const next = random.pick(NAMES);
      const result = rename(session, path, offset, next);
      if (result?.kind !== 'changes') return;
      const told = `${path} at ${offset}: "${name}" to "${next}"`;
      try {
        const after = checkRename(files, findingsOf(files), result.changes);
        const again = rename(new Workspace(after).session, path, offset, next);
        if (again?.kind === 'changes')
          expect([...changed(after, again.changes)], 'a second application changes nothing').toEqual([
            ...after,
          ]);
      } catch (error) {
        throw new Error(`${told}\n${JSON.stringify(files.get(path))}`, { cause: error });
      }
      renames[session.index.stated(`system:${name}`).length > 0 ? 'system' : 'heading'] += 1;
    },
    0.02,
  );
  if (cases < 80) return; // a replayed seed
  expect(distinct).toBeGreaterThan(cases * 0.5);
  expect(renames.heading).toBeGreaterThan(0);
  expect(renames.system).toBeGreaterThan(0);
});
