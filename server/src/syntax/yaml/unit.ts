import { parseDocument } from 'yaml';
import { Derived } from '../../text/derived.ts';
import type { Problem } from '../problem.ts';
import { convert, type Gathered, missing } from './convert.ts';
import { tooDeep } from './depth.ts';
import { faultOf, misshapen } from './fault.ts';
import type { YamlNode } from './nodes.ts';
import { readPlain } from './plain/read.ts';
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

  constructor(length: number, form: Form, node: YamlNode, fault: Problem | undefined, gathered: Gathered) {
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
  const plain = readPlain(text);
  return plain !== undefined && fits(plain, form)
    ? new YamlUnit(text.length, form, plain, undefined, { anchors: new Map(), duplicates: [] })
    : parseWithLibrary(text, form);
}

/** Whether a node is what its chunk was cut out as. */
function fits(node: YamlNode, form: Form): boolean {
  return form === 'whole' || node.kind === (form === 'pair' ? 'map' : 'seq');
}

/** What {@link parseUnit} gives, by the library alone: tests compare the two. */
export function parseWithLibrary(text: string, form: Form): YamlUnit {
  const gathered: Gathered = { anchors: new Map(), duplicates: [] };
  const deep = tooDeep(text);
  if (deep !== undefined) return new YamlUnit(text.length, form, missing(0), deep, gathered);
  // The parser knows no lone CR as a line break; an LF in its place moves no offset.
  const document = parseDocument(text.replace(/\r(?!\n)/g, '\n'), OPTIONS);
  const node = convert(document.contents, text, text.length, gathered);
  const error = document.errors[0];
  const shape = fits(node, form) ? undefined : misshapen(node, text);
  const fault = error === undefined ? shape : faultOf(error, node, text);
  return new YamlUnit(text.length, form, node, fault, gathered);
}
