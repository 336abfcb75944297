import type { ControlCoverage, Coverage } from '../workspace/evidence/coverage.ts';
import { type Naming, type Range, rangeOf } from './reported.ts';

/** The coverage of one workspace, and how its files are shown. */
export interface NamedCoverage {
  readonly coverage: Coverage;
  readonly naming: Naming;
}

/** Coverage as JSON, format version 1: places are 0-based lines and UTF-16 characters. */
export function coverageJson(parts: readonly NamedCoverage[]): string {
  const controls = parts.flatMap(({ coverage, naming }) =>
    coverage.controls.map(control => shownControl(control, naming)),
  );
  const clauses = parts.flatMap(({ coverage, naming }) =>
    coverage.clauses.map(clause => shownControl(clause, naming)),
  );
  const frameworks = parts.flatMap(({ coverage }) => coverage.frameworks);
  return `${JSON.stringify({ version: 1, controls, clauses, frameworks }, undefined, 2)}\n`;
}

function shownControl(control: ControlCoverage, naming: Naming): object {
  return {
    id: control.id,
    title: control.title,
    system: control.system,
    applicable: control.applicable,
    justification: control.justification,
    scopeReason: control.scopeReason,
    status: control.status,
    owner: control.owner,
    strength: control.strength,
    needed: control.needed,
    organizational: control.organizational,
    supportedThrough: control.supportedThrough,
    evidence: control.evidence.map(({ target, strength, suspect, reason }) => ({
      target,
      strength,
      suspect,
      reason: reason?.text ?? null,
    })),
    entry: placeOf(control, naming),
  };
}

function placeOf({ entry }: ControlCoverage, naming: Naming): { path: string; range: Range } | null {
  return entry === undefined
    ? null
    : { path: naming.shown(entry.path), range: rangeOf(naming.source(entry.path), entry) };
}
