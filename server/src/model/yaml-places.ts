import type { YamlNode } from '../syntax/yaml/nodes.ts';
import type { YamlTree } from '../syntax/yaml/tree.ts';
import { lastBefore } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';

/** Whether an offset lies inside a value, as of a text over several lines, where `#` begins no comment. */
export function inScalar(tree: YamlTree, offset: number): boolean {
  return scalarAt(tree, offset) !== undefined;
}

/** The value that an offset lies inside of; offsets are UTF-16 code units of the file. */
export function scalarAt(tree: YamlTree, offset: number): Span | undefined {
  const part = lastBefore(tree.parts, offset, each => each.span.start);
  if (part === undefined) return undefined;
  const own = within(part.unit.node, part.span.start, offset);
  if (own !== undefined) return own;
  const entry = lastBefore(part.entries ?? [], offset, each => each.start);
  return entry === undefined ? undefined : within(entry.value.node, entry.start, offset);
}

function within(node: YamlNode, base: number, offset: number): Span | undefined {
  const [start, end] = [base + node.from, base + node.to];
  if (offset < start || offset >= end) return undefined;
  if (node.kind === 'scalar') return offset === start ? undefined : { start, end };
  if (node.kind === 'seq') return first(node.items, base, offset);
  if (node.kind !== 'map') return undefined;
  return first(
    node.pairs.flatMap(pair => [pair.key, pair.value]),
    base,
    offset,
  );
}

function first(nodes: readonly YamlNode[], base: number, offset: number): Span | undefined {
  for (const each of nodes) {
    const found = within(each, base, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}
