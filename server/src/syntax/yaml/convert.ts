import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, type ParsedNode } from 'yaml';
import type { Problem } from '../problem.ts';
import type { ScalarValue, YamlNode, YamlPair, YamlScalar } from './nodes.ts';

/** What conversion gathers on its way through a chunk. */
export interface Gathered {
  /** Anchored nodes by name; a later anchor of the same name wins. */
  readonly anchors: Map<string, YamlNode>;
  /** Keys that stand twice in one map. */
  readonly duplicates: Problem[];
}

/** Turns the parser's node into ours. Recursion is bounded by the depth check before parsing. */
export function convert(
  node: Node | null | undefined,
  text: string,
  after: number,
  into: Gathered,
): YamlNode {
  if (node === null || node === undefined) return missing(after);
  const made = convertNode(node as ParsedNode, text, after, into);
  const anchor = 'anchor' in node ? node.anchor : undefined;
  if (anchor !== undefined) into.anchors.set(anchor, made);
  return made;
}

function convertNode(node: ParsedNode, text: string, after: number, into: Gathered): YamlNode {
  const from = node.range?.[0] ?? after;
  const to = node.range?.[1] ?? from;
  if (isAlias(node)) return { kind: 'alias', name: node.source, from, to };
  if (isMap(node)) {
    const pairs = node.items.map(pair =>
      convertPair(pair as Pair<ParsedNode, ParsedNode | null>, text, to, into),
    );
    findDuplicates(pairs, into.duplicates);
    return { kind: 'map', flow: node.flow === true, pairs, from, to: lastEnd(pairs, node.flow === true, to) };
  }
  if (isSeq(node)) {
    const items = node.items.map(item =>
      isPair(item)
        ? convertLonePair(item as Pair<ParsedNode, ParsedNode | null>, text, to, into)
        : convert(item as ParsedNode, text, to, into),
    );
    return { kind: 'seq', flow: node.flow === true, items, from, to: lastEnd(items, node.flow === true, to) };
  }
  if (!isScalar(node)) return missing(from);
  return scalar(node.value, node.type, from, to, text);
}

function convertPair(
  pair: Pair<ParsedNode, ParsedNode | null>,
  text: string,
  end: number,
  into: Gathered,
): YamlPair {
  const key = convert(pair.key, text, end, into);
  // Without a value the parser has seen no colon either, as for `a` in `{ a, b: 1 }`.
  const value = convert(pair.value, text, key.to, into);
  return { key, value, from: key.from, to: Math.max(key.to, value.to) };
}

function convertLonePair(
  pair: Pair<ParsedNode, ParsedNode | null>,
  text: string,
  end: number,
  into: Gathered,
): YamlNode {
  const made = convertPair(pair, text, end, into);
  return { kind: 'map', flow: true, pairs: [made], from: made.from, to: made.to };
}

function scalar(
  value: unknown,
  type: string | undefined,
  from: number,
  to: number,
  text: string,
): YamlScalar {
  const style = STYLES[type ?? 'PLAIN'] ?? 'plain';
  if (style === 'plain' && from === to) return missing(from);
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const source = style === 'plain' ? text.slice(from, to) : String(value ?? '');
  return { kind: 'scalar', value: known ? (value as ScalarValue) : null, source, style, from, to };
}

const STYLES: Readonly<Record<string, YamlScalar['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

/** The value of a key behind whose colon nothing stands. */
export function missing(offset: number): YamlScalar {
  return { kind: 'scalar', value: null, source: '', style: 'missing', from: offset, to: offset };
}

/** A block collection ends behind its last member; the parser's own end takes in trailing blanks and comments. */
function lastEnd(members: readonly { readonly to: number }[], flow: boolean, to: number): number {
  return flow ? to : (members.at(-1)?.to ?? to);
}

function findDuplicates(pairs: readonly YamlPair[], into: Problem[]): void {
  const seen = new Set<string>();
  for (const { key } of pairs) {
    if (key.kind !== 'scalar' || key.source === '<<') continue;
    if (seen.has(key.source)) {
      into.push({
        code: 'yaml-duplicate-key',
        message: `the key "${key.source}" stands twice`,
        from: key.from,
        to: key.to,
      });
    }
    seen.add(key.source);
  }
}
