import type { Placed, Span } from '../../text/span.ts';
import type { Problem } from '../problem.ts';
import { shifted, shiftedPair, type YamlMap, type YamlNode, type YamlPair, type YamlSeq } from './nodes.ts';
import type { EntryForm, Form } from './split.ts';
import type { YamlUnit } from './unit.ts';

/** One top-level member of a YAML text: a key with its value, or an item of a top-level list. */
export interface YamlPart {
  readonly span: Span;
  /** The head's parse; for a part without entries, the parse of all of it. */
  readonly unit: YamlUnit;
  /** The entries of a block list or map, each parsed on its own. */
  readonly entries: readonly Placed<YamlUnit>[] | undefined;
  /** How the entries were cut; absent where there are none. */
  readonly cut: EntryForm | undefined;
}

/** A YAML text as parts that were parsed one by one. */
export interface YamlTree {
  readonly span: Span;
  readonly shape: 'map' | 'list' | 'other' | 'empty';
  /** How the text was cut into parts. */
  readonly form: Form;
  readonly parts: readonly YamlPart[];
  /** Faults, at most one in each chunk, in the order of the text. */
  readonly problems: readonly Placed<Problem>[];
  /** Where a second document begins, which is not read; one of the problems. */
  readonly more: Placed<Problem> | undefined;
}

/** The pair of a part whose chunk is one key; undefined for list items and faulty chunks without a key. */
export function pairIn(unit: YamlUnit): YamlPair | undefined {
  return unit.node.kind === 'map' && unit.node.pairs.length === 1 ? unit.node.pairs[0] : undefined;
}

/** All pairs of a tree whose root is a map, each placed at its part. Entries are joined into one value. */
export function pairsOf(tree: YamlTree): Placed<YamlPair>[] {
  return tree.parts.flatMap(each => {
    if (each.unit.node.kind !== 'map') return [];
    return each.unit.node.pairs.map(pair => ({ start: each.span.start, value: joined(each, pair) }));
  });
}

/** The pair with its entries put back as the value, in offsets local to the part. */
function joined(each: YamlPart, pair: YamlPair): YamlPair {
  const entries = each.entries;
  if (entries === undefined || entries.length === 0) return pair;
  const members = entries.map(entry => ({ by: entry.start - each.span.start, node: entry.value.node }));
  const list = members[0]?.node.kind === 'seq';
  const value: YamlSeq | YamlMap = list
    ? { kind: 'seq', flow: false, items: members.flatMap(itemsOf), ...bounds(members) }
    : { kind: 'map', flow: false, pairs: members.flatMap(pairsIn), ...bounds(members) };
  return { ...pair, value, to: value.to };
}

interface Member {
  readonly by: number;
  readonly node: YamlNode;
}

function itemsOf({ by, node }: Member): YamlNode[] {
  return node.kind === 'seq' ? node.items.map(item => shifted(item, by)) : [];
}

function pairsIn({ by, node }: Member): YamlPair[] {
  return node.kind === 'map' ? node.pairs.map(pair => shiftedPair(pair, by)) : [];
}

function bounds(members: readonly Member[]): { from: number; to: number } {
  const first = members[0];
  const last = members.at(-1);
  return { from: (first?.node.from ?? 0) + (first?.by ?? 0), to: (last?.node.to ?? 0) + (last?.by ?? 0) };
}
