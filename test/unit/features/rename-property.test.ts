import { expect, test } from 'vitest';
import { type FileMove, willRename } from '../../../server/src/features/file-renames.ts';
import { rename } from '../../../server/src/features/rename.ts';
import { outlineIn, sectionFinder } from '../../../server/src/features/sections.ts';
import { Checker } from '../../../server/src/rules/checker.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import { pathReferences } from '../../../server/src/workspace/references.ts';
import type { Session } from '../../../server/src/workspace/session.ts';
import { sessionOf } from '../../support/fixture.ts';
import { linkedWorkspace } from '../../support/linked-workspace.ts';
import { changed } from '../../support/navigation.ts';
import { Random } from '../../support/random.ts';

const ROUNDS = 400;
/** The rules that follow links; one that says nothing of headings would prove nothing. */
const LINKED = RULES.filter(({ id }) => /^evidence\/missing-/.test(id));

/** Where each link leads: `document → file, which heading`, in the order of the text. */
function leads(session: Session, files: Iterable<string>, moved = (path: string): string => path): string[] {
  return [...files].sort().flatMap(path => {
    const document = session.document(path);
    if (document === undefined) return [];
    return pathReferences(document, '').map(({ target }) => {
      const from = moved(path);
      if (target.kind === 'glob') return `${from} → ${target.pattern}`;
      if (target.kind !== 'file') return `${from} → ${target.kind}`;
      const there = session.document(target.path);
      const section =
        target.fragment === undefined || there === undefined
          ? target.fragment
          : sectionFinder(outlineIn(there))(target.fragment);
      return `${from} → ${moved(target.path)} ${section ?? `no ${target.fragment}`}`;
    });
  });
}

/** A link to a section that is not there may come to name one. */
function dangling(line: string | undefined): boolean {
  return line !== undefined && / no (?!undefined)/.test(line);
}

function missingHeadings(session: Session): number {
  const checker = new Checker(session, LINKED);
  return session.paths.flatMap(path => checker.findings(path)).length;
}

test('a renamed heading takes every link along, and every other link stays where it led', () => {
  let renamed = 0;
  let withLinks = 0;
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const random = new Random(seed);
    const files = linkedWorkspace(random);
    const session = sessionOf(files);
    const path = random.pick([...files.keys()].filter(each => each.endsWith('.md')));
    const document = session.document(path);
    if (document === undefined) throw new Error(`${path} is no document`);
    const heading = random.pick(outlineIn(document)).heading;
    const name = random.pick([
      'Results',
      'Evaluation',
      'New',
      'Own',
      '*Été*',
      'a b: c',
      '2026',
      'x {#results}',
      '#',
      '# x',
    ]);
    const result = rename(session, path, heading.start, name);
    if (result?.kind !== 'changes') continue;
    const after = changed(files, result.changes);
    const again = sessionOf(after);
    const before = leads(session, files.keys());
    const now = leads(again, after.keys()).map((line, index) =>
      dangling(before[index]) ? before[index] : line,
    );
    expect(now, `seed ${seed}`).toEqual(before);
    expect(missingHeadings(again), `seed ${seed}`).toBeLessThanOrEqual(missingHeadings(session));
    renamed += 1;
    if (result.changes.length > 1) withLinks += 1;
  }
  expect(LINKED.map(rule => rule.id)).toContain('evidence/missing-heading');
  expect(renamed).toBeGreaterThan(ROUNDS / 2);
  expect(withLinks).toBeGreaterThan(ROUNDS / 10);
});

test('files and folders that move keep every link', () => {
  let edited = 0;
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const random = new Random(seed);
    const files = linkedWorkspace(random);
    const session = sessionOf(files);
    const moves: FileMove[] = random
      .list(1, 2, () => {
        const from = random.pick([...files.keys(), 'docs', 'gov', 'docs/cards']);
        const folder = random.pick(['', 'new/', 'docs/', 'deep/er/']);
        return {
          from,
          to: /\.\w+$/.test(from)
            ? `${folder}m${seed} ${random.pick(['(a)', 'b#', "c'd", 'é'])}-${from.split('/').at(-1)}`
            : `${folder}moved-${from}`,
        };
      })
      .filter((move, index, all) =>
        all.every(
          (other, at) =>
            at === index ||
            (!`${move.from}/`.startsWith(`${other.from}/`) && !`${other.from}/`.startsWith(`${move.from}/`)),
        ),
      );
    const moved = (path: string): string => {
      const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
      return move === undefined ? path : move.to + path.slice(move.from.length);
    };
    const changes = willRename(session, moves);
    edited += changes.length;
    const after = new Map([...changed(files, changes)].map(([path, text]) => [moved(path), text]));
    const expected = leads(session, files.keys(), moved).filter(line => !/\*| → outside$/.test(line));
    const found = leads(sessionOf(after), after.keys()).filter(line => !/\*| → outside$/.test(line));
    expect(found.sort(), `seed ${seed} ${JSON.stringify(moves)}`).toEqual(expected.sort());
  }
  expect(edited).toBeGreaterThan(ROUNDS / 2);
});
