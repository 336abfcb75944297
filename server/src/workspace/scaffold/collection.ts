import type { MappingModel } from '../../model/mapping.ts';
import type { YamlNode } from '../../syntax/yaml/nodes.ts';
import { at, type Span } from '../../text/span.ts';
import type { BlockPlace, FlowPlace } from './yaml-insert.ts';
import { columnOf, type Layout, type ListStyle } from './yaml-layout.ts';
import { columnOfMap, membersOf } from './yaml-pairs.ts';
import type { Quoting } from './yaml-scalar.ts';

/** How the entries of a mapping are written; their members stand in the order of the model's entries. */
export type Collection =
  | { readonly form: 'list'; readonly place: BlockPlace; readonly style: ListStyle }
  | { readonly form: 'map'; readonly place: BlockPlace; readonly quoting: Quoting }
  | { readonly form: 'flow-list'; readonly place: FlowPlace }
  | { readonly form: 'flow-map'; readonly place: FlowPlace; readonly quoting: Quoting };

/** Where entries stand; undefined where there is none yet, or they stand where nothing can be added. */
export function collectionOf(text: string, mapping: MappingModel, layout: Layout): Collection | undefined {
  const { controls } = mapping;
  if (controls === undefined) return undefined;
  const nodes = holders(mapping);
  const first = nodes[0];
  if (first === undefined || mapping.entries.length === 0) return undefined;
  const from = first.start + first.node.from;
  if (first.node.kind === 'seq') {
    const members = nodes.flatMap(({ start, node }) =>
      node.kind === 'seq' ? node.items.map(item => at(start, item)) : [],
    );
    if (first.node.flow) return { form: 'flow-list', place: flowPlace(first, members) };
    const style = layout.lists.get('controls') ?? layout.list;
    return { form: 'list', place: { column: columnOf(text, from), first: from, members }, style };
  }
  if (first.node.kind !== 'map') return undefined;
  const members = nodes.flatMap(({ start, node }) => (node.kind === 'map' ? membersOf(start, node) : []));
  const quoting = quotingOf(first.node);
  if (first.node.flow) return { form: 'flow-map', place: flowPlace(first, members), quoting };
  const column = columnOfMap(text, members);
  return column === undefined ? undefined : { form: 'map', place: { column, first: from, members }, quoting };
}

interface Holder {
  readonly start: number;
  readonly node: YamlNode;
}

/** The lists or maps that hold the entries: one for each entry that was parsed on its own, else one for all. */
function holders({ tree, controls }: MappingModel): Holder[] {
  if (controls === undefined) return [];
  const part = tree.parts.find(each => each.span.start === controls.start && each.entries !== undefined);
  if (part?.entries !== undefined)
    return part.entries.map(({ start, value }) => ({ start, node: value.node }));
  return [{ start: controls.start, node: controls.value.value }];
}

function flowPlace({ start, node }: Holder, members: readonly Span[]): FlowPlace {
  return { open: start + node.from, close: start + node.to - 1, members };
}

function quotingOf(node: YamlNode & { kind: 'map' }): Quoting {
  const key = node.pairs[0]?.key;
  return key?.kind === 'scalar' && (key.style === 'single' || key.style === 'double') ? key.style : 'plain';
}
