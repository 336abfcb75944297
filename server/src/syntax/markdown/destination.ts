import type { Local } from '../../text/span.ts';

/** A link target as it stands in the text. */
export interface Destination extends Local {
  readonly angled: boolean;
  /** Offset behind the closing `>`, or behind the last character. */
  readonly end: number;
}

/** Deeper nesting of parentheses than this is no link; the bound keeps the scan linear. */
const MOST_PARENTHESES = 32;

/** Reads `<target>` or `target` at an offset; undefined where neither stands. */
export function destinationAt(text: string, offset: number, limit: number): Destination | undefined {
  if (text[offset] === '<') return angledAt(text, offset, limit);
  let depth = 0;
  let here = offset;
  for (; here < limit; here += 1) {
    const code = text.charCodeAt(here);
    if (code <= 32 || code === 127) break;
    if (code === 92) here += 1;
    else if (code === 40) {
      depth += 1;
      if (depth > MOST_PARENTHESES) return undefined;
    } else if (code === 41) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  const to = Math.min(here, limit);
  return depth === 0 ? { from: offset, to, angled: false, end: to } : undefined;
}

function angledAt(text: string, offset: number, limit: number): Destination | undefined {
  for (let here = offset + 1; here < limit; here += 1) {
    const char = text[here];
    if (char === '>') return { from: offset + 1, to: here, angled: true, end: here + 1 };
    if (char === '<' || char === '\n' || char === '\r') return undefined;
    if (char === '\\') here += 1;
  }
  return undefined;
}

const CLOSERS: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' };

/** Offset behind a link title (`"…"`, `'…'`, `(…)`) at an offset; undefined where none stands. */
export function titleEnd(text: string, offset: number, limit: number): number | undefined {
  const open = text[offset] ?? '';
  const close = CLOSERS[open];
  if (close === undefined) return undefined;
  for (let here = offset + 1; here < limit; here += 1) {
    const char = text[here];
    if (char === close) return here + 1;
    if (char === open) return undefined;
    if (char === '\\') here += 1;
  }
  return undefined;
}

/** Offset of the first character at or behind `offset` that is neither a blank nor a line break. */
export function afterSpace(text: string, offset: number, limit: number): number {
  let here = offset;
  while (here < limit && /\s/.test(text.charAt(here))) here += 1;
  return here;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** What a destination says: backslash escapes and the common entities are read. */
export function unescaped(raw: string): string {
  if (!/[\\&]/.test(raw)) return raw;
  return raw
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(?:amp|lt|gt|quot);/g, entity => ENTITIES[entity] ?? entity);
}
