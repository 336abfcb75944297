/** A line that says something: neither blank nor a comment. */
export interface PlainLine {
  /** Offset of its first character that is no blank. */
  readonly start: number;
  /** Offset behind its last character, line break left out. */
  readonly end: number;
  /** Blanks before `start`. */
  readonly column: number;
}

/** What only the library reads right: tabs, lone carriage returns, other control characters and line separators. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNUSUAL = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)/;

/** The lines that say something; undefined for a text with characters that need the library. */
export function plainLines(text: string): PlainLine[] | undefined {
  if (UNUSUAL.test(text)) return undefined;
  const lines: PlainLine[] = [];
  for (let from = 0; from < text.length; ) {
    const feed = text.indexOf('\n', from);
    const next = feed < 0 ? text.length : feed + 1;
    const stop = feed < 0 ? text.length : feed;
    const end = text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    let start = from;
    while (start < end && text.charCodeAt(start) === 32) start += 1;
    if (start < end && text.charCodeAt(start) !== 35) lines.push({ start, end, column: start - from });
    from = next;
  }
  return lines;
}
