import { Lines, type Position } from './lines.ts';
import type { Span } from './span.ts';

/** A replacement of a stretch of one document. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

/** An immutable text with its line starts. A change gives a new one and leaves the old as it was. */
export class Source {
  readonly text: string;
  private index: Lines | undefined;
  /** Words that were looked for and are not there. */
  private readonly absent = new Set<string>();

  constructor(text: string, lines?: Lines) {
    this.text = text;
    this.index = lines;
  }

  /** Line starts, computed at first use. */
  get lines(): Lines {
    this.index ??= Lines.of(this.text);
    return this.index;
  }

  /**
   * Whether the text holds a word. That it does not is remembered, also over changes that do not bring the word in,
   * so that an edit of a long text does not go through all of it.
   */
  holds(word: string): boolean {
    if (this.absent.has(word)) return false;
    if (this.text.includes(word)) return true;
    this.absent.add(word);
    return false;
  }

  /** Whether a line begins with a word. */
  holdsLine(word: string): boolean {
    return this.text.startsWith(word) || this.holds(`\n${word}`) || this.holds(`\r${word}`);
  }

  /** The text of a span. */
  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  /** An offset as 0-based line and UTF-16 character. */
  position(offset: number): Position {
    return this.lines.position(offset);
  }

  /** A 0-based line and character as offset; places outside the text are moved to its nearest end. */
  offset(position: Position): number {
    return this.lines.offset(position, this.text);
  }

  /** This source after one replacement. */
  change(change: TextChange): Source {
    const { span } = change;
    const text = this.text.slice(0, span.start) + change.text + this.text.slice(span.end);
    const changed = new Source(text, this.index?.changed(span, change.text.length, text));
    const end = span.start + change.text.length;
    for (const word of this.absent) {
      const near = text.slice(Math.max(0, span.start - word.length), end + word.length);
      if (!near.includes(word)) changed.absent.add(word);
    }
    return changed;
  }
}
