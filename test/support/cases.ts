import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect } from 'vitest';

/** Takes note of an input that is about to be tried. */
export type Saw = (input: string) => void;

/** How many inputs a suite has tried, and how many of them were not the same. */
export interface Counts {
  readonly cases: number;
  readonly distinct: number;
}

/** What `npm run fuzz` asks for; `cases` is 0 in `npm test`, where each suite has a small number of its own. */
const ASKED = {
  cases: Number(process.env['CLAUSEWRIGHT_FUZZ'] ?? 0),
  seed: Number(process.env['CLAUSEWRIGHT_SEED'] ?? 1),
  counts: process.env['CLAUSEWRIGHT_FUZZ_COUNTS'],
};
const LONG = ASKED.cases > 0;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Milliseconds between two notes on how far a suite has come. */
const PACE = 5000;

/** Counts the cases of one suite, and writes the counts down where `npm run fuzz` reads them. */
class Tally {
  private readonly id = randomUUID();
  private readonly suite = expect.getState().currentTestName ?? '';
  private readonly file = relative(ROOT, expect.getState().testPath ?? '').replaceAll('\\', '/');
  private readonly inputs = new Set<number>();
  private cases = 0;
  private readonly started = Date.now();
  private noted = this.started;

  readonly saw: Saw = input => {
    this.cases += 1;
    this.inputs.add(hashOf(input));
    if (Date.now() - this.noted < PACE) return;
    this.noted = Date.now();
    this.note('running');
  };

  get counts(): Counts {
    return { cases: this.cases, distinct: this.inputs.size };
  }

  done(): Counts {
    this.note('done');
    return this.counts;
  }

  /** The error to throw for what a case threw, with the seed that repeats it. */
  failed(error: unknown, seed: number, cases: number): Error {
    this.note('failed', { seed, replay: cases });
    return new Error(`failed with CLAUSEWRIGHT_SEED=${seed} CLAUSEWRIGHT_FUZZ=${cases}`, { cause: error });
  }

  private note(state: 'running' | 'done' | 'failed', more: object = {}): void {
    if (ASKED.counts === undefined) return;
    const { id, file, suite, started } = this;
    const line = { id, file, suite, state, ms: Date.now() - started, ...this.counts, ...more };
    appendFileSync(ASKED.counts, `${JSON.stringify(line)}\n`);
  }
}

/** Whether a long run has tried enough, or `npm test` has come through its few seeds. */
function isEnough(seedsDone: number, cases: number, few: number, share: number): boolean {
  return LONG ? Math.max(cases, seedsDone) >= Math.ceil(ASKED.cases * share) : seedsDone >= few;
}

/**
 * Runs a check for one seed after the other: for a few in `npm test`; in a long run until it has seen this share of the
 * cases that were asked for. What it throws is told together with the seed; distinct inputs are counted.
 */
export function forSeeds(few: number, check: (seed: number, saw: Saw) => void, share: number): Counts {
  const tally = new Tally();
  for (let done = 0; !isEnough(done, tally.counts.cases, few, share); done += 1) {
    const seed = ASKED.seed + done;
    try {
      check(seed, tally.saw);
    } catch (error) {
      throw tally.failed(error, seed, 1);
    }
  }
  return tally.done();
}

/** {@link forSeeds} for a check that has to be waited for, one after the other. */
export async function forSeedsInTurn(
  few: number,
  check: (seed: number, saw: Saw) => Promise<void>,
  share: number,
): Promise<Counts> {
  const tally = new Tally();
  for (let done = 0; !isEnough(done, tally.counts.cases, few, share); done += 1) {
    const seed = ASKED.seed + done;
    try {
      await check(seed, tally.saw);
    } catch (error) {
      throw tally.failed(error, seed, 1);
    }
  }
  return tally.done();
}

/** What `npm test` tries of a property that says nothing else, as fast-check does. */
const USUAL_RUNS = 100;

/** Checks a property of fast-check: `numRuns` times in `npm test`, and for its share of the cases in a long run. */
export function checkProperty<T>(
  property: fc.IRawProperty<T>,
  { numRuns = USUAL_RUNS, share = 0.004 }: { readonly numRuns?: number; readonly share?: number } = {},
): void {
  const tally = new Tally();
  const counted: fc.IRawProperty<T> = {
    isAsync: () => false,
    generate: (mrng, runId) => property.generate(mrng, runId),
    shrink: value => property.shrink(value),
    runBeforeEach: () => property.runBeforeEach(),
    runAfterEach: () => property.runAfterEach(),
    run: value => {
      tally.saw(fc.stringify(value));
      return property.run(value);
    },
  };
  const runs = LONG ? Math.ceil(ASKED.cases * share) : numRuns;
  const seed = LONG || process.env['CLAUSEWRIGHT_SEED'] !== undefined ? { seed: ASKED.seed } : {};
  try {
    fc.assert(counted as fc.IProperty<T>, { numRuns: runs, ...seed });
  } catch (error) {
    throw LONG ? tally.failed(error, ASKED.seed, ASKED.cases) : error;
  }
  tally.done();
}

function hashOf(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  return hash;
}
