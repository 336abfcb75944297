import type { Placed, Span } from '../../text/span.ts';
import type { Problem } from '../problem.ts';
import { linesOf, lineText, nextLine } from './lines.ts';

/** Where the first document of a YAML text lies; the rest is not read. */
export interface FirstDocument extends Span {
  /** Says that a second document follows. */
  readonly more: Placed<Problem> | undefined;
}

/** Finds the first document between two offsets: directives and a leading `---` are skipped, `...` ends it. */
export function firstDocument(text: string, span: Span): FirstDocument {
  let start = span.start + (text.charCodeAt(span.start) === 0xfeff ? 1 : 0);
  let opened = false;
  for (const mark of marksIn(text, start, span.end)) {
    const opens = text.charAt(mark) === '-' && !opened && contentFrom(text, start, mark, true) === undefined;
    if (!opens) return { start, end: mark, more: moreFrom(text, mark, span.end) };
    opened = true;
    const behind = nextLine(text, mark, span.end);
    start = contentFrom(text, mark + 3, behind, false) === undefined ? behind : mark + 3;
  }
  return { start, end: span.end, more: undefined };
}

/** Whether a line of the stretch begins with the mark of a document's start or end. */
export function hasMarks(text: string, from: number, to: number): boolean {
  return !marksIn(text, from, to).next().done;
}

/** The offsets of `---` and `...` at the beginning of a line. */
function* marksIn(text: string, from: number, to: number): Generator<number> {
  const marks = /(?<![^\r\n])(?:---|\.\.\.)(?![^ \t\r\n])/g;
  marks.lastIndex = from;
  for (let hit = marks.exec(text); hit !== null && hit.index < to; hit = marks.exec(text)) yield hit.index;
}

/** Offset of the first line that is more than a comment; `directives` skips lines such as `%YAML 1.2` too. */
function contentFrom(text: string, from: number, to: number, directives: boolean): number | undefined {
  return linesOf(text, from, to).find(
    line => line.mark !== 'none' && !(directives && text.charAt(line.start) === '%'),
  )?.start;
}

function moreFrom(text: string, mark: number, to: number): Placed<Problem> | undefined {
  const content = contentFrom(text, mark + 3, to, false);
  if (content === undefined) return undefined;
  const start = text.charAt(mark) === '-' ? mark : content;
  const value: Problem = {
    code: 'yaml-multiple-documents',
    message: 'a second YAML document begins here; only the first is read',
    from: 0,
    to: lineText(text, start, to).length,
  };
  return { start, value };
}
