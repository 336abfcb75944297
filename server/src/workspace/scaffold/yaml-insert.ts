import { withLineBreaks } from '../../text/eol.ts';
import type { TextChange } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';

/** The members of a block list or map, in file offsets. */
export interface BlockPlace {
  /** Column of the dashes or keys. */
  readonly column: number;
  /** Offset of the first dash or key. */
  readonly first: number;
  readonly members: readonly Span[];
}

/** The members of a list or map between brackets, in file offsets. */
export interface FlowPlace {
  /** Offset of the opening bracket. */
  readonly open: number;
  /** Offset of the closing bracket. */
  readonly close: number;
  readonly members: readonly Span[];
}

/** Offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text, start - 1)) start -= 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff && offset > 0 ? 1 : start;
}

/** Offset of the line break that ends the line of an offset; the text's length on the last line. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text, end)) end += 1;
  return end;
}

function isBreak(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === 10 || code === 13;
}

/** Lines below what ends at `end`; a comment behind it stays where it is. */
export function linesBelow(
  text: string,
  end: number,
  lines: readonly string[],
  lineBreak: string,
): TextChange {
  if (end > 0 && isBreak(text, end - 1))
    // a block scalar ends behind its line break
    return {
      span: { start: end, end },
      text: withLineBreaks(lines.map(line => `${line}\n`).join(''), lineBreak),
    };
  const offset = lineEnd(text, end);
  return {
    span: { start: offset, end: offset },
    text: withLineBreaks(lines.map(line => `\n${line}`).join(''), lineBreak),
  };
}

/**
 * New members in front of the one with this index, or behind the last. `lines` begin at column 0.
 * Undefined where the first member shares its line with what holds it.
 */
export function insertIntoBlock(
  text: string,
  place: BlockPlace,
  index: number,
  lines: readonly string[],
  lineBreak: string,
): TextChange | undefined {
  const pad = ' '.repeat(place.column);
  const padded = lines.map(line => (line === '' ? '' : pad + line));
  const before = place.members[index - 1];
  if (before !== undefined) return linesBelow(text, before.end, padded, lineBreak);
  const start = lineStart(text, place.first);
  if (/\S/.test(text.slice(start, place.first))) return undefined;
  return {
    span: { start, end: start },
    text: withLineBreaks(padded.map(line => `${line}\n`).join(''), lineBreak),
  };
}

/** New members between brackets, in front of the one with this index, or behind the last. */
export function insertIntoFlow(
  text: string,
  place: FlowPlace,
  index: number,
  pieces: readonly string[],
  lineBreak: string,
): TextChange[] {
  const insert = (offset: number, added: string): TextChange => ({
    span: { start: offset, end: offset },
    text: added,
  });
  const before = place.members[index - 1];
  const next = place.members[index];
  if (before === undefined && next === undefined) {
    const blank = text.charAt(place.open) === '{' ? ' ' : '';
    const after = place.close === place.open + 1 ? blank : /\s/.test(text.charAt(place.open + 1)) ? '' : ' ';
    return [insert(place.open + 1, blank + pieces.join(', ') + after)];
  }
  const anchor = before ?? next;
  const start = anchor === undefined ? 0 : lineStart(text, anchor.start);
  const indent = anchor === undefined ? '' : text.slice(start, anchor.start);
  const separator = /\S/.test(indent) ? ' ' : lineBreak + indent;
  if (before === undefined)
    return [insert(next?.start ?? 0, pieces.map(piece => `${piece},${separator}`).join(''))];
  const comma = commaBehind(text, before.end, place.close);
  const ownLine = separator !== ' ';
  if (comma !== undefined) {
    const end = lineEnd(text, comma);
    const offset = ownLine && end < place.close && isNoise(text.slice(comma + 1, end)) ? end : comma + 1;
    return [insert(offset, pieces.map(piece => `${separator}${piece},`).join(''))];
  }
  const end = lineEnd(text, before.end);
  const added = pieces.map((piece, at) => `${at === 0 ? '' : ','}${separator}${piece}`).join('');
  if (ownLine && end < place.close) return [insert(before.end, ','), insert(end, added)];
  return [insert(before.end, `,${added}`)];
}

/** Offset of the comma behind a member, comments and blanks skipped. */
function commaBehind(text: string, from: number, close: number): number | undefined {
  const lead = /^(?:\s|(?<=\s)#[^\r\n]*)*/.exec(text.slice(from, close))?.[0].length ?? 0;
  return text.charAt(from + lead) === ',' ? from + lead : undefined;
}

function isNoise(text: string): boolean {
  return /^\s*(?:#.*)?$/.test(text);
}
