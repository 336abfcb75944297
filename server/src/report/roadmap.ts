import type { Catalog } from '../catalog/catalog.ts';
import { compareStrength, type Strength } from '../catalog/types.ts';
import type { ControlCoverage } from '../workspace/evidence/control-coverage.ts';
import type { Coverage } from '../workspace/evidence/coverage.ts';
import { nextStep } from '../workspace/evidence/next-step.ts';

/** An item without the evidence it needs. */
export interface RoadmapGap {
  /** Qualified id. */
  readonly id: string;
  readonly title: string;
  readonly strength: Strength;
  readonly needed: Strength;
  /** What is to be done, in words. */
  readonly todo: string;
  /** The document that can be started for it; absent where evidence exists already. */
  readonly start?: string;
  readonly organizational: boolean;
}

/** A step of a phase with what is still open in it. */
export interface RoadmapStep {
  readonly title: string;
  readonly note?: string;
  /** Qualified ids of everything that the step closes. */
  readonly closes: readonly string[];
  readonly gaps: readonly RoadmapGap[];
}

/** A phase with its steps in order. */
export interface RoadmapPhasePlan {
  readonly id: string;
  readonly title: string;
  readonly months: { readonly from: number; readonly to: number };
  readonly aim: string;
  /** Applicable items of the phase, and those of them that lack evidence. */
  readonly items: number;
  readonly open: number;
  readonly steps: readonly RoadmapStep[];
}

/** What lies between one system's evidence and a certification audit. It says nothing of how long that takes. */
export interface Roadmap {
  readonly framework: string;
  readonly name: string;
  readonly system: string | null;
  readonly items: number;
  readonly open: number;
  readonly phases: readonly RoadmapPhasePlan[];
}

/** The roadmaps of a coverage, one for each framework with phases and each system that answers it. */
export function roadmapsOf(
  coverage: Coverage,
  catalogOf: (framework: string) => Catalog | undefined,
): Roadmap[] {
  return coverage.frameworks.flatMap(({ id, system }) => {
    const catalog = catalogOf(id);
    const phases = catalog?.data.roadmap;
    if (catalog === undefined || phases === undefined) return [];
    const rows = new Map(
      [...coverage.controls, ...coverage.clauses]
        .filter(each => each.system === system)
        .map(each => [each.id, each]),
    );
    const plans = phases.map(({ months: [from = 1, to = from], steps, ...phase }): RoadmapPhasePlan => {
      const planned = steps.map(step => stepOf(step, catalog, rows));
      return {
        ...phase,
        months: { from, to },
        items: sum(planned.map(each => each.closes.length)),
        open: sum(planned.map(each => each.gaps.length)),
        steps: planned,
      };
    });
    return [
      {
        framework: id,
        name: catalog.data.name,
        system,
        items: sum(plans.map(each => each.items)),
        open: sum(plans.map(each => each.open)),
        phases: plans,
      },
    ];
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function stepOf(
  step: { readonly title: string; readonly note?: string; readonly items: readonly string[] },
  catalog: Catalog,
  rows: ReadonlyMap<string, ControlCoverage>,
): RoadmapStep {
  const applicable = step.items
    .flatMap(id => rows.get(`${catalog.id}:${id}`) ?? [])
    .filter(row => row.applicable);
  const gaps = applicable.flatMap(row => gapOf(row, catalog));
  const closes = applicable.map(each => each.id);
  return step.note === undefined
    ? { title: step.title, closes, gaps }
    : { title: step.title, note: step.note, closes, gaps };
}

function gapOf(row: ControlCoverage, catalog: Catalog): RoadmapGap[] {
  const { id, title, strength, needed, organizational } = row;
  const isSuspect = row.evidence.some(each => each.suspect);
  if (compareStrength(strength, needed) >= 0 && !isSuspect) return [];
  const file = catalog.find(id.slice(id.indexOf(':') + 1))?.template?.file;
  const gap = { id, title, strength, needed, todo: nextStep(row), organizational };
  return [strength === 'missing' && file !== undefined ? { ...gap, start: file } : gap];
}
