import { shifted, shiftedPair, type YamlNode } from './nodes.ts';
import { pairsOf, type YamlTree } from './tree.ts';

/** The whole value of a tree as one node, with the file's offsets. What is at fault is in it as far as it was read. */
export function rootOf(tree: YamlTree): YamlNode {
  const { start: from, end: to } = tree.span;
  if (tree.shape === 'list') {
    const items = tree.parts.flatMap(({ span, unit: { node } }) =>
      node.kind === 'seq' ? node.items.map(item => shifted(item, span.start)) : [],
    );
    return { kind: 'seq', flow: false, items, from, to };
  }
  const first = tree.parts[0];
  if (tree.shape === 'other' && first !== undefined) return shifted(first.unit.node, first.span.start);
  const pairs = pairsOf(tree).map(({ start, value }) => shiftedPair(value, start));
  return { kind: 'map', flow: false, pairs, from, to };
}
