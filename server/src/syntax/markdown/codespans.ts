import type { Local } from '../../text/span.ts';

/**
 * Where code spans end. A run of ticks closes with the next run of the same length; the runs of a block are
 * gathered once, so that a text of nothing but ticks costs no more than any other. Offsets must be asked for in
 * ascending order.
 */
export class CodeSpans {
  private readonly text: string;
  private readonly limit: number;
  /** Offsets of the runs by length, ascending. */
  private runs: ReadonlyMap<number, readonly number[]> | undefined;
  private readonly passed = new Map<number, number>();

  constructor(text: string, block: Local) {
    this.text = text;
    this.limit = block.to;
  }

  /** Offset behind the code span that begins at a tick, or behind the run of ticks when it closes nowhere. */
  behind(tick: number): number {
    this.runs ??= runsOf(this.text, tick, this.limit);
    const end = runEnd(this.text, tick, this.limit);
    const length = end - tick;
    const same = this.runs.get(length) ?? [];
    let index = this.passed.get(length) ?? 0;
    while (index < same.length && (same[index] ?? 0) < end) index += 1;
    this.passed.set(length, index);
    const close = same[index];
    return close === undefined ? end : close + length;
  }
}

function runsOf(text: string, from: number, limit: number): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let tick = text.indexOf('`', from); tick >= 0 && tick < limit; ) {
    const end = runEnd(text, tick, limit);
    const list = runs.get(end - tick);
    if (list === undefined) runs.set(end - tick, [tick]);
    else list.push(tick);
    tick = text.indexOf('`', end);
  }
  return runs;
}

function runEnd(text: string, tick: number, limit: number): number {
  let end = tick;
  while (end < limit && text.charCodeAt(end) === 96) end += 1;
  return end;
}
