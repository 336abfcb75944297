import { INSIDE, type LineShape, linesOf, lineText } from './lines.ts';

/**
 * Cuts YAML text into chunks that can be parsed on their own: top-level keys, and the entries of a top-level
 * list or map. It looks at indentation only. YAML requires every continuation of a value to be indented deeper
 * than its key, so a line at a key's own column begins something new; closing brackets and the second half of an
 * explicit key (`: value`) are the exceptions. A fault inside a chunk therefore stays inside, and a chunk's parse
 * depends on its own text alone: that is what makes an incremental parse equal a full one.
 */

/** How a text is cut: into the items of a list, the pairs of a map, or not at all. */
export type Form = 'item' | 'pair' | 'whole';

/** How the value of a key is cut. */
export interface EntryForm {
  readonly form: 'pair' | 'item';
  /** The column at which every entry begins. */
  readonly column: number;
}

/** A chunk of text before it is parsed; offsets are UTF-16 code units of the text that was cut. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** Where the entries of a key begin, when the value is a block list or map of two or more entries. */
  readonly entries?: EntryForm & { readonly starts: readonly number[] };
}

/** A text cut into chunks, in order and without gaps. */
export interface Cut {
  readonly form: Form;
  readonly chunks: readonly Chunk[];
}

/** Cuts `text` between two offsets; the first chunk begins at `from`. */
export function splitYaml(text: string, from: number, to: number): Cut {
  if (from === to) return { form: 'whole', chunks: [] };
  const lines = linesOf(text, from, to);
  const first = lines.find(line => line.mark !== 'none');
  if (first === undefined || first.column !== 0 || !beginsBlock(text, first, to))
    return { form: 'whole', chunks: [{ start: from, end: to }] };
  const form = first.mark === 'dash' ? 'item' : 'pair';
  return { form, chunks: chunksOf(text, from, to, lines, form) };
}

/**
 * Cuts the stretch of one or more chunks again after an edit inside it. Undefined where the stretch no longer begins
 * with a chunk of its own, so that it would belong to the one before.
 */
export function splitAgain(
  text: string,
  from: number,
  to: number,
  form: 'item' | 'pair',
): Chunk[] | undefined {
  const lines = linesOf(text, from, to);
  return lines[0] !== undefined && begins(lines[0], form) ? chunksOf(text, from, to, lines, form) : undefined;
}

/**
 * Where the entries of a stretch begin that one or more entries of a key took up. Undefined where the stretch is no
 * longer made of such entries. `atHead` is for the stretch that begins with the key's first entry.
 */
export function entriesAgain(
  text: string,
  from: number,
  to: number,
  { form, column }: EntryForm,
  atHead: boolean,
): number[] | undefined {
  if (atHead && form === 'pair' && !looksLikeKey(lineText(text, from, to))) return undefined;
  const starts = startsIn(linesOf(text, from, to), form, column);
  return starts?.[0] === from ? starts : undefined;
}

function begins(line: LineShape, form: 'item' | 'pair'): boolean {
  return line.column === 0 && (form === 'item' ? line.mark === 'dash' : line.mark === 'other');
}

function chunksOf(
  text: string,
  from: number,
  to: number,
  lines: readonly LineShape[],
  form: 'item' | 'pair',
): Chunk[] {
  const chunks: Chunk[] = [];
  let start = from;
  let head = lines.findIndex(line => line.mark !== 'none');
  for (let index = head + 1; index <= lines.length; index += 1) {
    const line = lines[index];
    if (line !== undefined && !begins(line, form)) continue;
    const end = line?.start ?? to;
    const entries = form === 'item' ? undefined : entriesOf(text, lines, head, index, end);
    chunks.push(entries === undefined ? { start, end } : { start, end, entries });
    start = end;
    head = index;
  }
  return chunks;
}

/** A key, without quotes or anything else that would need a parser, whose line ends behind the colon. */
function isBareKey(line: string): boolean {
  if (!/^[^\s#'"[\]{}&*!|>%@`?:-]/.test(line)) return false;
  const colon = line.search(/:[ \t]*(?:#|$)/);
  return colon > 0 && !/['"[{\r\n]/.test(line.slice(0, colon));
}

/** The entries under the key at `head`; undefined when its value is better parsed whole. */
function entriesOf(
  text: string,
  lines: readonly LineShape[],
  head: number,
  after: number,
  end: number,
): Chunk['entries'] | undefined {
  let next = head + 1;
  while (next < after && lines[next]?.mark === 'none') next += 1;
  const first = lines[next];
  const key = lines[head];
  if (first === undefined || key === undefined || next >= after || first.column === INSIDE) return undefined;
  if (first.mark !== 'dash' && (first.column === 0 || !looksLikeKey(lineText(text, first.start, end))))
    return undefined;
  if (!isBareKey(lineText(text, key.start, end))) return undefined;
  const form = first.mark === 'dash' ? 'item' : 'pair';
  const starts = startsIn(lines.slice(next, after), form, first.column);
  return starts === undefined || starts.length < 2 ? undefined : { form, column: first.column, starts };
}

/** Where the members of a block collection at `column` begin; undefined when a line does not belong into it. */
function startsIn(lines: readonly LineShape[], form: 'item' | 'pair', column: number): number[] | undefined {
  const starts: number[] = [];
  for (const line of lines) {
    if (line.mark === 'none' || line.mark === 'closer' || line.column > column) continue;
    if (line.column < column) return undefined;
    if (line.mark === 'value' && form === 'pair') continue;
    if ((line.mark === 'dash') !== (form === 'item')) return undefined;
    starts.push(line.start);
  }
  return starts;
}

function beginsBlock(text: string, line: LineShape, to: number): boolean {
  return line.mark === 'dash' || (line.mark === 'other' && looksLikeKey(lineText(text, line.start, to)));
}

const QUOTED_KEY = /^\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:(?:\s|$)/;
const PLAIN_KEY = /^\s*[^\s#'"[\]{}&*!|>%@`,][^\r\n]*?:(?:\s|$)/;

function looksLikeKey(line: string): boolean {
  return QUOTED_KEY.test(line) || PLAIN_KEY.test(line);
}
