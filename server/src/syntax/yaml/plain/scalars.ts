import type { YamlScalar } from '../nodes.ts';

/**
 * The plain scalar between two offsets, as the core schema reads it; undefined where the library has to say, as for
 * numbers in unusual notation.
 */
export function plainScalar(text: string, from: number, to: number): YamlScalar | undefined {
  const source = text.slice(from, to);
  const value = coreValue(source);
  return value === undefined ? undefined : { kind: 'scalar', value, source, style: 'plain', from, to };
}

/** The quoted scalar that begins at an offset and holds neither escapes nor line breaks; undefined for any other. */
export function quotedScalar(text: string, from: number, end: number): YamlScalar | undefined {
  const quote = text.charAt(from);
  const close = text.indexOf(quote, from + 1);
  if (close < 0 || close >= end || text.charAt(close + 1) === quote) return undefined;
  const value = text.slice(from + 1, close);
  if (quote === '"' && value.includes('\\')) return undefined;
  const style = quote === '"' ? 'double' : 'single';
  return { kind: 'scalar', value, source: value, style, from, to: close + 1 };
}

function coreValue(source: string): string | number | boolean | null | undefined {
  const first = source.charCodeAt(0);
  if (MAY_BE_WORD.test(source)) {
    if (source === 'true') return true;
    if (source === 'false') return false;
    return source === 'null' ? null : undefined;
  }
  // Digits, signs and the full stop begin numbers; nothing else does.
  const numeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (!numeric || DATE.test(source)) return source;
  if (INTEGER.test(source)) return Number(source);
  return NUMBER_LIKE.test(source) ? undefined : source;
}

const MAY_BE_WORD = /^(?:true|false|null|~)$/i;
const DATE = /^\d{4}-\d\d-\d\d$/;
const INTEGER = /^\d{1,15}$/;
const NUMBER_LIKE = /^[-+]?(?:0o\d+|0x[\da-f]+|[\d.]+(?:e[-+]?\d+)?|\.inf|\.nan)$/i;
