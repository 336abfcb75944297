import { Random } from './random.ts';

const PIECES = [
  '\n',
  '  ',
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '&a ',
  '*a',
  'null',
  '1',
  ',',
  '#',
  '\t',
  'ä',
  '|\n',
];

/** A text after a few random deletions, insertions and repetitions; the same for the same seed. */
export function mutated(text: string, seed: number): string {
  const random = new Random(seed);
  let now = text;
  for (let round = random.below(4); round >= 0; round -= 1) {
    const from = random.below(now.length + 1);
    const to = Math.min(now.length, from + random.below(30));
    const piece = random.pick([random.pick(PIECES), now.slice(from, to), '']);
    now = now.slice(0, from) + piece + now.slice(random.chance(0.5) ? from : to);
  }
  return now;
}
