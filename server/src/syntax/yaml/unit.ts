import { parseDocument, type YAMLError } from 'yaml';
import { Derived } from '../../text/derived.ts';
import type { Problem } from '../problem.ts';
import { convert, type Gathered, missing } from './convert.ts';
import { tooDeep } from './depth.ts';
import type { YamlNode } from './nodes.ts';
import type { Form } from './split.ts';

/** The parse of one chunk of YAML: a pure function of its text. All spans are local to the chunk. */
export class YamlUnit extends Derived {
  /** Length of the chunk in UTF-16 code units. */
  readonly length: number;
  /** As what the chunk was cut out. */
  readonly form: Form;
  /** The chunk's value: a map of one pair, a list of one item, or whatever stands there. */
  readonly node: YamlNode;
  /** The first fault; what follows it inside the chunk is not to be trusted. */
  readonly fault: Problem | undefined;
  /** Keys that stand twice, which leave the rest usable. */
  readonly duplicates: readonly Problem[];
  /** Anchored nodes by name. */
  readonly anchors: ReadonlyMap<string, YamlNode>;

  constructor(
    length: number,
    form: Form,
    node: YamlNode,
    fault: Problem | undefined,
    gathered: Gathered,
  ) {
    super();
    this.length = length;
    this.form = form;
    this.node = node;
    this.fault = fault;
    this.duplicates = gathered.duplicates;
    this.anchors = gathered.anchors;
  }
}

const OPTIONS = {
  prettyErrors: false,
  logLevel: 'silent',
  uniqueKeys: false,
  strict: true,
  schema: 'core',
} as const;

/** Parses one chunk. Never throws: whatever is wrong becomes {@link YamlUnit.fault}. */
export function parseUnit(text: string, form: Form): YamlUnit {
  const gathered: Gathered = { anchors: new Map(), duplicates: [] };
  const deep = tooDeep(text);
  if (deep !== undefined) return new YamlUnit(text.length, form, missing(0), deep, gathered);
  // The parser knows no lone CR as a line break; an LF in its place moves no offset.
  const document = parseDocument(text.replace(/\r(?!\n)/g, '\n'), OPTIONS);
  const node = convert(document.contents, text, text.length, gathered);
  const error = document.errors[0];
  const fault = error === undefined ? misshapen(node, form, text) : asProblem(error, text);
  return new YamlUnit(text.length, form, node, fault, gathered);
}

/** A line among keys or items that is neither; the parser would name it only if it saw the lines around it. */
function misshapen(node: YamlNode, form: Form, text: string): Problem | undefined {
  const expected = form === 'pair' ? 'map' : form === 'item' ? 'seq' : node.kind;
  if (node.kind === expected) return undefined;
  const [code, message] = NO_MEMBER;
  return { code, message, ...visible(text, node.from, node.from) };
}

function asProblem(error: YAMLError, text: string): Problem {
  const from = Math.min(error.pos[0], text.length);
  const to = Math.min(Math.max(error.pos[1], from), text.length);
  const [code, message] = WORDS[error.code] ?? ['yaml-syntax', plain(error.message)];
  return { code, message: message ?? plain(error.message), ...visible(text, from, to) };
}

/** A stretch that a reader can see: at least one character, on one line, and no line break. */
function visible(text: string, from: number, to: number): { from: number; to: number } {
  let start = Math.min(from, text.length);
  while (start > 0 && /[\s]/.test(text.charAt(start)) && to - start <= 1) start -= 1;
  if (start === text.length && start > 0) start -= 1;
  const end = text.slice(start, Math.max(to, start + 1)).search(/[\r\n]/);
  return { from: start, to: end <= 0 ? Math.min(text.length, Math.max(to, start + 1)) : start + end };
}

function plain(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return line.charAt(0).toLowerCase() + line.slice(1).replace(/\.$/, '');
}

const NO_MEMBER: readonly [Problem['code'], string] = [
  'yaml-syntax',
  'this line is neither a key nor a value; a key ends with a colon',
];

/** The parser's codes in the words of someone who writes YAML by hand. */
const WORDS: Readonly<Record<string, readonly [Problem['code'], string?]>> = {
  BAD_INDENT: ['yaml-indentation', 'this line is not indented like its neighbours, so it belongs to nothing'],
  TAB_AS_INDENT: ['yaml-tab', 'a tab indents this line; YAML takes spaces only'],
  MISSING_CHAR: ['yaml-unclosed'],
  BLOCK_AS_IMPLICIT_KEY: [
    'yaml-syntax',
    'a second ": " stands in this line; put the value in quotes if it holds a colon',
  ],
  MULTILINE_IMPLICIT_KEY: NO_MEMBER,
  BAD_SCALAR_START: [
    'yaml-syntax',
    'a plain value cannot begin with this character; put the value in quotes',
  ],
  UNEXPECTED_TOKEN: ['yaml-syntax'],
};
