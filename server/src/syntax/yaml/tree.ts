import { detached } from '../../text/detached.ts';
import type { Placed, Span } from '../../text/span.ts';
import type { Problem } from '../problem.ts';
import {
  keyText,
  shifted,
  shiftedPair,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlSeq,
} from './nodes.ts';
import { type Chunk, splitYaml } from './split.ts';
import { parseUnit, type YamlUnit } from './unit.ts';

/** One top-level member of a YAML text: a key with its value, or an item of a top-level list. */
export interface YamlPart {
  readonly span: Span;
  /** The head's parse; for a part without entries, the parse of all of it. */
  readonly unit: YamlUnit;
  /** The entries of a block list or map, each parsed on its own. */
  readonly entries: readonly Placed<YamlUnit>[] | undefined;
}

/** A YAML text as parts that were parsed one by one. */
export interface YamlTree {
  readonly span: Span;
  readonly shape: 'map' | 'list' | 'other' | 'empty';
  readonly parts: readonly YamlPart[];
  /** Faults, at most one in each chunk, in the order of the text. */
  readonly problems: readonly Placed<Problem>[];
}

/** What an incremental parse may reuse: the tree before, and the replacement that was made since. */
export interface YamlReuse {
  readonly tree: YamlTree;
  /** The replaced stretch of the text before. */
  readonly replaced: Span;
  /** Length of what replaced it. */
  readonly inserted: number;
}

/**
 * Parses the YAML between two offsets of a file. With `reuse`, chunks that the edit does not touch keep their
 * parse; the result is the same as without, since a chunk's parse depends on nothing but its text.
 */
export function parseYaml(text: string, span: Span, reuse?: YamlReuse): YamlTree {
  const known = reuse === undefined ? undefined : reusable(reuse);
  const unitAt = (start: number, end: number): YamlUnit =>
    known === undefined
      ? parseUnit(text.slice(start, end))
      : (known(start, end) ?? parseUnit(detached(text.slice(start, end))));
  const documentEnd = endOfFirstDocument(text, span);
  const parts = splitYaml(text, documentEnd.from, documentEnd.to).map(chunk => part(chunk, unitAt));
  const problems = problemsOf(parts);
  if (documentEnd.more !== undefined) problems.push(documentEnd.more);
  return { span, shape: shapeOf(parts), parts, problems };
}

function part(chunk: Chunk, unitAt: (start: number, end: number) => YamlUnit): YamlPart {
  const span = { start: chunk.start, end: chunk.end };
  if (chunk.entries === undefined) return { span, unit: unitAt(chunk.start, chunk.end), entries: undefined };
  const { starts } = chunk.entries;
  const entries = starts.map((start, index) => ({
    start,
    value: unitAt(start, starts[index + 1] ?? chunk.end),
  }));
  return { span, unit: unitAt(chunk.start, starts[0] ?? chunk.end), entries };
}

function reusable(reuse: YamlReuse): (start: number, end: number) => YamlUnit | undefined {
  const { replaced, inserted } = reuse;
  const delta = inserted - (replaced.end - replaced.start);
  const units = new Map<number, YamlUnit>();
  for (const { span, unit, entries } of reuse.tree.parts) {
    units.set(span.start, unit);
    for (const entry of entries ?? []) units.set(entry.start, entry.value);
  }
  return (start, end) => {
    const before =
      end <= replaced.start ? start : start >= replaced.start + inserted ? start - delta : undefined;
    if (before === undefined || (before < replaced.end && before + (end - start) > replaced.start))
      return undefined;
    const unit = units.get(before);
    return unit?.length === end - start ? unit : undefined;
  };
}

/** Where the first document of a file with several ends; a leading `---` and directives are skipped. */
function endOfFirstDocument(text: string, span: Span): { from: number; to: number; more?: Placed<Problem> } {
  const from = span.start + (text.charCodeAt(span.start) === 0xfeff ? 1 : 0);
  const marks = /^(?:---|\.\.\.)(?=[ \t]*(?:#[^\r\n]*)?$)/gm;
  marks.lastIndex = from;
  let begin = from;
  for (let mark = marks.exec(text); mark !== null && mark.index < span.end; mark = marks.exec(text)) {
    const empty = /^(?:[ \t]*(?:[#%][^\r\n]*)?(?:\r\n|\n|\r|$))*$/.test(text.slice(begin, mark.index));
    if (empty && mark[0] === '---') {
      begin = Math.min(span.end, afterLine(text, mark.index));
      continue;
    }
    const rest = text.slice(mark.index + 3, span.end);
    if (!/^\s*(?:#[^\r\n]*\s*)*$/.test(rest) && mark[0] === '---') {
      const value: Problem = {
        code: 'yaml-multiple-documents',
        message: 'a second YAML document begins here; only the first is read',
        from: 0,
        to: 3,
      };
      return { from: begin, to: mark.index, more: { start: mark.index, value } };
    }
    return { from: begin, to: mark.index };
  }
  return { from: begin, to: span.end };
}

function afterLine(text: string, offset: number): number {
  const found = /\r\n|\n|\r/g;
  found.lastIndex = offset;
  const hit = found.exec(text);
  return hit === null ? text.length : hit.index + hit[0].length;
}

function problemsOf(parts: readonly YamlPart[]): Placed<Problem>[] {
  const problems: Placed<Problem>[] = [];
  const add = (start: number, unit: YamlUnit): void => {
    for (const value of unit.fault === undefined ? unit.duplicates : [unit.fault])
      problems.push({ start, value });
  };
  const keys = new Set<string>();
  for (const each of parts) {
    add(each.span.start, each.unit);
    for (const entry of each.entries ?? []) add(entry.start, entry.value);
    const key = pairIn(each.unit)?.key;
    const name = key === undefined ? undefined : keyText(key);
    if (key === undefined || name === undefined) continue;
    if (keys.has(name)) {
      const message = `the key "${name}" stands twice`;
      problems.push({
        start: each.span.start,
        value: { code: 'yaml-duplicate-key', message, from: key.from, to: key.to },
      });
    }
    keys.add(name);
  }
  return problems;
}

function shapeOf(parts: readonly YamlPart[]): YamlTree['shape'] {
  const first = parts[0]?.unit.node;
  if (first === undefined || (first.kind === 'scalar' && first.style === 'missing' && parts.length === 1))
    return 'empty';
  return first.kind === 'map' ? 'map' : first.kind === 'seq' ? 'list' : 'other';
}

/** The pair of a part whose chunk is one key; undefined for list items and faulty chunks without a key. */
export function pairIn(unit: YamlUnit): YamlPair | undefined {
  return unit.node.kind === 'map' && unit.node.pairs.length === 1 ? unit.node.pairs[0] : undefined;
}

/** All pairs of a tree whose root is a map, each placed at its part. Entries are joined into one value. */
export function pairsOf(tree: YamlTree): Placed<YamlPair>[] {
  return tree.parts.flatMap(each => {
    if (each.unit.node.kind !== 'map') return [];
    return each.unit.node.pairs.map(pair => ({ start: each.span.start, value: joined(each, pair) }));
  });
}

/** The pair with its entries put back as the value, in offsets local to the part. */
function joined(each: YamlPart, pair: YamlPair): YamlPair {
  const entries = each.entries;
  if (entries === undefined || entries.length === 0) return pair;
  const members = entries.map(entry => ({ by: entry.start - each.span.start, node: entry.value.node }));
  const list = members[0]?.node.kind === 'seq';
  const value: YamlSeq | YamlMap = list
    ? { kind: 'seq', flow: false, items: members.flatMap(itemsOf), ...bounds(members) }
    : { kind: 'map', flow: false, pairs: members.flatMap(pairsIn), ...bounds(members) };
  return { ...pair, value, to: value.to };
}

interface Member {
  readonly by: number;
  readonly node: YamlNode;
}

function itemsOf({ by, node }: Member): YamlNode[] {
  return node.kind === 'seq' ? node.items.map(item => shifted(item, by)) : [];
}

function pairsIn({ by, node }: Member): YamlPair[] {
  return node.kind === 'map' ? node.pairs.map(pair => shiftedPair(pair, by)) : [];
}

function bounds(members: readonly Member[]): { from: number; to: number } {
  const first = members[0];
  const last = members.at(-1);
  return { from: (first?.node.from ?? 0) + (first?.by ?? 0), to: (last?.node.to ?? 0) + (last?.by ?? 0) };
}
