import { compareStrength, type Strength } from '../../catalog/types.ts';
import type { ControlCoverage } from '../../workspace/evidence/control-coverage.ts';
import type { CoveragePart } from '../../workspace/evidence/coverage.ts';
import { samePerson } from '../../workspace/evidence/people.ts';

/** Which controls are wanted; what is absent does not restrict. */
export interface ControlFilter {
  readonly strengths?: readonly Strength[] | undefined;
  /** An empty text stands for controls without an owner. */
  readonly owners?: readonly string[] | undefined;
  /** An empty text stands for mappings that name no system. */
  readonly systems?: readonly string[] | undefined;
  readonly needsMe?: boolean | undefined;
}

/** Whether a control applies and lacks the evidence it needs. */
export function isOpen({ applicable, strength, needed }: ControlCoverage): boolean {
  return applicable && compareStrength(strength, needed) < 0;
}

/** Whether it falls to somebody: they own it, and it is open or its text has changed since it was signed. */
export function needs(control: ControlCoverage, me: string | undefined): boolean {
  if (me === undefined || control.owner === null || !samePerson(control.owner, me)) return false;
  return isOpen(control) || control.evidence.some(each => each.suspect);
}

/** Whether a filter lets a control through. `me` is who the user is, where that is known. */
export function fits(control: ControlCoverage, filter: ControlFilter, me: string | undefined): boolean {
  const { strengths, owners, systems, needsMe } = filter;
  if (systems !== undefined && !systems.includes(control.system ?? '')) return false;
  if (owners !== undefined && !owners.some(each => isOwner(control.owner, each))) return false;
  if (strengths !== undefined && !(control.applicable && strengths.includes(control.strength))) return false;
  return needsMe !== true || needs(control, me);
}

function isOwner(owner: string | null, wanted: string): boolean {
  return wanted === '' ? owner === null : owner !== null && samePerson(owner, wanted);
}

/** The rows of a part that are listed: its controls, and its clauses where the mapping answers any. */
export function listedRows({ framework, controls, clauses }: CoveragePart): readonly ControlCoverage[] {
  return (framework.clauses?.answered ?? 0) > 0 ? [...controls, ...clauses] : controls;
}
