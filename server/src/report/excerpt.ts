import type { ReportedFinding } from './reported.ts';

/** Columns of a source line that a report shows; a longer line is cut around the finding. */
const WIDTH = 100;

/** The line of a finding, fit for a terminal, and the marks that go below it. */
export interface Excerpt {
  readonly line: string;
  readonly marks: string;
}

/** The first line of a finding with marks below what was found. Undefined for a blank line. */
export function excerptOf({ line, range }: ReportedFinding): Excerpt | undefined {
  if (line.trim() === '') return undefined;
  const from = Math.min(range.start.character, line.length);
  const last = range.end.line > range.start.line ? line.length : range.end.character;
  const to = Math.max(from, Math.min(last, line.trimEnd().length));
  const start = line.length <= WIDTH || from <= WIDTH / 2 ? 0 : boundary(line, from - WIDTH / 4);
  const stop = boundary(line, start + WIDTH);
  const head = start > 0 ? '…' : '';
  const tail = stop < line.length ? '…' : '';
  const shown = visible(line.slice(start, stop));
  const before = columns(head) + columns(visible(line.slice(start, from)));
  const marked = Math.max(1, columns(visible(line.slice(from, Math.min(to, stop)))));
  return { line: head + shown + tail, marks: ' '.repeat(before) + '^'.repeat(marked) };
}

/** The offset, or the one before where it would cut a character in two. */
function boundary(line: string, offset: number): number {
  if (offset >= line.length) return line.length;
  const code = line.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

/** The text without anything that moves a terminal's cursor or changes its colours. */
export function visible(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, each =>
      each === '\u200d' || each === '\ufeff' ? '' : '\ufffd',
    );
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Marks, the vowels and finals of a Hangul syllable in parts, and the colour of a skin join what is before them. */
const JOINED = /[\p{M}\u1160-\u11ff\p{Emoji_Modifier}]/u;

/** Two of these are one flag. */
const HALF_FLAG = /\p{Regional_Indicator}/u;

/** Columns that a text takes in a terminal. */
function columns(text: string): number {
  let count = 0;
  for (const character of text) count += columnsOf(character);
  return count;
}

function columnsOf(character: string): number {
  if (JOINED.test(character)) return 0;
  return WIDE.test(character) && !HALF_FLAG.test(character) ? 2 : 1;
}
