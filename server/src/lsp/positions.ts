import type { Position, Range } from 'vscode-languageserver';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

// The only place that turns offsets into lines and characters and back. Both sides count UTF-16 code units from 0.

/** A span as the protocol counts it. */
export function rangeOf(source: Source, span: Span): Range {
  return { start: source.position(span.start), end: source.position(span.end) };
}

/** An offset as the protocol counts it. */
export function positionOf(source: Source, offset: number): Position {
  return source.position(offset);
}

/** The offset of a position; places outside the text count to its nearest end. */
export function offsetOf(source: Source, position: Position): number {
  return source.offset({ line: counted(position.line), character: counted(position.character) });
}

/** The span of a range; a range that runs backwards is turned around. */
export function spanOf(source: Source, range: Range): Span {
  const a = offsetOf(source, range.start);
  const b = offsetOf(source, range.end);
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

function counted(value: number): number {
  return Number.isFinite(value) ? Math.trunc(value) : 0;
}
