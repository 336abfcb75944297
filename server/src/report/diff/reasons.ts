import { compareStrength } from '../../catalog/types.ts';
import type { ControlCoverage } from '../../workspace/evidence/control-coverage.ts';
import type { GradedEvidence } from '../../workspace/evidence/graded.ts';
import type { Direction } from './data.ts';

/** How the files of both sides are called. */
export interface DiffNaming {
  /** The path that readers know, by workspace path. */
  readonly shown: (path: string) => string;
  /** The path that a file had before, by its path now. */
  readonly former: (path: string) => string;
}

/** Why a control stands otherwise than before, in sentences without the full stop. */
export function reasonsFor(
  before: ControlCoverage | undefined,
  after: ControlCoverage | undefined,
  direction: Direction,
  naming: DiffNaming,
): string[] {
  if (direction === 'excluded')
    return [after?.scopeReason ?? after?.justification ?? 'it is excluded without a justification'];
  const had = new Map((before?.evidence ?? []).map(each => [keyOf(each, path => path), each]));
  const has = new Map((after?.evidence ?? []).map(each => [keyOf(each, naming.former), each]));
  const weaker = direction === 'weaker';
  const reasons: string[] = direction === 'included' ? ['it is no longer excluded'] : [];
  for (const [key, each] of has) {
    const old = had.get(key);
    const name = nameOf(each, naming);
    if (old === undefined) {
      if (!weaker) reasons.push(`${name} is new, and ${each.strength}`);
    } else if (compareStrength(each.strength, old.strength) < 0) {
      if (weaker) reasons.push(fallen(each, name));
    } else if (compareStrength(each.strength, old.strength) > 0 && !weaker)
      reasons.push(risen(old, each, name));
  }
  if (weaker)
    for (const [key, each] of had)
      if (!has.has(key)) reasons.push(`${nameOf(each, naming)} is no longer named`);
  if (before?.entry !== undefined && after !== undefined && after.entry === undefined)
    reasons.push('its entry is gone');
  if (after === undefined) reasons.push('no mapping answers its framework any more');
  if (before !== undefined && after !== undefined && before.needed !== after.needed)
    reasons.push(`it needs to be ${after.needed}, and needed to be ${before.needed}`);
  return reasons;
}

/** A piece of evidence under the name that its file had before. */
function keyOf({ path, fragment, target }: GradedEvidence, former: (path: string) => string): string {
  return path === undefined ? target : `${former(path)}#${fragment ?? ''}`;
}

function nameOf({ path, fragment, target }: GradedEvidence, { shown }: DiffNaming): string {
  if (path === undefined) return target;
  return fragment === undefined ? shown(path) : `${shown(path)}#${fragment}`;
}

function fallen({ suspect, reason }: GradedEvidence, name: string): string {
  if (suspect) return `${name} changed after sign-off`;
  return reason === undefined ? `${name} shows less` : `${name}: ${reason.text}`;
}

function risen(old: GradedEvidence, { strength, item }: GradedEvidence, name: string): string {
  if (strength === 'reviewed') {
    const by = item?.by === undefined || item.by === null ? '' : ` by ${item.by}`;
    return old.suspect ? `${name} was signed again${by}` : `${name} was signed${by}`;
  }
  if (strength === 'tested') return `${name} passes`;
  const was = old.reason === undefined ? '' : ` (before: ${old.reason.text})`;
  return `${name} is ${strength} now${was}`;
}
