import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { YamlNode, YamlPair } from '../../server/src/syntax/yaml/nodes.ts';
import { pairsOf, type YamlTree } from '../../server/src/syntax/yaml/tree.ts';

/** A YAML value as data in which the order of keys, doubled keys, empty values and aliases can be told apart. */
export type YamlData =
  | string
  | number
  | boolean
  | null
  | readonly YamlData[]
  | { readonly pairs: readonly (readonly [YamlData, YamlData])[] }
  | { readonly alias: string };

/** What our tree holds. */
export function treeData(tree: YamlTree): YamlData {
  if (tree.shape === 'empty') return null;
  if (tree.shape === 'map') return { pairs: pairsOf(tree).map(({ value }) => pairData(value)) };
  if (tree.shape === 'list')
    return tree.parts.flatMap(({ unit }) => (unit.node.kind === 'seq' ? unit.node.items.map(nodeData) : []));
  const only = tree.parts[0]?.unit.node;
  return only === undefined ? null : nodeData(only);
}

function pairData(pair: YamlPair): readonly [YamlData, YamlData] {
  return [nodeData(pair.key), nodeData(pair.value)];
}

function nodeData(node: YamlNode): YamlData {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'alias':
      return { alias: node.name };
    case 'seq':
      return node.items.map(nodeData);
    case 'map':
      return { pairs: node.pairs.map(pairData) };
  }
}

/**
 * What the `yaml` library reads from the first document of a text; undefined where it finds a fault. It knows no lone
 * CR as a line break, and counts a BOM as a column; both are evened out before.
 */
export function libraryData(text: string): YamlData | undefined {
  const plainText = text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, '\n');
  const documents = parseAllDocuments(plainText, {
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  if (!Array.isArray(documents)) return null;
  const first = documents[0];
  if (first === undefined) return null;
  return first.errors.length > 0 ? undefined : plain(first.contents);
}

function plain(node: unknown): YamlData {
  if (isAlias(node)) return { alias: node.source };
  if (isMap(node)) return { pairs: node.items.map(({ key, value }) => [plain(key), plain(value)] as const) };
  if (isPair(node)) return { pairs: [[plain(node.key), plain(node.value)]] };
  if (isSeq(node)) return node.items.map(plain);
  const value = isScalar(node) && !isEmpty(node) ? node.value : null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Nothing but perhaps a tag: we take it for a missing value, whatever the tag would make of it. */
function isEmpty({ type, source }: { type?: unknown; source?: unknown }): boolean {
  return type === 'PLAIN' && source === '';
}
