import type { Local } from '../../text/span.ts';
import type { Block } from './blocks.ts';
import { plainTitle } from './title.ts';

/** A heading; its span holds the title's characters without `#` marks, attributes or underline. */
export interface Heading extends Local {
  /** 1–6; 7 for a bold line that stands for a heading. */
  readonly level: number;
  /** The title without inline marks, links, attributes and emoji. */
  readonly title: string;
  /** `#id` given by `{#id}` behind the title. */
  readonly id: string | undefined;
  readonly style: 'atx' | 'setext' | 'html' | 'bold';
  /** Offset at which the heading's first line begins. */
  readonly lineStart: number;
  /** Offset behind the heading's last line, its line break not included. */
  readonly blockEnd: number;
}

/** Reads a heading block. `text` is what the block's offsets refer to. */
export function headingOf(block: Block, text: string): Heading {
  const setext = block.info !== '';
  const line = setext ? underlined(block, text) : atx(block, text);
  const brace = attributesAt(text, line.from, line.to);
  const from = line.from;
  const to = endBefore(text, from, brace?.from ?? line.to);
  return {
    from,
    to,
    level: block.level,
    title: plainTitle(text.slice(from, to)),
    id:
      /(?:^|\s)#([^\s}]+)/.exec(brace?.text ?? '')?.[1] ??
      /<a\s+(?:id|name)=["']([^"']+)["']/.exec(text.slice(from, to))?.[1],
    style: setext ? 'setext' : 'atx',
    lineStart: block.from,
    blockEnd: block.to,
  };
}

/** The lines above the underline of a setext heading, without blanks around them. */
function underlined(block: Block, text: string): Local {
  let end = block.to;
  while (end > block.from && !isBreak(text.charCodeAt(end - 1))) end -= 1;
  const from = startAfter(text, block.from, end);
  return { from, to: endBefore(text, from, end) };
}

/** What stands between the marks of an ATX heading; closing marks count only behind a blank. */
function atx(block: Block, text: string): Local {
  let from = startAfter(text, block.from, block.to);
  while (from < block.to && text.charCodeAt(from) === HASH) from += 1;
  from = startAfter(text, from, block.to);
  const to = endBefore(text, from, block.to);
  let marks = to;
  while (marks > from && text.charCodeAt(marks - 1) === HASH) marks -= 1;
  const closed = marks < to && (marks === from || isBlank(text.charCodeAt(marks - 1)));
  return { from, to: closed ? endBefore(text, from, marks) : to };
}

/** Attributes in braces behind a title: `{#id .class}`, `{: #id}`. */
function attributesAt(text: string, from: number, to: number): { from: number; text: string } | undefined {
  if (to <= from || text.charAt(to - 1) !== '}') return undefined;
  const open = text.lastIndexOf('{', to - 1);
  if (open < from || text.indexOf('}', open) !== to - 1) return undefined;
  return { from: open, text: text.slice(open + 1, to - 1).replace(/^:/, '') };
}

const LF = 10;
const CR = 13;
const HASH = 35;

function isBreak(code: number): boolean {
  return code === LF || code === CR;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function startAfter(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && isBlank(text.charCodeAt(start))) start += 1;
  return start;
}

function endBefore(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (isBlank(text.charCodeAt(end - 1)) || isBreak(text.charCodeAt(end - 1)))) end -= 1;
  return end;
}
