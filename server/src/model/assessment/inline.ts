import type { Local } from '../../text/span.ts';

/** One line of Markdown as the text that it means: escapes undone, `<br>` as line break. Linear. */
export function decodeInline(raw: string): string {
  return raw
    .replace(
      /\\([!-/:-@[-`{-~])|<br[ ]?\/?>|&#(10|123|125);/gi,
      (_, escaped: string | undefined, code: string | undefined) =>
        escaped ?? (code === undefined ? '\n' : String.fromCharCode(Number(code))),
    )
    .trim();
}

/** A text as one line of Markdown that {@link decodeInline} reads as the same text; it may stand in a table's cell. */
export function encodeInline(text: string): string {
  return text.replace(/[\\|]|<(?=br[ ]?\/?>)|&(?=#(?:10|12[35]);)/gi, '\\$&').replaceAll('\n', '<br>');
}

/** As {@link encodeInline}, for a heading: no mark at its end counts as closing or as attributes. */
export function encodeTitle(title: string): string {
  return encodeInline(title).replace(/#/g, '\\#').replaceAll('{', '&#123;').replaceAll('}', '&#125;');
}

/** A member of a list on one line; offsets are relative to the line. */
export interface Piece extends Local {
  readonly text: string;
}

/** The members of a list on one line: parted by `;` or `<br>`, or by commas where all members are short. */
export function decodeList(raw: string): readonly Piece[] {
  const pieces = split(raw, /\\[!-/:-@[-`{-~]|&#(?:10|12[35]);|;|<br[ ]?\/?>/gi);
  if (pieces.length !== 1) return pieces;
  const short = split(raw, /\\[!-/:-@[-`{-~]|,/g);
  return short.every(({ text }) => text.length <= LONGEST && !/\s\S+\s/.test(text)) ? short : pieces;
}

/** Members that are parted by commas are no longer than this. */
const LONGEST = 60;

function split(raw: string, parts: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const take = (to: number): void => {
    const written = raw.slice(from, to);
    const text = decodeInline(written);
    if (text === '') return;
    const start = from + (written.length - written.trimStart().length);
    pieces.push({ text, from: start, to: start + written.trim().length });
  };
  for (const hit of raw.matchAll(parts)) {
    if (/^[\\&]/.test(hit[0])) continue;
    take(hit.index);
    from = hit.index + hit[0].length;
  }
  take(raw.length);
  return pieces;
}

/** A list on one line that {@link decodeList} reads as the same members. */
export function encodeList(items: readonly string[]): string {
  const plain = items.map(encodeInline);
  for (const mark of [', ', '; ']) {
    const line = plain.join(mark);
    const read = decodeList(line);
    if (read.length === items.length && read.every(({ text }, index) => text === items[index])) return line;
  }
  return items.map(each => encodeItem(each)).join('; ');
}

function encodeItem(item: string): string {
  return item
    .split('\n')
    .map(line => encodeInline(line).replace(/[;,]/g, '\\$&'))
    .join(NEWLINE);
}

/** A line break inside a member, as `<br>` parts members. */
const NEWLINE = '&#10;';
