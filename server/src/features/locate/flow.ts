import { withoutEnd } from '../../text/trim.ts';
import { contentOf, endOfLine, nextLine, quotedEnd, skipBlanks } from './lines.ts';
import type { YamlPath } from './path.ts';
import type { Frame, Mark } from './sketch.ts';

/** What reading flow style needs of the sketch around it. */
export interface Reader {
  readonly text: string;
  readonly end: number;
  readonly cursor: number;
  readonly marks: Mark[];
  frame(kind: Frame['kind'], column: number, path: YamlPath, flow: boolean): Frame;
  noteComment(from: number, to: number): void;
}

/** Deeper nesting is no document that people write. */
const MOST_NESTING = 40;

/**
 * Reads a `[…]` or `{…}` that opens at `at`. One that is never closed ends where a line stands no deeper than
 * `column`, as YAML demands. Returns the offset behind it.
 */
export function sketchFlow(reader: Reader, at: number, path: YamlPath, column: number, depth = 0): number {
  const { text, end } = reader;
  const kind = text.charAt(at) === '[' ? 'list' : 'map';
  const frame = reader.frame(kind, column, path, true);
  let slot = at + 1;
  let written = false;
  for (let offset = at + 1; ; ) {
    const here = skipFlowBlanks(reader, offset, column);
    const code = here === undefined || here >= end ? '' : text.charAt(here);
    if (here === undefined || code === '' || code === ']' || code === '}' || code === ',') {
      const stop = here ?? trailing(text, offset, end);
      if (!written) hole(reader, frame, slot, stop);
      if (here === undefined || code === '') return stop;
      if (code !== ',') return here + 1;
      if (kind === 'list') frame.next += 1;
      written = false;
      slot = here + 1;
      offset = here + 1;
      continue;
    }
    written = true;
    offset = depth >= MOST_NESTING ? end : Math.max(here + 1, member(reader, frame, here, slot, depth));
  }
}

function member(reader: Reader, frame: Frame, at: number, slot: number, depth: number): number {
  const { text } = reader;
  const first = text.charAt(at);
  const path = frame.kind === 'list' ? [...frame.path, frame.next] : frame.path;
  if (first === '[' || first === '{') return sketchFlow(reader, at, path, frame.column, depth + 1);
  const token = scalar(reader, at, frame.column);
  const colon = skipBlanks(text, token, reader.end);
  const isKey = text.charAt(colon) === ':' && /[\s,[\]{}]|^$/.test(text.charAt(colon + 1));
  const span = { start: at, end: token };
  const around = { start: slot, end: isKey ? token : delimiter(text, token, reader.end) };
  if (!isKey) {
    const own = frame.kind === 'list' ? path : [...path, unquoted(text.slice(at, token))];
    const role = frame.kind === 'list' ? 'value' : 'key';
    reader.marks.push({ role, path: own, frame, span, slot: around, open: true });
    return token;
  }
  const own = [...path, unquoted(text.slice(at, token))];
  reader.marks.push({ role: 'key', path: own, frame, span, slot: span, open: false });
  return pairValue(reader, frame, own, colon + 1, depth);
}

function pairValue(reader: Reader, frame: Frame, path: YamlPath, from: number, depth: number): number {
  const { text, end } = reader;
  const next = skipFlowBlanks(reader, from, frame.column);
  const at = next ?? from;
  const first = next !== undefined && at < end ? text.charAt(at) : '';
  if (first === '[' || first === '{') return sketchFlow(reader, at, path, frame.column, depth + 1);
  const empty = first === '' || /[,\]}]/.test(first);
  const stop = empty ? at : scalar(reader, at, frame.column);
  const slot = { start: from, end: Math.max(stop, delimiter(text, stop, end)) };
  const place = Math.min(Math.max(reader.cursor, from), slot.end);
  const span = empty ? { start: place, end: place } : { start: at, end: stop };
  reader.marks.push({ role: 'value', path, frame, span, slot, open: false });
  return stop;
}

/** A place between brackets where nothing is written. */
function hole(reader: Reader, frame: Frame, from: number, to: number): void {
  const place = Math.min(Math.max(reader.cursor, from), to);
  const path = frame.kind === 'list' ? [...frame.path, frame.next] : frame.path;
  reader.marks.push({
    role: frame.kind === 'list' ? 'value' : 'gap',
    path,
    frame,
    span: { start: place, end: place },
    slot: { start: from, end: to },
    open: true,
  });
}

/** End of a scalar in flow style. */
function scalar(reader: Reader, at: number, column: number): number {
  const { text, end } = reader;
  const first = text.charAt(at);
  if (first === '"' || first === "'") return Math.max(at + 1, quotedEnd(text, at, end, column));
  let offset = at + 1;
  for (; offset < end; offset += 1) {
    const code = text.charCodeAt(offset);
    if (isMark(code)) break;
    if (code === COLON && (offset + 1 >= end || /[\s,[\]{}]/.test(text.charAt(offset + 1)))) break;
    if (code === HASH && /\s/.test(text.charAt(offset - 1))) break;
  }
  return at + withoutEnd(text.slice(at, offset), /[ \t]/).length;
}

const COLON = 58;
const HASH = 35;

/** Whether a character ends a plain scalar in flow style: a comma, a bracket or a line break. */
function isMark(code: number): boolean {
  return (
    code === 44 || code === 91 || code === 93 || code === 123 || code === 125 || code === 10 || code === 13
  );
}

/** Offset of the next comma, bracket or line break. */
function delimiter(text: string, from: number, end: number): number {
  let offset = from;
  while (offset < end && !isMark(text.charCodeAt(offset))) offset += 1;
  return offset;
}

/** Skips blanks, line breaks and comments; undefined when the collection was left without a closing bracket. */
function skipFlowBlanks(reader: Reader, from: number, column: number): number | undefined {
  const { text, end } = reader;
  for (let offset = from; offset < end; ) {
    const code = text.charAt(offset);
    if (code === ' ' || code === '\t') offset += 1;
    else if (code === '#' && /\s/.test(text.charAt(offset - 1))) {
      const stop = endOfLine(text, offset, end);
      reader.noteComment(offset, stop);
      offset = stop;
    } else if (code === '\n' || code === '\r') {
      const line = nextLine(text, offset, end);
      const content = contentOf(text, line, end);
      const blank = content >= endOfLine(text, content, end);
      if (!blank && content - line <= column && !/[\]}]/.test(text.charAt(content))) return undefined;
      offset = line;
    } else return offset;
  }
  return end;
}

/** Where the line ends in which reading gave up. */
function trailing(text: string, from: number, end: number): number {
  return endOfLine(text, from, end);
}

/** A quoted text without its quotes; other text as it is. */
export function unquoted(written: string): string {
  const quote = written.charAt(0);
  if (quote !== '"' && quote !== "'") return written;
  const closed = written.length > 1 && written.endsWith(quote);
  const inner = written.slice(1, closed ? -1 : undefined);
  return quote === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\/])/g, '$1');
}
