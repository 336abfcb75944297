/**
 * Cuts YAML text into chunks that can be parsed on their own: top-level keys, and the entries of a top-level
 * list or map. It looks at indentation only. YAML requires every continuation of a value to be indented deeper
 * than its key, so a line at a key's own column begins something new; closing brackets are the one exception.
 * A fault inside a chunk therefore stays inside, and a chunk's parse depends on its own text alone: that is what
 * makes an incremental parse equal a full one.
 */

/** A chunk of text before it is parsed; offsets are UTF-16 code units of the text that was cut. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** `pair` begins with a key, `item` with a dash, `whole` is not cut further. */
  readonly form: 'pair' | 'item' | 'whole';
  /** Where the entries of a key begin, when the value is a block list or map of two or more entries. */
  readonly entries?: { readonly form: 'pair' | 'item'; readonly starts: readonly number[] };
}

/** What a line looks like to the splitter. */
interface LineShape {
  readonly start: number;
  /**
   * Column of the first character that is no space; -1 for blank and comment lines. A tab never indents in YAML:
   * such a line counts as deep inside whatever it follows, whose parse then names the tab.
   */
  readonly column: number;
  /** Code of that character. */
  readonly first: number;
  /** Whether a dash and a blank (or nothing) follow. */
  readonly dash: boolean;
}

const INSIDE = Number.MAX_SAFE_INTEGER;
const TAB = 9;
const SPACE = 32;
const HASH = 35;
const DASH = 45;

/** The chunks of `text` between two offsets, in order, without gaps: the first starts at `from`. */
export function splitYaml(text: string, from: number, to: number): Chunk[] {
  const lines = shapes(text, from, to);
  const first = lines.find(line => line.column >= 0);
  if (first === undefined || first.column !== 0 || !startsBlock(text, first, to)) {
    return from === to ? [] : [{ start: from, end: to, form: 'whole' }];
  }
  const list = first.dash;
  const chunks: Chunk[] = [];
  let begin = from;
  let member: LineShape[] = [];
  const close = (end: number): void => {
    if (member.length > 0) chunks.push(chunk(text, begin, end, member, list));
  };
  for (const line of lines) {
    const boundary =
      line.column === 0 && !isCloser(line.first) && (list ? line.dash || member.length === 0 : !line.dash);
    if (boundary && member.some(each => each.column >= 0)) {
      close(line.start);
      begin = line.start;
      member = [];
    }
    member.push(line);
  }
  close(to);
  return chunks;
}

function chunk(text: string, start: number, end: number, member: readonly LineShape[], list: boolean): Chunk {
  if (list) return { start, end, form: 'item' };
  const head = member.findIndex(line => line.column >= 0);
  const key = member[head];
  const entries = key === undefined ? undefined : entriesOf(text, key, member.slice(head + 1), end);
  return entries === undefined ? { start, end, form: 'pair' } : { start, end, form: 'pair', entries };
}

/** The entries under a key whose own line ends behind the colon; undefined when it is better parsed whole. */
function entriesOf(
  text: string,
  key: LineShape,
  below: readonly LineShape[],
  end: number,
): Chunk['entries'] | undefined {
  const first = below.find(line => line.column >= 0);
  if (
    first === undefined ||
    !/^[^\s#'"[{&*!|>%@`?-][^\r\n'"[{]*:[ \t]*(?:#[^\r\n]*)?$/.test(lineText(text, key.start, end))
  )
    return undefined;
  if (first.column === INSIDE || (first.column === 0 && !first.dash)) return undefined;
  if (!first.dash && !looksLikeKey(lineText(text, first.start, end))) return undefined;
  const starts: number[] = [];
  for (const line of below) {
    if (line.column < 0 || isCloser(line.first)) continue;
    if (line.column < first.column) return undefined;
    if (line.column === first.column) {
      if (line.dash !== first.dash) return undefined;
      starts.push(line.start);
    }
  }
  if (starts.length < 2) return undefined;
  return { form: first.dash ? 'item' : 'pair', starts };
}

function startsBlock(text: string, line: LineShape, to: number): boolean {
  return line.dash || looksLikeKey(lineText(text, line.start, to));
}

function looksLikeKey(line: string): boolean {
  return /^\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'"[{&*!|>%@`?,\]}][^\r\n]*?)\s*:(?:\s|$)/.test(line);
}

function isCloser(code: number): boolean {
  return code === 93 || code === 125; // ] }
}

function lineText(text: string, start: number, end: number): string {
  let stop = start;
  while (stop < end && text.charCodeAt(stop) !== 10 && text.charCodeAt(stop) !== 13) stop += 1;
  return text.slice(start, stop);
}

function shapes(text: string, from: number, to: number): LineShape[] {
  const lines: LineShape[] = [];
  let start = from;
  while (start < to) {
    let offset = start;
    while (offset < to && text.charCodeAt(offset) === SPACE) offset += 1;
    const tabbed = text.charCodeAt(offset) === TAB;
    const column = tabbed ? INSIDE : offset - start;
    while (offset < to && isBlank(text.charCodeAt(offset))) offset += 1;
    const first = offset < to ? text.charCodeAt(offset) : 10;
    const bare = first === 10 || first === 13 || first === HASH;
    const next = text.charCodeAt(offset + 1);
    const dash = first === DASH && (offset + 1 >= to || isBlank(next) || next === 10 || next === 13);
    lines.push({ start, column: bare ? -1 : column, first, dash });
    while (offset < to && text.charCodeAt(offset) !== 10 && text.charCodeAt(offset) !== 13) offset += 1;
    if (offset < to) offset += text.charCodeAt(offset) === 13 && text.charCodeAt(offset + 1) === 10 ? 2 : 1;
    start = offset;
  }
  return lines;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}
