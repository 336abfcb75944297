/**
 * A tolerant reading of one chunk of YAML, for a cursor that stands in it. The parser proper says what a document
 * means; it gives up where a key has no colon yet or a list item is still empty, which is exactly where somebody
 * is typing. The sketch goes by indentation, dashes, colons and brackets, line by line, and always has an answer.
 */
import type { Span } from '../../text/span.ts';
import { type Reader, sketchFlow } from './flow.ts';
import {
  blankLine,
  contentOf,
  endOfLine,
  isDash,
  keyAt,
  nextLine,
  plainEnd,
  quotedEnd,
  skipBlanks,
} from './lines.ts';
import type { YamlPath } from './path.ts';

/** A map or list that is open at some line. */
export interface Frame {
  readonly kind: 'map' | 'list';
  /** Column of its keys or dashes; for flow style that of the block around it. */
  readonly column: number;
  readonly path: YamlPath;
  readonly flow: boolean;
  /** Index of a list's next item. */
  next: number;
  /** The last value that was read in it. */
  last: Mark | undefined;
}

/** A key or a value, also one that is still to be written. */
export interface Mark {
  readonly role: 'key' | 'value' | 'gap';
  /** Path of the value; for a gap, of the map or list that a new member would join. */
  readonly path: YamlPath;
  /** The collection it stands in. */
  readonly frame: Frame;
  /** What is written, quotes included; empty where nothing is. */
  span: Span;
  /** The offsets that count as standing here, blanks around included. */
  slot: Span;
  /** A key without a colon, or a value that may still become one. */
  readonly open: boolean;
}

/** What a sketch found. */
export interface Sketch {
  readonly marks: readonly Mark[];
  /** The comment that the cursor stands in, from its `#`. */
  readonly comment: Span | undefined;
}

/** Sketches the text of a span. `base` are the collections that were opened before it, outermost first. */
export function sketch(text: string, span: Span, base: readonly Frame[], cursor: number): Sketch {
  return new Sketcher(text, span.end, base, cursor).run(span.start);
}

class Sketcher implements Reader {
  readonly text: string;
  readonly end: number;
  readonly cursor: number;
  readonly marks: Mark[] = [];
  private comment: Span | undefined;
  private readonly stack: Frame[];

  constructor(text: string, end: number, base: readonly Frame[], cursor: number) {
    this.text = text;
    this.end = end;
    this.cursor = cursor;
    this.stack = [...base];
  }

  run(start: number): Sketch {
    for (let line = start; ; ) {
      const at = contentOf(this.text, line, this.end);
      let stop = endOfLine(this.text, at, this.end);
      if (at === stop) this.blank(line, stop);
      else if (this.text.charCodeAt(at) === 35) this.noteComment(at, stop);
      else stop = endOfLine(this.text, this.content(line, at), this.end);
      if (stop >= this.end) break;
      line = nextLine(this.text, stop, this.end);
    }
    return { marks: this.marks, comment: this.comment };
  }

  noteComment(from: number, to: number): void {
    if (this.cursor > from && this.cursor <= to) this.comment = { start: from, end: to };
  }

  frame(kind: Frame['kind'], column: number, path: YamlPath, flow = false): Frame {
    return { kind, column, path, flow, next: 0, last: undefined };
  }

  private top(): Frame {
    return this.stack.at(-1) ?? this.frame('map', 0, []);
  }

  private push(kind: Frame['kind'], column: number, path: YamlPath): Frame {
    const frame = this.frame(kind, column, path);
    this.stack.push(frame);
    return frame;
  }

  /** A line of content, from its first character; returns the offset at which reading stopped. */
  private content(line: number, at: number): number {
    const column = at - line;
    const stop = endOfLine(this.text, at, this.end);
    while (this.stack.length > 1 && this.top().column > column) this.stack.pop();
    const dash = isDash(this.text, at, this.end);
    const below = this.stack.at(-2);
    if (!dash && this.top().kind === 'list' && this.top().column === column && below?.column === column)
      this.stack.pop();
    const top = this.top();
    if (dash) {
      const list =
        top.kind === 'list' && top.column === column ? top : this.push('list', column, inside(top));
      return this.item(line, at, list);
    }
    const key = keyAt(this.text, at, stop);
    if (key !== undefined) {
      const map = top.kind === 'map' && top.column === column ? top : this.push('map', column, inside(top));
      return this.pair(at, key, map);
    }
    if (top.column === column) return this.unfinished(at, stop, top);
    if (top.last !== undefined && top.last.span.start < top.last.span.end) {
      top.last.span = { start: top.last.span.start, end: plainEnd(this.text, at, stop) };
      top.last.slot = { start: top.last.slot.start, end: stop };
      return stop;
    }
    return this.value(at, at, inside(top), top, true);
  }

  /** Text at the column of keys or dashes that is neither yet. */
  private unfinished(at: number, stop: number, frame: Frame): number {
    const end = plainEnd(this.text, at, stop);
    if (end < stop) this.noteHash(end, stop);
    const span = { start: at, end };
    if (frame.kind === 'list') {
      const path = [...frame.path, frame.next];
      this.marks.push({ role: 'value', path, frame, span, slot: span, open: true });
    } else {
      const path = [...frame.path, this.text.slice(at, end)];
      this.marks.push({ role: 'key', path, frame, span, slot: span, open: true });
    }
    return stop;
  }

  private item(line: number, at: number, list: Frame): number {
    const path = [...list.path, list.next];
    list.next += 1;
    list.last = undefined;
    const inner = skipBlanks(this.text, at + 1, this.end);
    const column = inner - line;
    if (isDash(this.text, inner, this.end)) return this.item(line, inner, this.push('list', column, path));
    const key = keyAt(this.text, inner, endOfLine(this.text, inner, this.end));
    if (key !== undefined) return this.pair(inner, key, this.push('map', column, path));
    return this.value(at + 1, inner, path, list, true);
  }

  private pair(
    at: number,
    key: { readonly name: string; readonly end: number; readonly colon: number },
    map: Frame,
  ): number {
    const path = [...map.path, key.name];
    const span = { start: at, end: key.end };
    this.marks.push({ role: 'key', path, frame: map, span, slot: span, open: false });
    map.last = undefined;
    return this.value(key.colon + 1, skipBlanks(this.text, key.colon + 1, this.end), path, map, false);
  }

  /** A value in block style. `from` is where its slot begins, `at` its first character. */
  private value(from: number, at: number, path: YamlPath, frame: Frame, open: boolean): number {
    const start = skipProperties(this.text, at, this.end);
    const first = this.text.charAt(start);
    if ((first === '[' || first === '{') && start < this.end) {
      const stop = sketchFlow(this, start, path, frame.column);
      const rest = skipBlanks(this.text, stop, this.end);
      this.noteHash(rest, endOfLine(this.text, rest, this.end));
      frame.last = {
        role: 'value',
        path,
        frame,
        span: { start, end: stop },
        slot: { start, end: start },
        open: false,
      };
      return endOfLine(this.text, stop, this.end);
    }
    const end = this.scalarEnd(start, frame.column);
    const stop = endOfLine(this.text, end, this.end);
    const hash = this.text.slice(end, stop).search(/#/);
    if (hash >= 0) this.noteHash(end + hash, stop);
    const slot = { start: from, end: hash < 0 ? stop : end + hash };
    const place = start === end ? Math.min(Math.max(this.cursor, from), slot.end) : start;
    const span = start === end ? { start: place, end: place } : { start, end };
    const mark: Mark = { role: 'value', path, frame, span, slot, open: open && !/["'|>]/.test(first) };
    this.marks.push(mark);
    frame.last = mark;
    return stop;
  }

  private scalarEnd(start: number, column: number): number {
    const first = this.text.charAt(start);
    const stop = endOfLine(this.text, start, this.end);
    if (start >= stop || first === '#') return start;
    if (first === '"' || first === "'") return quotedEnd(this.text, start, this.end, column);
    if ((first === '|' || first === '>') && /^[|>][-+0-9]*[ \t]*(?:#|$)/.test(this.text.slice(start, stop)))
      return this.blockEnd(stop, column);
    return plainEnd(this.text, start, stop);
  }

  /** End of a block scalar whose header ends at `stop`: its lines are blank or deeper than its key. */
  private blockEnd(stop: number, column: number): number {
    let end = stop;
    for (let line = nextLine(this.text, stop, this.end); line < this.end; ) {
      const at = contentOf(this.text, line, this.end);
      const lineEnd = endOfLine(this.text, at, this.end);
      if (at < lineEnd && at - line <= column) break;
      if (at - line > column) end = lineEnd;
      if (lineEnd >= this.end) break;
      line = nextLine(this.text, lineEnd, this.end);
    }
    return end;
  }

  private noteHash(at: number, stop: number): void {
    if (this.text.charAt(at) === '#') this.noteComment(at, stop);
  }

  /** A blank line: with the cursor on it, whatever could begin at its column. */
  private blank(line: number, stop: number): void {
    if (this.cursor < line || this.cursor > stop || !blankLine(this.text, line, stop)) return;
    const column = this.cursor - line;
    let depth = this.stack.length - 1;
    while (depth > 0 && (this.stack[depth]?.column ?? 0) > column) depth -= 1;
    const found = this.stack[depth] ?? this.top();
    const above = this.stack[depth + 1];
    const below = this.stack[depth - 1];
    const span = { start: this.cursor, end: this.cursor };
    const gap = (frame: Frame, path: YamlPath): void => {
      this.marks.push({ role: 'gap', path, frame, span, slot: span, open: true });
    };
    if (column > found.column && above !== undefined && found.kind === 'list') gap(above, above.path);
    else if (column > found.column && above === undefined && isUnwritten(found)) {
      const path = inside(found);
      gap(this.frame('map', column, path), path);
    } else if (found.kind === 'list' && below?.column === found.column) gap(below, below.path);
    else gap(found, found.path);
  }
}

/** Where a collection that begins inside a frame hangs: under its last key, or in its last item. */
function inside(frame: Frame): YamlPath {
  if (frame.last !== undefined) return frame.last.path;
  return frame.kind === 'list' ? [...frame.path, Math.max(0, frame.next - 1)] : frame.path;
}

function isUnwritten(frame: Frame): boolean {
  return frame.last !== undefined && frame.last.span.start === frame.last.span.end;
}

/** Skips `!tag` and `&anchor` in front of a value. */
function skipProperties(text: string, at: number, end: number): number {
  const found = /^(?:[!&][^\s,[\]{}]*[ \t]+)+/.exec(text.slice(at, Math.min(end, at + 200)));
  return at + (found?.[0].length ?? 0);
}
