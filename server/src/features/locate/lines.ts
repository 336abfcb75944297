import { withoutEnd } from '../../text/trim.ts';
/** Small readings of YAML lines; all offsets are UTF-16 code units of the text, `end` bounds every reading. */

/** Offset of a line's first character that is no space. */
export function contentOf(text: string, line: number, end: number): number {
  let at = line;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 0xfeff)) at += 1;
  return skipTabs(text, at, end);
}

/** A line of nothing but blanks counts as blank, tabs included; a tab before content stays part of it. */
function skipTabs(text: string, at: number, end: number): number {
  if (text.charCodeAt(at) !== 9) return at;
  const behind = skipBlanks(text, at, end);
  return behind === endOfLine(text, at, end) ? behind : at;
}

/** Whether only blanks stand between two offsets. */
export function blankLine(text: string, from: number, to: number): boolean {
  return skipBlanks(text, from, to) >= to;
}

/** Offset of the line break at or behind `from`. */
export function endOfLine(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at += 1;
  return at;
}

/** Offset behind the line break that stands at `stop`. */
export function nextLine(text: string, stop: number, end: number): number {
  const at = endOfLine(text, stop, end);
  if (at >= end) return end;
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? Math.min(end, at + 2) : at + 1;
}

/** Offset behind blanks. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at += 1;
  return at;
}

/** Whether a list item's dash stands at an offset. */
export function isDash(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(at) !== 45 || at >= end) return false;
  return at + 1 >= end || /\s/.test(text.charAt(at + 1));
}

/** A key that ends with a colon. */
export interface KeyToken {
  readonly name: string;
  /** Offset behind its last character or quote. */
  readonly end: number;
  readonly colon: number;
}

const QUOTED_KEY = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*:(?=\s|$)/;
const PLAIN_START = /^(?:[^\s"'[\]{}#&*!|>%@`,-]|-\S)/;

/** The key that stands at an offset of a line that ends at `stop`; undefined where there is none. */
export function keyAt(text: string, at: number, stop: number): KeyToken | undefined {
  const line = text.slice(at, stop);
  const quoted = QUOTED_KEY.exec(line);
  if (quoted !== null) {
    const name = quoted[1] ?? (quoted[2] ?? '').replaceAll("''", "'");
    const colon = at + quoted[0].length - 1;
    const close = line.slice(0, quoted[0].length - 1).trimEnd().length;
    return { name, end: at + close, colon };
  }
  const start = PLAIN_START.exec(line)?.[0];
  if (start === undefined) return undefined;
  const behind = line.slice(start.length).search(/:(?=\s|$)/);
  if (behind < 0) return undefined;
  const name = withoutEnd(line.slice(0, start.length + behind), /[ \t]/);
  if (name.includes(' #')) return undefined;
  return { name, end: at + name.length, colon: at + start.length + behind };
}

/** End of a plain scalar: before a comment, trailing blanks left out. */
export function plainEnd(text: string, at: number, stop: number): number {
  const line = text.slice(at, stop);
  const hash = line.search(/[ \t]#/);
  return at + (hash < 0 ? line : line.slice(0, hash)).trimEnd().length;
}

/**
 * Offset behind a quoted scalar. Lines that follow belong to it only while they are deeper than `column`; one that
 * is never closed ends with its first line.
 */
export function quotedEnd(text: string, at: number, end: number, column: number): number {
  const quote = text.charCodeAt(at);
  for (let offset = at + 1; offset < end; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 92 && quote === 34) offset += 1;
    else if (code === quote && quote === 39 && text.charCodeAt(offset + 1) === 39) offset += 1;
    else if (code === quote) return offset + 1;
    else if (code === 10 || code === 13) {
      const line = nextLine(text, offset, end);
      const content = contentOf(text, line, end);
      if (content < endOfLine(text, content, end) && content - line <= column) break;
      offset = line - 1;
    }
  }
  return at + text.slice(at, endOfLine(text, at, end)).trimEnd().length;
}
