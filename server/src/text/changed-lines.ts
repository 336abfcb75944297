/** Stretches with more lines than this on a side and no line of their own are changed as a whole. */
const MOST_COMPARED = 800;

/**
 * The 0-based lines of `after` that are not in `before` in the same order. White space at the end of lines and kinds
 * of line breaks do not count. Lines that occur once on each side anchor the comparison, so that it takes no longer
 * than sorting.
 */
export function changedLines(before: string, after: string): Set<number> {
  const changed = new Set<number>();
  const old = linesOf(before);
  const now = linesOf(after);
  const open = [{ from: 0, to: old.length, start: 0, end: now.length }];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    let { from, to, start, end } = part;
    while (from < to && start < end && old[from] === now[start]) {
      from += 1;
      start += 1;
    }
    while (from < to && start < end && old[to - 1] === now[end - 1]) {
      to -= 1;
      end -= 1;
    }
    if (start === end) continue;
    const anchors = from === to ? [] : anchorsIn(old, now, { from, to, start, end });
    if (anchors.length === 0) {
      for (const line of unmatched(old.slice(from, to), now.slice(start, end))) changed.add(start + line);
      continue;
    }
    for (const [left, right] of [...anchors, [to, end] as const]) {
      open.push({ from, to: left, start, end: right });
      from = left + 1;
      start = right + 1;
    }
  }
  return changed;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map(line => line.trimEnd());
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Pairs of lines that occur once on each side, as many as stand in the same order on both. */
function anchorsIn(
  old: readonly string[],
  now: readonly string[],
  part: Part,
): (readonly [number, number])[] {
  const places = new Map<string, { left: number; right: number; lefts: number; rights: number }>();
  for (let line = part.from; line < part.to; line += 1) {
    const known = places.get(old[line] ?? '');
    if (known === undefined) places.set(old[line] ?? '', { left: line, right: -1, lefts: 1, rights: 0 });
    else known.lefts += 1;
  }
  for (let line = part.start; line < part.end; line += 1) {
    const known = places.get(now[line] ?? '');
    if (known === undefined) continue;
    known.right = line;
    known.rights += 1;
  }
  const pairs = [...places.values()]
    .filter(({ lefts, rights }) => lefts === 1 && rights === 1)
    .map(({ left, right }) => [left, right] as const);
  return increasing(pairs);
}

/** The longest run of pairs, sorted by their first, whose second increases too. */
function increasing(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, [, right]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < right) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const run: (readonly [number, number])[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) run.push(pair);
  }
  return run.toReversed();
}

/** Lines of `now` that a longest common run of lines leaves out. */
function unmatched(old: readonly string[], now: readonly string[]): number[] {
  const all = now.map((_, line) => line);
  if (old.length === 0 || old.length > MOST_COMPARED || now.length > MOST_COMPARED) return all;
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const left: number[] = [];
  for (let i = 0, j = 0; j < now.length; ) {
    if (i < old.length && old[i] === now[j]) {
      i += 1;
      j += 1;
    } else if (i < old.length && at(i + 1, j) >= at(i, j + 1)) i += 1;
    else {
      left.push(j);
      j += 1;
    }
  }
  return left;
}
