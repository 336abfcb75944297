import type { Catalog } from '../../catalog/catalog.ts';
import type { Item } from '../../catalog/types.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { pairsOf } from '../../syntax/yaml/tree.ts';
import { lineBreakOf } from '../../text/eol.ts';
import type { TextChange } from '../../text/source.ts';
import { at, type Span } from '../../text/span.ts';
import { withoutEnd } from '../../text/trim.ts';
import { type Collection, collectionOf } from './collection.ts';
import { insertIntoBlock, insertIntoFlow, lineStart, linesBelow } from './yaml-insert.ts';
import { columnOf, type Layout, layoutOf } from './yaml-layout.ts';
import { columnOfMap } from './yaml-pairs.ts';
import { flowPair, flowText, indented, itemLines, pairLines, type YamlData } from './yaml-write.ts';

/** An entry to be written. */
export interface NewEntry {
  readonly id: string;
  readonly fields: Readonly<Record<string, YamlData>>;
  /** Said in a comment behind the id, where comments can stand. */
  readonly comment?: string;
  /** Index of the entry in front of which it belongs; the number of entries for the end. */
  readonly index: number;
}

/** Adds entries to a mapping in the way its other entries are written. Undefined where that cannot be done. */
export function addEntries(
  text: string,
  mapping: MappingModel,
  entries: readonly NewEntry[],
): TextChange[] | undefined {
  const layout = layoutOf(text, mapping.tree);
  const collection = collectionOf(text, mapping, layout);
  if (collection === undefined)
    return mapping.entries.length === 0 ? begin(text, mapping, entries, layout) : undefined;
  const flow = entriesInFlow(mapping);
  const spaced = areSpaced(text, mapping);
  const changes: TextChange[] = [];
  for (const [index, group] of grouped(entries)) {
    const change = insertGroup(text, collection, index, group, layout, { flow, spaced });
    if (change === undefined) return undefined;
    changes.push(...change);
  }
  return changes;
}

function grouped(entries: readonly NewEntry[]): Map<number, NewEntry[]> {
  const groups = new Map<number, NewEntry[]>();
  for (const entry of entries) groups.set(entry.index, [...(groups.get(entry.index) ?? []), entry]);
  return groups;
}

function insertGroup(
  text: string,
  collection: Collection,
  index: number,
  group: readonly NewEntry[],
  layout: Layout,
  { flow, spaced }: { flow: boolean; spaced: boolean },
): TextChange[] | undefined {
  const lineBreak = lineBreakOf(text);
  if (collection.form === 'flow-list' || collection.form === 'flow-map') {
    const pieces = group.map(({ id, fields }) =>
      collection.form === 'flow-map'
        ? flowPair(id, fields, layout, collection.quoting)
        : flowText({ id, ...fields }, layout, 'controls'),
    );
    return insertIntoFlow(text, collection.place, index, pieces, lineBreak);
  }
  const lines = group.flatMap(entry => {
    const own = entryLines(entry, collection, layout, flow);
    return !spaced ? own : index === 0 ? [...own, ''] : ['', ...own];
  });
  const change = insertIntoBlock(text, collection.place, index, lines, lineBreak);
  return change === undefined ? undefined : [change];
}

function entryLines(entry: NewEntry, collection: Collection, layout: Layout, flow: boolean): string[] {
  const { id, fields, comment } = entry;
  const remark = comment === undefined ? '' : ` # ${comment}`;
  const lines = (): string[] => {
    if (collection.form === 'list') {
      if (!flow) return itemLines({ id, ...fields }, layout, 'controls', collection.style);
      return [`-${' '.repeat(collection.style.gap - 1)}${flowText({ id, ...fields }, layout, 'controls')}`];
    }
    const quoting = collection.form === 'map' ? collection.quoting : 'plain';
    return flow ? [flowPair(id, fields, layout, quoting)] : pairLines(id, fields, layout, quoting);
  };
  return lines().map((line, index) => (index === 0 ? line + remark : line));
}

/** Whether entries are written as `{ … }`; the last one decides. */
function entriesInFlow(mapping: MappingModel): boolean {
  const node = mapping.entries.at(-1)?.value.node;
  return node?.kind === 'map' && node.flow;
}

/** Whether an empty line stands between the first two entries. */
function areSpaced(text: string, { entries }: MappingModel): boolean {
  const [first, second] = entries;
  if (first === undefined || second === undefined) return false;
  const between = text.slice(first.start + first.value.to, second.start + second.value.from);
  return /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(between);
}

/** The first entries of a mapping: below its `controls` key, or with that key at the end of the file. */
function begin(
  text: string,
  mapping: MappingModel,
  entries: readonly NewEntry[],
  layout: Layout,
): TextChange[] | undefined {
  const lineBreak = lineBreakOf(text);
  const style = { ...(layout.lists.get('controls') ?? layout.list), flow: false };
  const list: Collection = { form: 'list', place: { column: 0, first: 0, members: [] }, style };
  const write = (collection: Collection): string[] =>
    entries.flatMap(each => entryLines(each, collection, layout, false));
  const { controls } = mapping;
  if (controls === undefined) {
    const members = pairsOf(mapping.tree).map(each => at(each.start, each.value));
    const column = columnOfMap(text, members);
    const last = members.at(-1);
    if (column === undefined || last === undefined) return undefined;
    const lines = ['controls:', ...indented(write(list), style.dash)];
    return [linesBelow(text, last.end, indented(lines, column), lineBreak)];
  }
  const { key, value } = controls.value;
  const column = columnOf(text, controls.start + key.from);
  const asMap = value.kind === 'map';
  const map: Collection = { form: 'map', place: { column: 0, first: 0, members: [] }, quoting: 'plain' };
  const lines = indented(asMap ? write(map) : write(list), column + (asMap ? layout.step : style.dash));
  const old = at(controls.start, value);
  if (value.kind === 'scalar' && value.value === null)
    return [...cleared(text, old), linesBelow(text, old.end, lines, lineBreak)];
  const empty = value.kind !== 'scalar' && value.kind !== 'alias' && value.flow;
  if (!empty || /[\r\n#]/.test(text.slice(old.start, old.end))) return undefined;
  return [...cleared(text, old), linesBelow(text, old.end, lines, lineBreak)];
}

/** Takes away what stands for nothing behind a colon, with the blanks in front of it. */
function cleared(text: string, { start, end }: Span): TextChange[] {
  if (start === end) return [];
  const from = lineStart(text, start);
  const before = withoutEnd(text.slice(from, start), /[ \t]/);
  return [{ span: { start: from + before.length, end }, text: '' }];
}

/**
 * For each item the index in front of which its entry belongs: in the catalog's order where the entries keep to it,
 * else at the end. `known` are the items of the entries, undefined for those of other catalogs.
 */
export function indexesFor(
  catalog: Catalog,
  items: readonly Item[],
  known: readonly (Item | undefined)[],
): number[] {
  const order = new Map(catalog.data.items.map((item, index) => [item, index]));
  const rank = (item: Item | undefined): number => (item === undefined ? -1 : (order.get(item) ?? -1));
  const ranks = known.map(rank);
  const own = ranks.filter(each => each >= 0);
  const sorted = own.every((each, index) => index === 0 || each > (own[index - 1] ?? 0));
  return items.map(item => {
    if (!sorted) return known.length;
    const before = ranks.findLastIndex(each => each >= 0 && each < rank(item));
    if (before >= 0) return before + 1;
    const behind = ranks.findIndex(each => each > rank(item));
    return behind < 0 ? known.length : behind;
  });
}
