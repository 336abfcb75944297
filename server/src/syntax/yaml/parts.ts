import { detached } from '../../text/detached.ts';
import type { Span } from '../../text/span.ts';
import type { Chunk, Form } from './split.ts';
import type { YamlPart, YamlTree } from './tree.ts';
import { parseUnit, type YamlUnit } from './unit.ts';

/** What an incremental parse may reuse: the tree before, and the replacement that was made since. */
export interface YamlReuse {
  readonly tree: YamlTree;
  /** The replaced stretch of the text before. */
  readonly replaced: Span;
  /** Length of what replaced it. */
  readonly inserted: number;
}

/** Parses the chunk between two offsets, or finds its parse. */
export type UnitAt = (start: number, end: number, form: Form) => YamlUnit;

/** A chunk, parsed. */
export function partOf(chunk: Chunk, form: Form, unitAt: UnitAt): YamlPart {
  const { start, end, entries: cut } = chunk;
  const span = { start, end };
  if (cut === undefined) return { span, unit: unitAt(start, end, form), entries: undefined, cut: undefined };
  const { starts } = cut;
  return {
    span,
    unit: unitAt(start, starts[0] ?? end, form),
    entries: starts.map((from, index) => ({
      start: from,
      value: unitAt(from, starts[index + 1] ?? end, cut.form),
    })),
    cut: { form: cut.form, column: cut.column },
  };
}

/** Parses every chunk. */
export function freshUnits(text: string): UnitAt {
  return (start, end, form) => parseUnit(text.slice(start, end), form);
}

/** Finds the parse of chunks that lie outside the edit, among those of `parts`; parses the others. */
export function reusedUnits(
  text: string,
  { replaced, inserted }: YamlReuse,
  parts: readonly YamlPart[],
): UnitAt {
  const delta = inserted - (replaced.end - replaced.start);
  const known = new Map<number, YamlUnit>();
  for (const { span, unit, entries } of parts) {
    known.set(span.start, unit);
    for (const entry of entries ?? []) known.set(entry.start, entry.value);
  }
  const kept = (start: number, end: number, form: Form): YamlUnit | undefined => {
    const before =
      end <= replaced.start ? start : start >= replaced.start + inserted ? start - delta : undefined;
    if (before === undefined || (before < replaced.end && before + (end - start) > replaced.start))
      return undefined;
    const unit = known.get(before);
    return unit?.length === end - start && unit.form === form ? unit : undefined;
  };
  return (start, end, form) => kept(start, end, form) ?? parseUnit(detached(text.slice(start, end)), form);
}
