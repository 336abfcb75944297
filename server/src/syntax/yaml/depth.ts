import type { Problem } from '../problem.ts';
import { linesOf } from './lines.ts';

/** Deeper nesting than this is no document that people write, and would exhaust the parser's stack. */
const MOST_NESTING = 200;

/** The place where a chunk nests too deep to be parsed; undefined for everything that people write. */
export function tooDeep(text: string): Problem | undefined {
  const offset = deepFlow(text) ?? deepLine(text) ?? deepBlock(text);
  return offset === undefined
    ? undefined
    : {
        code: 'yaml-too-deep',
        message: `values are nested more than ${MOST_NESTING} levels deep here`,
        from: offset,
        to: offset + 1,
      };
}

/** Brackets count wherever they stand: so many that stay open are hostile in a text, too. */
function deepFlow(text: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 91 || code === 123) depth += 1;
    else if (code === 93 || code === 125) depth = Math.max(0, depth - 1);
    if (depth > MOST_NESTING) return offset;
  }
  return undefined;
}

/** Values behind values on one line, as in `a: b: c: `; a comma or bracket between them ends the chain. */
function deepLine(text: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 58 && isBlank(text.charCodeAt(offset + 1))) depth += 1;
    else if (ENDS.has(code)) depth = 0;
    if (depth > MOST_NESTING) return offset;
  }
  return undefined;
}

/** Line breaks, the comma and brackets. */
const ENDS: ReadonlySet<number> = new Set([10, 13, 44, 91, 93, 123, 125]);

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** Each deeper column opens a level, and so does each dash, question mark and colon in front of a value. */
function deepBlock(text: string): number | undefined {
  const open: { column: number; levels: number }[] = [];
  let levels = 0;
  for (const { start, column, mark } of linesOf(text, 0, text.length)) {
    if (mark === 'none') continue;
    while ((open.at(-1)?.column ?? -1) >= column) levels -= open.pop()?.levels ?? 0;
    const own = 1 + indicators(text, start);
    open.push({ column, levels: own });
    levels += own;
    if (levels > MOST_NESTING) return start;
  }
  return undefined;
}

/** How many indicators stand at the beginning of a line, each followed by a blank. */
function indicators(text: string, start: number): number {
  let found = 0;
  for (let offset = start; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (isBlank(code)) continue;
    const next = text.charCodeAt(offset + 1);
    if ((code !== 45 && code !== 58 && code !== 63) || !isBlank(next)) return found;
    found += 1;
  }
  return found;
}
