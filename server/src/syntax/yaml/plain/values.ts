import type { YamlNode, YamlPair } from '../nodes.ts';
import { plainScalar, quotedScalar } from './scalars.ts';

/** A value on one line, and the offset behind it. */
export interface LineValue {
  readonly node: YamlNode;
  readonly end: number;
}

/** Deeper brackets are left to the library. */
const MOST_BRACKETS = 8;

/** A word of a key as people write it. */
const KEY = /[A-Za-z_][\w./()+-]*(?: [\w./()+-]+)*/y;

/** Offset behind the key that begins at an offset, where its colon stands; undefined where no simple key stands. */
export function keyEnd(text: string, from: number, end: number): number | undefined {
  KEY.lastIndex = from;
  const hit = KEY.exec(text);
  if (hit === null) return undefined;
  const to = from + hit[0].length;
  if (to >= end || text.charCodeAt(to) !== 58) return undefined;
  return to + 1 === end || text.charCodeAt(to + 1) === 32 ? to : undefined;
}

/** Offset of the first character from an offset on that is no blank. */
export function afterBlanks(text: string, from: number, end: number): number {
  let offset = from;
  while (offset < end && text.charCodeAt(offset) === 32) offset += 1;
  return offset;
}

/** The value that stands at an offset and ends in the same line; undefined for what only the library reads right. */
export function lineValue(text: string, from: number, end: number): YamlNode | undefined {
  const first = text.charAt(from);
  if (first === '[' || first === '{') {
    const value = flowValue(text, from, end, 0);
    return value !== undefined && isRest(text, value.end, end) ? value.node : undefined;
  }
  if (first === '"' || first === "'") {
    const node = quotedScalar(text, from, end);
    return node !== undefined && isRest(text, node.to, end) ? node : undefined;
  }
  if (!BEGINS.test(first)) return undefined;
  let to = from;
  for (; to < end; to += 1) {
    const code = text.charCodeAt(to);
    if (code === 58 && (to + 1 === end || text.charCodeAt(to + 1) === 32)) return undefined;
    if (code === 35 && text.charCodeAt(to - 1) === 32) break;
  }
  while (text.charCodeAt(to - 1) === 32) to -= 1;
  return plainScalar(text, from, to);
}

/** What a plain value can begin with that is never an indicator. */
const BEGINS = /[^\s#,[\]{}"'&*!|>%@`?:=<-]/u;

/** Whether nothing but blanks and a comment follows in the line. */
function isRest(text: string, from: number, end: number): boolean {
  const next = afterBlanks(text, from, end);
  return next === end || (next > from && text.charCodeAt(next) === 35);
}

/** A list or map in brackets, or a scalar inside of one. */
function flowValue(text: string, from: number, end: number, depth: number): LineValue | undefined {
  const first = text.charAt(from);
  if (depth > MOST_BRACKETS) return undefined;
  if (first === '[') return flowList(text, from, end, depth);
  if (first === '{') return flowMap(text, from, end, depth);
  if (first === '"' || first === "'") {
    const node = quotedScalar(text, from, end);
    return node === undefined ? undefined : { node, end: node.to };
  }
  IN_FLOW.lastIndex = from;
  const written = IN_FLOW.exec(text)?.[0] ?? '';
  const node =
    written === '' || from + written.length > end
      ? undefined
      : plainScalar(text, from, from + written.length);
  return node === undefined ? undefined : { node, end: from + written.length };
}

/** A plain scalar in brackets, without anything that could be an indicator. */
const IN_FLOW = /[\w./@+()$][\w./@+()$-]*(?: [\w./@+()$-]+)*/y;

function flowList(text: string, from: number, end: number, depth: number): LineValue | undefined {
  const items: YamlNode[] = [];
  let offset = afterBlanks(text, from + 1, end);
  while (text.charAt(offset) !== ']') {
    const value = flowValue(text, offset, end, depth + 1);
    if (value === undefined) return undefined;
    items.push(value.node);
    const next = separated(text, value.end, end, ']');
    if (next === undefined) return undefined;
    offset = next;
  }
  return { node: { kind: 'seq', flow: true, items, from, to: offset + 1 }, end: offset + 1 };
}

function flowMap(text: string, from: number, end: number, depth: number): LineValue | undefined {
  const pairs: YamlPair[] = [];
  let offset = afterBlanks(text, from + 1, end);
  while (text.charAt(offset) !== '}') {
    const colon = keyEnd(text, offset, end);
    const key = colon === undefined ? undefined : plainScalar(text, offset, colon);
    if (colon === undefined || key === undefined) return undefined;
    if (pairs.some(pair => pair.key.kind === 'scalar' && pair.key.source === key.source)) return undefined;
    const value = flowValue(text, afterBlanks(text, colon + 1, end), end, depth + 1);
    if (value === undefined) return undefined;
    pairs.push({ key, value: value.node, from: offset, to: value.node.to });
    const next = separated(text, value.end, end, '}');
    if (next === undefined) return undefined;
    offset = next;
  }
  return { node: { kind: 'map', flow: true, pairs, from, to: offset + 1 }, end: offset + 1 };
}

/** Offset of the next member or of the closing bracket, behind a member. */
function separated(text: string, from: number, end: number, closer: string): number | undefined {
  const mark = afterBlanks(text, from, end);
  if (mark >= end) return undefined;
  if (text.charAt(mark) === closer) return mark;
  const next = afterBlanks(text, mark + 1, end);
  return text.charAt(mark) === ',' && next > mark + 1 && next < end && text.charAt(next) !== closer
    ? next
    : undefined;
}
