import { keyText, type YamlMap, type YamlPair } from '../../syntax/yaml/nodes.ts';
import { lineBreakOf } from '../../text/eol.ts';
import type { TextChange } from '../../text/source.ts';
import { at, type Placed, type Span } from '../../text/span.ts';
import { insertIntoBlock, insertIntoFlow, lineStart, linesBelow } from './yaml-insert.ts';
import { columnOf, type Layout } from './yaml-layout.ts';
import { flowPair, flowText, pairLines, type YamlData } from './yaml-write.ts';

/** A key with the value that it shall have. */
export type WantedPair = readonly [key: string, value: YamlData];

/**
 * Sets keys of a map that stands in `text`: a key that is there gets the value, the others are added at their place
 * in `order`, behind the last key that comes before them there. Undefined where the map is written in a way that
 * cannot be added to.
 */
export function setPairs(
  text: string,
  map: Placed<YamlMap>,
  wanted: readonly WantedPair[],
  order: readonly string[],
  layout: Layout,
): TextChange[] | undefined {
  const changes: TextChange[] = [];
  for (const [key, value] of wanted) {
    const there = map.value.pairs.findLast(pair => keyText(pair.key) === key);
    const change =
      there === undefined
        ? addPair(text, map, key, value, order, layout)
        : setValue(text, { start: map.start, value: there }, value, layout, map.value.flow);
    if (change === undefined) return undefined;
    changes.push(...change);
  }
  return changes;
}

function addPair(
  text: string,
  { start, value: map }: Placed<YamlMap>,
  key: string,
  value: YamlData,
  order: readonly string[],
  layout: Layout,
): TextChange[] | undefined {
  const lineBreak = lineBreakOf(text);
  const members = membersOf(start, map);
  const index = placeFor(map, key, order);
  if (map.flow) {
    const place = { open: start + map.from, close: start + map.to - 1, members };
    return insertIntoFlow(text, place, index, [flowPair(key, value, layout)], lineBreak);
  }
  const column = columnOfMap(text, members);
  if (column === undefined) return undefined;
  const first = members[0]?.start ?? start;
  const change = insertIntoBlock(
    text,
    { column, first, members },
    index,
    pairLines(key, value, layout),
    lineBreak,
  );
  return change === undefined ? undefined : [change];
}

/** The pairs of a map as members of the file. */
export function membersOf(start: number, map: YamlMap): Span[] {
  return map.pairs.map(pair => at(start, pair));
}

/** Index in front of which a key belongs; behind the last where the order says nothing. */
function placeFor(map: YamlMap, key: string, order: readonly string[]): number {
  const rank = order.indexOf(key);
  const before = map.pairs.findLastIndex(pair => {
    const other = order.indexOf(keyText(pair.key) ?? '');
    return other >= 0 && other < rank;
  });
  return rank < 0 || before < 0 ? map.pairs.length : before + 1;
}

/** Column of a block map's keys: that of the first key with nothing but blanks and dashes in front of it. */
export function columnOfMap(text: string, members: readonly Span[]): number | undefined {
  const clean = members.find(({ start }) => /^(?: *-)* *$/.test(text.slice(lineStart(text, start), start)));
  return clean === undefined ? undefined : columnOf(text, clean.start);
}

/** Sets the value of a pair; `flow` says whether it stands between brackets. */
export function setValue(
  text: string,
  { start, value: pair }: Placed<YamlPair>,
  value: YamlData,
  layout: Layout,
  flow: boolean,
): TextChange[] | undefined {
  const name = keyText(pair.key) ?? '';
  const old = at(start, pair.value);
  if (pair.value.kind === 'scalar' && pair.value.style === 'missing') {
    const below = flow ? [] : pairLines(name, value, layout).slice(1);
    if (below.length > 0) {
      const pad = ' '.repeat(columnOf(text, start + pair.key.from));
      return [
        linesBelow(
          text,
          old.end,
          below.map(line => pad + line),
          lineBreakOf(text),
        ),
      ];
    }
    const written = flowText(value, layout, name, flow);
    return [{ span: old, text: leadAt(text, old.start) + written }];
  }
  if (pair.value.kind === 'scalar' && pair.value.style === 'block') return undefined;
  if (pair.value.kind !== 'scalar' && !(pair.value.kind !== 'alias' && pair.value.flow)) return undefined;
  return [{ span: old, text: flowText(value, layout, name, flow) }];
}

/** What has to stand between a key and a value at this offset: a key between brackets may have no colon yet. */
export function leadAt(text: string, offset: number): string {
  const line = text.slice(lineStart(text, offset), offset);
  if (!/:[ \t]*$/.test(line)) return ': ';
  return line.endsWith(':') ? ' ' : '';
}
