/** What a line looks like to the splitter; it is read by its indentation and its first characters only. */
export interface LineShape {
  /** Offset at which the line begins. */
  readonly start: number;
  /**
   * Column of the first character that is no space. A tab never indents in YAML: such a line counts as deep inside
   * whatever it follows, whose parse then names the tab.
   */
  readonly column: number;
  /**
   * `none`: blank or only a comment. `dash`: a dash and a blank or nothing. `value`: a colon and a blank or nothing,
   * the second half of an explicit key. `closer`: a closing bracket, which may stand at any column.
   */
  readonly mark: 'none' | 'dash' | 'value' | 'closer' | 'other';
}

/** Column of a line that begins with a tab. */
export const INSIDE = Number.MAX_SAFE_INTEGER;

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const DASH = 45;
const COLON = 58;
const BRACKET = 93;
const BRACE = 125;

/** The lines between two offsets of a text. */
export function linesOf(text: string, from: number, to: number): LineShape[] {
  const lines: LineShape[] = [];
  for (let start = from; start < to; start = nextLine(text, start, to)) lines.push(shapeOf(text, start, to));
  return lines;
}

function shapeOf(text: string, start: number, to: number): LineShape {
  let offset = start;
  while (offset < to && text.charCodeAt(offset) === SPACE) offset += 1;
  const column = text.charCodeAt(offset) === TAB ? INSIDE : offset - start;
  while (offset < to && isBlank(text.charCodeAt(offset))) offset += 1;
  const first = offset < to ? text.charCodeAt(offset) : LF;
  if (first === LF || first === CR || first === HASH) return { start, column, mark: 'none' };
  if (first === BRACKET || first === BRACE) return { start, column, mark: 'closer' };
  const lone = offset + 1 >= to || isSpace(text.charCodeAt(offset + 1));
  return {
    start,
    column,
    mark: lone && first === DASH ? 'dash' : lone && first === COLON ? 'value' : 'other',
  };
}

/** Offset behind the line break of the line that holds `offset`, at most `to`. */
export function nextLine(text: string, offset: number, to: number): number {
  let end = offset;
  while (end < to && !isBreak(text.charCodeAt(end))) end += 1;
  if (end >= to) return to;
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? Math.min(end + 2, to) : end + 1;
}

/** The characters of the line that begins at `start`, without its line break. */
export function lineText(text: string, start: number, to: number): string {
  let end = start;
  while (end < to && !isBreak(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

/** Whether a character ends a line. */
export function isBreak(code: number): boolean {
  return code === LF || code === CR;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isSpace(code: number): boolean {
  return isBlank(code) || isBreak(code);
}
