import type { Entry } from '../../model/entry.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { lineBreakOf } from '../../text/eol.ts';
import type { TextChange } from '../../text/source.ts';
import { at, type Placed } from '../../text/span.ts';
import { insertIntoFlow, linesBelow } from './yaml-insert.ts';
import { columnOf, type Layout, layoutOf } from './yaml-layout.ts';
import { leadAt, setPairs, type WantedPair } from './yaml-pairs.ts';
import { isPlainSafe } from './yaml-scalar.ts';
import { flowPair, flowText, indented, itemLines, pairLines, type YamlData } from './yaml-write.ts';

/** The order in which people write the keys of an entry. */
const ORDER = [
  'id',
  'title',
  'status',
  'applicable',
  'justification',
  'until',
  'owner',
  'evidence',
  'satisfies',
  'needed',
  'notes',
];

/** Sets fields of an entry, however it is written. Undefined where that cannot be done without rewriting it. */
export function setFields(
  text: string,
  mapping: MappingModel,
  entry: Placed<Entry>,
  wanted: readonly WantedPair[],
): TextChange[] | undefined {
  const layout = layoutOf(text, mapping.tree);
  const { start, value } = entry;
  const { node } = value;
  if (value.faulty) return undefined;
  if (node.kind === 'map') return setPairs(text, { start, value: node }, wanted, ORDER, layout);
  if (node.kind !== 'scalar' || (value.keyed && node.value !== null)) return undefined;
  const flow = isInFlow(mapping);
  return value.keyed
    ? fillKeyed(text, entry, wanted, layout, flow)
    : wrapItem(text, entry, wanted, layout, flow);
}

/** Whether the entries stand between brackets, where nothing can be written in lines of its own. */
function isInFlow({ tree, controls }: MappingModel): boolean {
  const cut = tree.parts.some(each => each.span.start === controls?.start && each.entries !== undefined);
  const value = controls?.value.value;
  return !cut && (value?.kind === 'seq' || value?.kind === 'map') && value.flow;
}

/** `A.6.2.4:` with nothing behind it. */
function fillKeyed(
  text: string,
  { start, value: { node, from } }: Placed<Entry>,
  wanted: readonly WantedPair[],
  layout: Layout,
  flow: boolean,
): TextChange[] | undefined {
  const span = at(start, node);
  if (flow) {
    const lead = span.start === span.end ? leadAt(text, span.start) : '';
    return [{ span, text: lead + flowText(Object.fromEntries(wanted), layout, '') }];
  }
  if (span.start !== span.end) return undefined;
  const column = columnOf(text, start + from) + layout.step;
  const lines = wanted.flatMap(([key, value]) => indented(pairLines(key, value, layout), column));
  return [linesBelow(text, span.end, lines, lineBreakOf(text))];
}

/** `- A.6.2.4`: the lone id becomes the `id` of a map. */
function wrapItem(
  text: string,
  { start, value: { node } }: Placed<Entry>,
  wanted: readonly WantedPair[],
  layout: Layout,
  flow: boolean,
): TextChange[] | undefined {
  const span = at(start, node);
  if (span.start === span.end || (node.kind === 'scalar' && node.style === 'block')) return undefined;
  const before = { start: span.start, end: span.start };
  if (flow) {
    const pairs = wanted.map(([key, value]) => flowPair(key, value, layout));
    const behind = { start: span.end, end: span.end };
    return [
      { span: before, text: '{ id: ' },
      { span: behind, text: `, ${pairs.join(', ')} }` },
    ];
  }
  const column = columnOf(text, span.start);
  const lines = wanted.flatMap(([key, value]) => indented(pairLines(key, value, layout), column));
  return [{ span: before, text: 'id: ' }, linesBelow(text, span.end, lines, lineBreakOf(text))];
}

/** Adds a link to the evidence of an entry. Undefined where that cannot be done without rewriting it. */
export function addEvidence(
  text: string,
  mapping: MappingModel,
  entry: Placed<Entry>,
  target: YamlData,
): TextChange[] | undefined {
  const { start, value } = entry;
  const node = value.evidencePair?.value;
  if (value.faulty) return undefined;
  if (node === undefined || (node.kind === 'scalar' && node.value === null))
    return setFields(text, mapping, entry, [['evidence', [target]]]);
  const layout = layoutOf(text, mapping.tree);
  const inFlow = value.node.kind === 'map' && value.node.flow;
  if (node.kind === 'seq') {
    const members = node.items.map(item => at(start, item));
    const last = members.at(-1);
    if (node.flow) {
      const place = { open: start + node.from, close: start + node.to - 1, members };
      return insertIntoFlow(
        text,
        place,
        members.length,
        [flowText(target, layout, 'evidence')],
        lineBreakOf(text),
      );
    }
    if (last === undefined) return undefined;
    const style = layout.lists.get('evidence') ?? layout.list;
    const lines = indented(itemLines(target, layout, 'evidence', style), columnOf(text, start + node.from));
    return [linesBelow(text, last.end, lines, lineBreakOf(text))];
  }
  const single = node.kind === 'map' ? node.flow : node.kind === 'scalar' && canStandInFlow(node, inFlow);
  if (!single) return undefined;
  const span = at(start, node);
  return [
    { span: { start: span.start, end: span.start }, text: '[' },
    { span: { start: span.end, end: span.end }, text: `, ${flowText(target, layout, 'evidence')}]` },
  ];
}

function canStandInFlow(node: Entry['node'] & { kind: 'scalar' }, inFlow: boolean): boolean {
  if (node.style === 'plain') return inFlow || isPlainSafe(node.source, true);
  return node.style === 'single' || node.style === 'double';
}
