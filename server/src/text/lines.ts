import type { Span } from './span.ts';

const LF = 10;
const CR = 13;

/** A place as the language server protocol counts it: 0-based line, 0-based UTF-16 character. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Where each line of a text begins. Lines end at LF, CR LF or a lone CR, as in the language server protocol.
 * A lookup is a binary search; {@link changed} reuses the starts that an edit does not touch.
 */
export class Lines {
  private readonly starts: Int32Array;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;

  private constructor(starts: Int32Array, length: number) {
    this.starts = starts;
    this.length = length;
  }

  static of(text: string): Lines {
    const starts = [0];
    scan(text, 0, text.length, starts);
    return new Lines(Int32Array.from(starts), text.length);
  }

  /** Number of lines; at least 1. A text that ends in a line break has an empty last line. */
  get count(): number {
    return this.starts.length;
  }

  /** Offset at which a 0-based line begins; the text's length past the last line. */
  start(line: number): number {
    return this.starts[line] ?? this.length;
  }

  /** Offset behind a line's last character and its line break. */
  end(line: number): number {
    return this.starts[line + 1] ?? this.length;
  }

  /** The 0-based line that holds an offset; offsets outside the text count to its first or last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** An offset as line and character. */
  position(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(inside);
    return { line, character: inside - this.start(line) };
  }

  /**
   * A line and character as offset. A character past the line's end counts as its end, a line past the last as
   * the end of the text, negative numbers as zero.
   */
  offset(position: Position, text: string): number {
    if (position.line < 0) return 0;
    if (position.line >= this.count) return this.length;
    const start = this.start(position.line);
    return Math.min(start + Math.max(0, position.character), this.contentEnd(position.line, text));
  }

  /** Offset behind a line's last character, before its line break. */
  contentEnd(line: number, text: string): number {
    let end = this.end(line);
    const start = this.start(line);
    if (end > start && text.charCodeAt(end - 1) === LF) end -= 1;
    if (end > start && text.charCodeAt(end - 1) === CR) end -= 1;
    return end;
  }

  /** The lines after `span` was replaced by `inserted` characters, giving `text`. */
  changed(span: Span, inserted: number, text: string): Lines {
    const delta = inserted - (span.end - span.start);
    // One character on each side is scanned again: a CR and an LF may have met or been parted.
    const from = this.lineAt(Math.max(0, span.start - 1));
    const keep = this.lineAt(span.end) + 1;
    const fresh = [this.starts[from] ?? 0];
    const stop = keep < this.starts.length ? (this.starts[keep] ?? 0) + delta : text.length;
    scan(text, fresh[0] ?? 0, stop, fresh);
    if (keep < this.starts.length && fresh.at(-1) === stop) fresh.pop();
    const behind = from + fresh.length;
    const starts = new Int32Array(behind + this.starts.length - keep);
    starts.set(this.starts.subarray(0, from));
    starts.set(fresh, from);
    for (let line = keep; line < this.starts.length; line += 1)
      starts[behind + line - keep] = (this.starts[line] ?? 0) + delta;
    return new Lines(starts, text.length);
  }
}

function scan(text: string, from: number, to: number, starts: number[]): void {
  for (let offset = from; offset < to; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code !== LF && code !== CR) continue;
    if (code === CR && text.charCodeAt(offset + 1) === LF) continue;
    starts.push(offset + 1);
  }
}
