/**
 * Index of the first element for which `holds` is false, in a list where it is true for those before and false for all
 * behind; the length of the list where it is true for all. A binary search.
 */
export function boundary<T>(sorted: readonly T[], holds: (element: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const element = sorted[middle];
    if (element !== undefined && holds(element)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of some ordered things that begins at or before an offset. */
export function lastBefore<T>(
  sorted: readonly T[],
  offset: number,
  startOf: (element: T) => number,
): T | undefined {
  return sorted[boundary(sorted, element => startOf(element) <= offset) - 1];
}
