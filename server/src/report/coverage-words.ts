import { compareStrength, STRENGTHS } from '../catalog/types.ts';
import type { FrameworkCoverage } from '../workspace/evidence/coverage-totals.ts';
import type { ControlData, CoverageData } from './coverage-data.ts';

/** One framework of one system with its controls. */
export interface CoverageTable {
  readonly framework: FrameworkCoverage;
  readonly controls: readonly ControlData[];
  /** The clauses that call for documented information, where the mapping answers any of them. */
  readonly clauses: readonly ControlData[];
}

/** The tables of a coverage, in its order. */
export function tablesOf({ controls, clauses, frameworks }: CoverageData): CoverageTable[] {
  return frameworks.map(framework => {
    const isOf = (each: ControlData): boolean =>
      each.system === framework.system && each.id.startsWith(`${framework.id}:`);
    const answered = (framework.clauses?.answered ?? 0) > 0;
    return { framework, controls: controls.filter(isOf), clauses: answered ? clauses.filter(isOf) : [] };
  });
}

/** Whether a control is as strong as it needs to be, or excluded. */
export function isMet(control: Pick<ControlData, 'applicable' | 'strength' | 'needed'>): boolean {
  return !control.applicable || compareStrength(control.strength, control.needed) >= 0;
}

/** Where a control stands, in a word. */
export function standing(control: ControlData): string {
  if (control.applicable) return control.strength;
  return control.scopeReason === null ? 'excluded' : 'no duty';
}

/** What a control's standing rests on: its best evidence, or why there is none. */
export function grounds(control: ControlData): string {
  if (!control.applicable) return control.scopeReason ?? control.justification ?? 'no justification is given';
  const [best] = [...control.evidence].sort((a, b) => compareStrength(b.strength, a.strength));
  if (best !== undefined) {
    const reason = isMet(control) || best.reason === null ? '' : ` (${best.reason})`;
    return `${best.target}${reason}`;
  }
  if (control.supportedThrough.length > 0) return `supported through ${control.supportedThrough.join(', ')}`;
  return control.entry === null ? 'no entry' : `${control.status ?? 'no status'}, no evidence`;
}

/** A framework's numbers as a sentence. It says what is evidenced, and nothing of conformity. */
export function totals(framework: FrameworkCoverage): string {
  const { total, applicable, met, supported, strengths, organizational } = framework;
  const counts = STRENGTHS.map(each => `${strengths[each]} ${each}`).join(', ');
  const others =
    supported === 0 ? '' : ` ${supported} without evidence of their own are supported by others.`;
  const elsewhere =
    organizational === 0
      ? ''
      : ` ${organizational} of the missing are for the organisation to show rather than for this system.`;
  const sentence = `${met} of ${applicable} applicable controls (${total} in all) have the evidence they need: ${counts}.${others}${elsewhere}`;
  const { clauses } = framework;
  return clauses === undefined || clauses.answered === 0
    ? sentence
    : `${sentence} Of the ${clauses.total} clauses that call for documented information, ${clauses.met} have it (${clauses.answered} have an entry).`;
}

/** A framework and its system as a title. */
export function titleOf({ name, system }: FrameworkCoverage): string {
  return system === null ? name : `${name}, ${system}`;
}

/** A qualified id without its framework. */
export function bareId(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
