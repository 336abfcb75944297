import { keyText, type YamlPair } from '../../syntax/yaml/nodes.ts';
import { pairIn, type YamlPart, type YamlTree } from '../../syntax/yaml/tree.ts';
import { lastBefore } from '../../text/sorted.ts';
import type { Placed, Span } from '../../text/span.ts';
import { touches } from '../../text/span.ts';
import { unquoted } from './flow.ts';
import { contentOf, isDash } from './lines.ts';
import type { YamlPath } from './path.ts';
import { type Frame, type Mark, sketch } from './sketch.ts';

/** What stands at an offset of YAML: a mapping, a configuration, an assessment, front matter. */
export interface YamlPlace {
  readonly area: 'yaml';
  /**
   * `key`: on a key, the last step of `path`. `value`: on a value, or where the value of `path` is to be written.
   * `gap`: on a blank line or between brackets, where the map or list at `path` could get a new member.
   * `comment`: in a comment; `path` is then empty.
   */
  readonly role: 'key' | 'value' | 'gap' | 'comment';
  readonly path: YamlPath;
  /** What is written there, quotes included; empty at the cursor where nothing is. */
  readonly span: Span;
  /** Whether the offset touches what is written, and not only the blanks around it. */
  readonly touching: boolean;
  /** The written text without quotes. */
  readonly text: string;
  /** The quote it begins with. */
  readonly quote: '"' | "'" | undefined;
  /** Whether it stands between brackets. */
  readonly flow: boolean;
  /** The collection it belongs to: a map's key or value, a list's item. */
  readonly within: 'map' | 'list';
  /** A key that has no colon yet; or a value that may still become the first key of a map. */
  readonly open: boolean;
  /** Column of the line's keys or dashes, for what is inserted below. */
  readonly column: number;
  /** The keys of the map that the key or gap belongs to, each with its value as written; its own key left out. */
  readonly siblings: ReadonlyMap<string, string>;
}

/** Finds the place at an offset of a YAML tree's text; undefined outside of it, or where nothing stands. */
export function yamlPlace(text: string, tree: YamlTree, offset: number): YamlPlace | undefined {
  if (offset < tree.span.start || offset > tree.span.end) return undefined;
  const part = lastBefore(tree.parts, offset, each => each.span.start);
  const root = baseFrame('map', 0, []);
  if (part === undefined) {
    const start = tree.parts[0]?.span.start ?? tree.span.end;
    return find(text, { start: tree.span.start, end: start }, [root], offset, tree);
  }
  if (offset > part.span.end) return undefined;
  if (tree.shape === 'list') {
    const list: Frame = { ...baseFrame('list', 0, []), next: tree.parts.indexOf(part) };
    return find(text, part.span, [list], offset, tree);
  }
  const entry = lastBefore(part.entries ?? [], offset, each => each.start);
  const key = pairIn(part.unit)?.key;
  const name = key === undefined ? undefined : keyText(key);
  if (entry === undefined || name === undefined) {
    const end = part.entries?.[0]?.start ?? part.span.end;
    return find(text, { start: part.span.start, end }, [root], offset, tree);
  }
  const span = { start: entry.start, end: entry.start + entry.value.length };
  const column = columnOf(text, span);
  const listed = isDash(text, span.start + column, span.end);
  const frame: Frame = {
    ...baseFrame(listed ? 'list' : 'map', column, [name]),
    next: part.entries?.indexOf(entry) ?? 0,
  };
  return find(text, span, [{ ...root, last: lastKey(name, span.start, root) }, frame], offset, tree);
}

/**
 * The place in a line of text that a tree leaves out because it is no YAML yet, such as the key that somebody begins
 * to write in front matter that has no closing fence.
 */
export function looseYamlPlace(
  text: string,
  tree: YamlTree,
  line: Span,
  offset: number,
): YamlPlace | undefined {
  return find(text, line, [baseFrame('map', 0, [])], offset, tree);
}

function find(
  text: string,
  span: Span,
  base: readonly Frame[],
  offset: number,
  tree: YamlTree,
): YamlPlace | undefined {
  const { marks, comment } = sketch(text, span, base, offset);
  if (comment !== undefined) return commentPlace(text, comment);
  const mark = nearest(marks, offset);
  if (mark === undefined) return undefined;
  const written = text.slice(mark.span.start, mark.span.end);
  const quote = written.charAt(0);
  const isBase = base.includes(mark.frame);
  return {
    area: 'yaml',
    role: mark.role,
    path: mark.path,
    span: mark.span,
    touching: touches(mark.span, offset),
    text: unquoted(written),
    quote: quote === '"' || quote === "'" ? quote : undefined,
    flow: mark.frame.flow,
    within: mark.frame.kind,
    open: mark.open,
    column: mark.frame.column,
    siblings: siblings(text, marks, mark, isBase ? outer(tree, mark.frame.path) : []),
  };
}

function commentPlace(text: string, span: Span): YamlPlace {
  return {
    area: 'yaml',
    role: 'comment',
    path: [],
    span,
    touching: true,
    text: text.slice(span.start, span.end),
    quote: undefined,
    flow: false,
    within: 'map',
    open: false,
    column: 0,
    siblings: new Map(),
  };
}

/** The mark at the offset: one whose text it touches, else the one in whose slot it lies; the innermost wins. */
function nearest(marks: readonly Mark[], offset: number): Mark | undefined {
  const near = marks.filter(mark => touches(mark.slot, offset) || touches(mark.span, offset));
  const touched = near.filter(mark => mark.span.start < mark.span.end && touches(mark.span, offset));
  return touched.find(mark => mark.role === 'key') ?? touched.at(-1) ?? near.at(-1);
}

function siblings(
  text: string,
  marks: readonly Mark[],
  own: Mark,
  others: readonly Placed<YamlPair>[],
): Map<string, string> {
  const found = new Map<string, string>();
  for (const { start, value } of others) {
    const name = keyText(value.key);
    const here = start + value.key.from === own.span.start && own.role !== 'gap';
    if (name !== undefined && !here) found.set(name, value.value.kind === 'scalar' ? value.value.source : '');
  }
  const depth = own.frame.path.length;
  for (const mark of marks) {
    if (mark.frame !== own.frame || mark.frame.kind !== 'map' || mark.role === 'gap') continue;
    const name = mark.path[depth];
    if (typeof name !== 'string' || (mark.span === own.span && mark.role === 'key') || mark.open) continue;
    if (mark.role === 'key' && !found.has(name)) found.set(name, '');
    if (mark.role === 'value') found.set(name, unquoted(text.slice(mark.span.start, mark.span.end)));
  }
  const ownName = own.role === 'key' ? own.path[depth] : undefined;
  if (typeof ownName === 'string' && own.open === false) found.delete(ownName);
  return found;
}

/** The pairs of a map that is parsed in several chunks: the document's own, or the entries of one of its keys. */
function outer(tree: YamlTree, path: YamlPath): Placed<YamlPair>[] {
  const pairs = ({ start, value }: Placed<YamlPart['unit']>): Placed<YamlPair>[] =>
    value.node.kind === 'map' ? value.node.pairs.map(pair => ({ start, value: pair })) : [];
  if (path.length === 0)
    return tree.parts.flatMap(part => pairs({ start: part.span.start, value: part.unit }));
  const part = tree.parts.find(each => {
    const key = pairIn(each.unit)?.key;
    return key !== undefined && keyText(key) === path[0];
  });
  return part?.entries?.flatMap(pairs) ?? [];
}

function baseFrame(kind: Frame['kind'], column: number, path: YamlPath): Frame {
  return { kind, column, path, flow: false, next: 0, last: undefined };
}

function lastKey(name: string, offset: number, frame: Frame): Mark {
  const span = { start: offset, end: offset };
  return { role: 'value', path: [name], frame, span, slot: span, open: false };
}

/** Column of an entry's first line, which begins with its key or dash. */
function columnOf(text: string, span: Span): number {
  return contentOf(text, span.start, span.end) - span.start;
}
