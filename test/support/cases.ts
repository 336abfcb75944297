/**
 * How many random cases a test runs: its own small number in `npm test`, a share of CLAUSEWRIGHT_FUZZ in a long run.
 * CLAUSEWRIGHT_SEED starts at another seed, which is how a case that failed is replayed.
 */
export function seeds(few: number, share = 1): { from: number; count: number } {
  const asked = Number(process.env['CLAUSEWRIGHT_FUZZ'] ?? 0);
  const from = Number(process.env['CLAUSEWRIGHT_SEED'] ?? 1);
  return { from, count: asked > 0 ? Math.ceil(asked * share) : few };
}

/** Runs a check for each seed. What it throws is told together with the seed; distinct inputs are counted. */
export function forSeeds(
  few: number,
  check: (seed: number, saw: (input: string) => void) => void,
  share = 1,
): { cases: number; distinct: number } {
  const { from, count } = seeds(few, share);
  const inputs = new Set<number>();
  let cases = 0;
  for (let seed = from; seed < from + count; seed += 1) {
    try {
      check(seed, input => {
        cases += 1;
        inputs.add(hashOf(input));
      });
    } catch (error) {
      throw new Error(`failed with CLAUSEWRIGHT_SEED=${seed} CLAUSEWRIGHT_FUZZ=1`, { cause: error });
    }
  }
  if (process.env['CLAUSEWRIGHT_FUZZ'] !== undefined)
    console.log(`${cases} cases, ${inputs.size} distinct inputs`);
  return { cases, distinct: inputs.size };
}

function hashOf(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  return hash;
}
