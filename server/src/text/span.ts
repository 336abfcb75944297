/**
 * A stretch of a whole document. Offsets are 0-based UTF-16 code units from the start of the file; `end` is
 * exclusive.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The start of a file: where what is said of the whole of it stands. */
export const START: Span = { start: 0, end: 0 };

/**
 * A stretch inside a unit (a YAML entry, a Markdown section). Offsets are 0-based UTF-16 code units from the
 * start of that unit, so an edit elsewhere in the file does not move them. The field names differ from
 * {@link Span} on purpose: the compiler then keeps the two apart.
 */
export interface Local {
  readonly from: number;
  readonly to: number;
}

/** A value that was read from a unit, together with where the unit starts in the file. */
export interface Placed<T> {
  readonly start: number;
  readonly value: T;
}

/** The file's span of a local stretch. */
export function at(start: number, local: Local): Span {
  return { start: start + local.from, end: start + local.to };
}

/** Whether `offset` touches the span; both ends count, as a cursor stands between characters. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether `inner` lies inside `outer`. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans share at least one character, or one is empty and lies inside the other. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end;
}
