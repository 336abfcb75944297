import { boundary } from '../../text/sorted.ts';
import type { Placed } from '../../text/span.ts';
import { hasMarks } from './first-document.ts';
import { partOf, reusedUnits, type YamlReuse } from './parts.ts';
import { entriesAgain, splitAgain } from './split.ts';
import type { YamlPart } from './tree.ts';
import type { YamlUnit } from './unit.ts';

/**
 * The parts after an edit inside one of them: only the entries it touches are cut and parsed again, or else that
 * part. Undefined where the edit may have moved the bounds of parts; then the whole text is cut again.
 */
export function partsAgain(text: string, reuse: YamlReuse): readonly YamlPart[] | undefined {
  const { tree, replaced, inserted } = reuse;
  if (tree.form === 'whole') return undefined;
  const index = lastBelow(tree.parts, replaced.start, part => part.span.start);
  const part = tree.parts[index];
  if (part === undefined || !endsBehind(part.span.end, reuse)) return undefined;
  const delta = inserted - (replaced.end - replaced.start);
  const inside = entriesInside(text, part, reuse);
  const fresh = inside === undefined ? partAgain(text, reuse, index, delta) : [inside];
  if (fresh === undefined) return undefined;
  return [
    ...tree.parts.slice(0, index),
    ...fresh,
    ...tree.parts.slice(index + 1).map(each => movedPart(each, delta)),
  ];
}

/** An edit lies safely before an end when the line break there stays, or nothing follows. */
function endsBehind(end: number, { tree, replaced }: YamlReuse): boolean {
  return replaced.end < end || (replaced.end === end && end === tree.span.end);
}

function entriesInside(text: string, part: YamlPart, reuse: YamlReuse): YamlPart | undefined {
  const { entries, cut, span } = part;
  if (entries === undefined || cut === undefined) return undefined;
  const { replaced, inserted } = reuse;
  const delta = inserted - (replaced.end - replaced.start);
  const first = lastBelow(entries, replaced.start, entry => entry.start);
  if (first < 0) return undefined;
  const behind = lastBelow(entries, replaced.end + 1, entry => entry.start) + 1;
  const from = entries[first]?.start ?? span.start;
  const end = entries[behind]?.start ?? span.end;
  if (!endsBehind(end, reuse)) return undefined;
  const starts = entriesAgain(text, from, end + delta, cut, first === 0);
  if (starts === undefined || first + starts.length + entries.length - behind < 2) return undefined;
  const units = reusedUnits(text, reuse, [{ ...part, entries: entries.slice(first, behind) }]);
  const fresh = starts.map((start, index) => ({
    start,
    value: units(start, starts[index + 1] ?? end + delta, cut.form),
  }));
  return {
    span: { start: span.start, end: span.end + delta },
    unit: part.unit,
    entries: [...entries.slice(0, first), ...fresh, ...entries.slice(behind).map(each => moved(each, delta))],
    cut,
  };
}

function partAgain(text: string, reuse: YamlReuse, index: number, delta: number): YamlPart[] | undefined {
  const { parts, form } = reuse.tree;
  const part = parts[index];
  if (part === undefined || index === 0 || form === 'whole') return undefined;
  const { start, end } = part.span;
  if (hasMarks(text, start, end + delta)) return undefined;
  const units = reusedUnits(text, reuse, [part]);
  return splitAgain(text, start, end + delta, form)?.map(chunk => partOf(chunk, form, units));
}

/** A part that an edit before it has moved. */
export function movedPart({ span, unit, entries, cut }: YamlPart, delta: number): YamlPart {
  return {
    span: { start: span.start + delta, end: span.end + delta },
    unit,
    entries: entries?.map(each => moved(each, delta)),
    cut,
  };
}

function moved({ start, value }: Placed<YamlUnit>, delta: number): Placed<YamlUnit> {
  return { start: start + delta, value };
}

/** Index of the last element that begins below an offset; -1 where there is none. */
function lastBelow<T>(sorted: readonly T[], offset: number, startOf: (element: T) => number): number {
  return boundary(sorted, element => startOf(element) < offset) - 1;
}
