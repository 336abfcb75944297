import type { YAMLError } from 'yaml';
import type { Problem } from '../problem.ts';
import type { YamlNode } from './nodes.ts';

type Words = readonly [Problem['code'], string];

const NO_MEMBER: Words = ['yaml-syntax', 'this line is neither a key nor a value; a key ends with a colon'];
const TAB: Words = ['yaml-tab', 'a tab indents this line; YAML takes spaces only'];
const QUOTE: Words = ['yaml-unclosed', 'the quote that opens here is never closed'];
const BRACKET: Words = ['yaml-unclosed', 'the bracket that opens here is never closed'];
const BEHIND_QUOTE: Words = [
  'yaml-syntax',
  'this stands behind the closing quote; put all of the value between the quotes',
];

/** The parser's codes in the words of someone who writes YAML by hand. */
const WORDS: Readonly<Record<string, Words>> = {
  BAD_INDENT: ['yaml-indentation', 'this line is not indented like its neighbours, so it belongs to nothing'],
  TAB_AS_INDENT: TAB,
  BLOCK_AS_IMPLICIT_KEY: [
    'yaml-syntax',
    'a second ": " stands in this line; put the value in quotes if it holds a colon',
  ],
  MULTILINE_IMPLICIT_KEY: NO_MEMBER,
  BAD_SCALAR_START: [
    'yaml-syntax',
    'a plain value cannot begin with this character; put the value in quotes',
  ],
  BAD_ALIAS: ['yaml-alias', 'a name is missing behind this mark; put the value in quotes if it is text'],
};

/** A fault as the parser found it, placed where a reader would look for it. `node` is what was read in spite of it. */
export function faultOf(error: YAMLError, node: YamlNode, text: string): Problem {
  const from = Math.min(error.pos[0], text.length);
  const to = Math.min(Math.max(error.pos[1], from), text.length);
  const open = /closing|must end with|end with a/i.test(error.message) ? lastOpen(node, text) : undefined;
  if (open !== undefined)
    return problem(open.kind === 'scalar' ? QUOTE : BRACKET, text, open.from, open.from + 1);
  if (/^[ ]*\t/.test(lineAround(text, from))) return problem(TAB, text, from, to);
  if (error.code === 'UNEXPECTED_TOKEN' && /["'][ \t]*$/.test(text.slice(Math.max(0, from - 80), from)))
    return problem(BEHIND_QUOTE, text, from, to);
  return problem(WORDS[error.code] ?? [codeOf(error), plain(error.message)], text, from, to);
}

/** A line among keys or items that is neither; the parser would name it only if it saw the lines around it. */
export function misshapen(node: YamlNode, text: string): Problem {
  return problem(NO_MEMBER, text, node.from, node.to);
}

function codeOf({ code }: YAMLError): Problem['code'] {
  return code === 'MISSING_CHAR' ? 'yaml-unclosed' : 'yaml-syntax';
}

function problem([code, message]: Words, text: string, from: number, to: number): Problem {
  return { code, message, ...visible(text, from, to) };
}

/** The innermost quote or bracket at the end of what was read that has no other end. */
function lastOpen(node: YamlNode | undefined, text: string): YamlNode | undefined {
  if (node === undefined || node.kind === 'alias') return undefined;
  if (node.kind === 'scalar') return isOpenScalar(node, text) ? node : undefined;
  const last = node.kind === 'map' ? node.pairs.at(-1)?.value : node.items.at(-1);
  const inner = lastOpen(last, text);
  const closer = node.kind === 'map' ? '}' : ']';
  return inner ?? (node.flow && text.charAt(node.to - 1) !== closer ? node : undefined);
}

function isOpenScalar(node: YamlNode & { kind: 'scalar' }, text: string): boolean {
  if (node.style !== 'single' && node.style !== 'double') return false;
  return node.to - node.from < 2 || text.charAt(node.to - 1) !== text.charAt(node.from);
}

function lineAround(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, offset + 1);
}

/** A stretch that a reader can see: at least one character, on one line, and no line break. */
function visible(text: string, from: number, to: number): { from: number; to: number } {
  let start = Math.min(from, text.length);
  while (start > 0 && /\s/.test(text.charAt(start)) && to - start <= 1) start -= 1;
  if (start === text.length && start > 0) start -= 1;
  const end = text.slice(start, Math.max(to, start + 1)).search(/[\r\n]/);
  return { from: start, to: end <= 0 ? Math.min(text.length, Math.max(to, start + 1)) : start + end };
}

function plain(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return line.charAt(0).toLowerCase() + line.slice(1).replace(/\.$/, '');
}
