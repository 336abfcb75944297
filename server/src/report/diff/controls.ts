import { compareStrength } from '../../catalog/types.ts';
import type { ControlCoverage } from '../../workspace/evidence/control-coverage.ts';
import type { Coverage } from '../../workspace/evidence/coverage.ts';
import type { FrameworkCoverage } from '../../workspace/evidence/coverage-totals.ts';
import type { ControlChange, ControlState, Direction, FrameworkChange, FrameworkState } from './data.ts';
import { type DiffNaming, reasonsFor } from './reasons.ts';

/** Rows of the two sides that belong together. */
interface Pair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

const ORDER: readonly Direction[] = ['weaker', 'excluded', 'stronger', 'included'];

/** The controls and clauses that stand otherwise than before, the weakened ones first. */
export function controlChanges(before: Coverage, after: Coverage, naming: DiffNaming): ControlChange[] {
  const rows = (coverage: Coverage): readonly ControlCoverage[] => [
    ...coverage.controls,
    ...coverage.clauses.filter(each => each.entry !== undefined || each.strength !== 'missing'),
  ];
  return paired(rows(before), rows(after))
    .flatMap(pair => changeOf(pair, naming))
    .sort((a, b) => ORDER.indexOf(a.direction) - ORDER.indexOf(b.direction));
}

function changeOf({ before, after }: Pair<ControlCoverage>, naming: DiffNaming): ControlChange[] {
  const row = after ?? before;
  const direction = directionOf(before, after);
  if (row === undefined || direction === undefined) return [];
  return [
    {
      id: row.id,
      title: row.title,
      system: row.system,
      direction,
      before: stateOf(before),
      after: stateOf(after),
      reasons: reasonsFor(before, after, direction, naming),
    },
  ];
}

function directionOf(
  before: ControlCoverage | undefined,
  after: ControlCoverage | undefined,
): Direction | undefined {
  const did = before?.applicable ?? true;
  const does = after?.applicable ?? true;
  if (did !== does) return does ? 'included' : before === undefined ? undefined : 'excluded';
  if (!does) return undefined;
  const by = compareStrength(after?.strength ?? 'missing', before?.strength ?? 'missing');
  if (by !== 0) return by < 0 ? 'weaker' : 'stronger';
  if (before === undefined || after === undefined) return undefined;
  const [was, is] = [isMet(before), isMet(after)];
  return was === is ? undefined : is ? 'stronger' : 'weaker';
}

function isMet({ strength, needed }: ControlCoverage): boolean {
  return compareStrength(strength, needed) >= 0;
}

function stateOf(row: ControlCoverage | undefined): ControlState | null {
  if (row === undefined) return null;
  const { applicable, strength, needed } = row;
  return { applicable, strength, needed, met: !applicable || isMet(row) };
}

/** Each framework of each system with its numbers before and after. */
export function frameworkChanges(before: Coverage, after: Coverage): FrameworkChange[] {
  return paired(before.frameworks, after.frameworks).flatMap(pair => {
    const row = pair.after ?? pair.before;
    if (row === undefined) return [];
    const { id, name, system } = row;
    return [{ id, name, system, before: numbersOf(pair.before), after: numbersOf(pair.after) }];
  });
}

function numbersOf(row: FrameworkCoverage | undefined): FrameworkState | null {
  if (row === undefined) return null;
  const { total, applicable, met, strengths } = row;
  return { total, applicable, met, strengths };
}

/** Rows of the same id and system, in the order of the later side. */
function paired<T extends { readonly id: string; readonly system: string | null }>(
  before: readonly T[],
  after: readonly T[],
): Pair<T>[] {
  const key = ({ id, system }: T): string => `${system ?? ''} ${id}`;
  const old = new Map(before.map(each => [key(each), each]));
  const pairs = after.map((each): Pair<T> => ({ before: old.get(key(each)), after: each }));
  const known = new Set(after.map(key));
  return [
    ...pairs,
    ...before
      .filter(each => !known.has(key(each)))
      .map((each): Pair<T> => ({ before: each, after: undefined })),
  ];
}
