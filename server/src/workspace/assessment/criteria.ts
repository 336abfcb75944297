import { nameKey } from '../../model/assessment/match.ts';
import type { AssessmentSettings } from '../../model/config.ts';

/** A scale of likelihood or severity: its steps from 1 upwards. */
export interface Scale {
  readonly steps: readonly string[];
  /** The step that a word stands for, as {@link nameKey} has it; a scale that nobody changed knows other words too. */
  readonly words: ReadonlyMap<string, number>;
}

/** A level of risk, which begins at a score. */
export interface Level {
  readonly name: string;
  readonly from: number;
}

/** By what a risk is judged, after ISO/IEC 23894 clause 6.3.4. */
export interface RiskCriteria {
  readonly likelihood: Scale;
  readonly severity: Scale;
  /** Ascending; the first begins at 1. */
  readonly levels: readonly Level[];
  /** The highest residual score that nobody has to accept. */
  readonly threshold: number;
  /** Who may accept, by level; the empty name stands for every level. Empty: nothing says who. */
  readonly acceptors: ReadonlyMap<string, readonly string[]>;
  /** Whether configuration sets a scale; words outside of one that nobody set are not reported. */
  readonly given: boolean;
}

const LIKELIHOOD: Scale = scaleOf(
  ['rare', 'unlikely', 'possible', 'likely', 'almost certain'],
  [
    ['very low', 1],
    ['very unlikely', 1],
    ['remote', 1],
    ['low', 2],
    ['medium', 3],
    ['moderate', 3],
    ['high', 4],
    ['probable', 4],
    ['very high', 5],
    ['very likely', 5],
    ['certain', 5],
  ],
);

const SEVERITY: Scale = scaleOf(
  ['negligible', 'minor', 'moderate', 'major', 'critical'],
  [
    ['very low', 1],
    ['insignificant', 1],
    ['low', 2],
    ['medium', 3],
    ['high', 4],
    ['serious', 4],
    ['severe', 4],
    ['very high', 5],
    ['catastrophic', 5],
  ],
);

const LEVELS: readonly Level[] = [
  { name: 'low', from: 1 },
  { name: 'medium', from: 5 },
  { name: 'high', from: 10 },
  { name: 'very high', from: 16 },
];
const THRESHOLD = 9;

/** The criteria that a configuration gives, with what it leaves open filled: 5 × 5, accepted above 9. */
export function criteriaOf(settings: AssessmentSettings | undefined): RiskCriteria {
  const { likelihood, severity, levels, threshold, acceptors } = settings ?? {};
  const scale = (given: readonly string[] | undefined, own: Scale): Scale =>
    given === undefined || given.length < 2 ? own : scaleOf(given, []);
  const scales = { likelihood: scale(likelihood, LIKELIHOOD), severity: scale(severity, SEVERITY) };
  const most = scales.likelihood.steps.length * scales.severity.steps.length;
  const named = levels === undefined || levels.length === 0 ? scaled(LEVELS, most) : levels;
  const ordered = named.toSorted((a, b) => a.from - b.from);
  const first = ordered[0];
  return {
    ...scales,
    levels: first !== undefined && first.from > 1 ? [{ name: 'low', from: 1 }, ...ordered] : ordered,
    threshold: threshold ?? Math.round((THRESHOLD * most) / 25),
    acceptors: acceptors ?? new Map(),
    given: scales.likelihood !== LIKELIHOOD || scales.severity !== SEVERITY,
  };
}

function scaleOf(steps: readonly string[], others: readonly (readonly [string, number])[]): Scale {
  const own = steps.map((step, index) => [nameKey(step), index + 1] as const);
  // The first of two steps with one name, and a step before a word that stands for one.
  return { steps, words: new Map([...others, ...own.toReversed()]) };
}

/** The default levels on a scale of another size. */
function scaled(levels: readonly Level[], most: number): Level[] {
  return levels.map(({ name, from }) => ({ name, from: Math.max(1, Math.ceil((from * most) / 25)) }));
}
