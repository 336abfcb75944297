import { keyText, type YamlNode, type YamlPair } from '../syntax/yaml/nodes.ts';
import type { Local } from '../text/span.ts';

/** A value with the place it was read from, local to its unit. */
export interface Field<T> extends Local {
  readonly value: T;
  /** The key in front of it; the value's own place in a list. */
  readonly key: Local;
}

/** The pairs of a map by key; for a key that stands twice, the last. Empty for anything but a map. */
export function fieldsOf(node: YamlNode | undefined): ReadonlyMap<string, YamlPair> {
  const fields = new Map<string, YamlPair>();
  if (node?.kind !== 'map') return fields;
  for (const pair of node.pairs) {
    const name = keyText(pair.key);
    if (name !== undefined) fields.set(name, pair);
  }
  return fields;
}

/** A pair's value as text: what was written, also for numbers and dates; undefined for lists, maps and nothing. */
export function textField(pair: YamlPair | undefined): Field<string> | undefined {
  return pair === undefined ? undefined : textOf(pair.value, pair.key);
}

/** A node's text, as {@link textField}. */
export function textOf(node: YamlNode, key: Local = node): Field<string> | undefined {
  if (node.kind !== 'scalar' || node.value === null) return undefined;
  const value = node.style === 'plain' ? node.source : String(node.value);
  return { value, from: node.from, to: node.to, key };
}

/** A pair's value as boolean; undefined for anything else. */
export function flagField(pair: YamlPair | undefined): Field<boolean> | undefined {
  if (pair?.value.kind !== 'scalar' || typeof pair.value.value !== 'boolean') return undefined;
  return { value: pair.value.value, from: pair.value.from, to: pair.value.to, key: pair.key };
}

/** A pair's value as list of texts; a single text counts as a list of one. */
export function textsField(pair: YamlPair | undefined): Field<string>[] {
  if (pair === undefined) return [];
  const nodes = pair.value.kind === 'seq' ? pair.value.items : [pair.value];
  return nodes.flatMap(node => textOf(node, pair.value.kind === 'seq' ? node : pair.key) ?? []);
}
