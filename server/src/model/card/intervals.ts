import type { Local } from '../../text/span.ts';

/** How far off a measured value may be, as a card states it; the span is local to the section. */
export interface Interval extends Local {
  /** `± 0.02`, a range `[0.79, 0.83]`, or a deviation in brackets or in a column of its own. */
  readonly kind: 'plus-minus' | 'range' | 'deviation';
  readonly written: string;
}

const PLUS_MINUS = /(?:±|\+\/-|\+-|\\pm)\s*\d*[.,]?\d+ ?%?/;
const RANGE =
  /[[(]\s*-?\d*[.,]?\d+ ?%?\s*(?:,|;|–|—|-|to)\s*-?\d*[.,]?\d+ ?%?\s*[\])]|\d[.,]\d+ ?%? ?(?:–|—| - | to )\s?\d*[.,]\d+/;
const DEVIATION = /\(\s*(?:(?:sd|se|std|σ)\s*[=:]?\s*)?\d*[.,]\d+ ?%?\s*\)$/i;

/** The interval behind a number in a cell; `offset` is where the cell begins. */
export function intervalIn(cell: string, offset: number): Interval | undefined {
  const found = [
    ['plus-minus', PLUS_MINUS],
    ['range', RANGE],
    ['deviation', DEVIATION],
  ] as const;
  for (const [kind, pattern] of found) {
    const hit = pattern.exec(cell.slice(0, 120));
    if (hit !== null)
      return { kind, written: hit[0], from: offset + hit.index, to: offset + hit.index + hit[0].length };
  }
  return undefined;
}

const IN_WORDS =
  /±|\+\/-|\bconfidence (?:interval|level)|\b9[059](?:\.\d)? ?% ?(?:ci\b|confidence)|\bcredible interval|\bbootstrap|\bstandard (?:deviation|error)|\bstd\.? ?(?:dev|err)|\bstderr\b|\bmargin of error|\b(?:over|across|of|with|from) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|multiple|different) (?:random )?(?:seeds|runs|folds|repetitions|trials)|\bcross-validat|\bk-fold|\bp ?[<=] ?0?\.\d|\bstatistically significant|\bstatistical significance|\buncertainty of|\bsampling error|\berror bars?/i;

/** Whether a text tells in words how certain its numbers are. */
export function tellsUncertainty(text: string): boolean {
  return IN_WORDS.test(text);
}
