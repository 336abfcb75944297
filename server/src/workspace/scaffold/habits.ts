import type { OutlineItem } from '../../model/outline.ts';

/** How an author spaces headings. */
export interface Habits {
  /** Blank lines in front of a heading. */
  readonly above: number;
  /** Whether a blank line follows a heading. */
  readonly blankBelow: boolean;
}

/** The spacing that most headings of a document have; one blank line on either side where there are too few. */
export function habitsOf(text: string, outline: readonly OutlineItem[]): Habits {
  const above = new Map<number, number>();
  let below = 0;
  let counted = 0;
  const headings = outline.filter(item => item.level > 0 && item.level < 7);
  for (const [index, item] of headings.entries()) {
    const line = lineStart(text, item.heading.start);
    if (index > 0) count(above, Math.min(3, blankLinesBefore(text, line)));
    if (text.slice(item.own.start, item.own.end).trim() === '') continue;
    counted += 1;
    if (/^[ \t]*(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(text.slice(item.own.start, item.own.start + 200)))
      below += 1;
  }
  const usual = [...above].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
  return { above: usual, blankBelow: counted === 0 || below * 2 >= counted };
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** Number of blank lines right above the line that begins at an offset. */
export function blankLinesBefore(text: string, line: number): number {
  let blank = 0;
  for (let start = line; start > 0; ) {
    const above = lineStart(text, beforeBreak(text, start));
    if (text.slice(above, start).trim() !== '') return blank;
    blank += 1;
    start = above;
  }
  return blank;
}

/** Offset in front of the line break that ends right before `offset`. */
function beforeBreak(text: string, offset: number): number {
  const crlf = text.charCodeAt(offset - 1) === 10 && text.charCodeAt(offset - 2) === 13;
  return Math.max(0, offset - (crlf ? 2 : 1));
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
