import type { Local } from '../../text/span.ts';

/** What a scalar says once YAML's core schema has read it. Dates stay text. */
export type ScalarValue = string | number | boolean | null;

/** A single value. Its span holds the quotes; a missing value has an empty span behind the colon. */
export interface YamlScalar extends Local {
  readonly kind: 'scalar';
  readonly value: ScalarValue;
  /** The characters as written, without quotes for a plain scalar; empty for a missing value. */
  readonly source: string;
  readonly style: 'plain' | 'single' | 'double' | 'block' | 'missing';
}

/** One `key: value` of a map. */
export interface YamlPair extends Local {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

/** A map, in block or flow style. */
export interface YamlMap extends Local {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly YamlPair[];
}

/** A list, in block or flow style. */
export interface YamlSeq extends Local {
  readonly kind: 'seq';
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

/** `*name`. Its target is looked up by whoever needs it, so an alias bomb costs nothing. */
export interface YamlAlias extends Local {
  readonly kind: 'alias';
  readonly name: string;
}

/** A node of our own tree. Spans are local to the chunk that was parsed. */
export type YamlNode = YamlScalar | YamlMap | YamlSeq | YamlAlias;

/** The text of a scalar key, or undefined for keys that are maps, lists or aliases. */
export function keyText(key: YamlNode): string | undefined {
  return key.kind === 'scalar' ? key.source : undefined;
}

/** The pair of a map with this key; the last one where a key stands twice. */
export function pairOf(node: YamlNode | undefined, key: string): YamlPair | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.pairs.findLast(pair => keyText(pair.key) === key);
}

/** The value of a key, or undefined when the node is no map or has no such key. */
export function valueAt(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return pairOf(node, key)?.value;
}

/** A copy of a node with every offset moved by `by`. */
export function shifted<T extends YamlNode>(node: T, by: number): T;
export function shifted(node: YamlNode, by: number): YamlNode {
  const place = { from: node.from + by, to: node.to + by };
  switch (node.kind) {
    case 'map':
      return { ...node, ...place, pairs: node.pairs.map(pair => shiftedPair(pair, by)) };
    case 'seq':
      return { ...node, ...place, items: node.items.map(item => shifted(item, by)) };
    default:
      return { ...node, ...place };
  }
}

/** A copy of a pair with every offset moved by `by`. */
export function shiftedPair(pair: YamlPair, by: number): YamlPair {
  return {
    from: pair.from + by,
    to: pair.to + by,
    key: shifted(pair.key, by),
    value: shifted(pair.value, by),
  };
}
