/** What a reviewer has written: `NAME YYYY-MM-DD: text`, as it stands in a comment of ours. */
export interface ReviewNote {
  readonly by: string;
  /** YYYY-MM-DD as written. */
  readonly on: string;
  readonly text: string;
}

/** The word that a comment begins with. */
export const REVIEW_WORD = 'clausewright-review';

/** How a comment is written: HTML in Markdown, a comment of YAML elsewhere. */
export type NoteStyle = 'html' | 'yaml';

/** Reads what stands between the marks of a comment; undefined for any other comment. */
export function noteOf(inner: string, style: NoteStyle): ReviewNote | undefined {
  const said = inner.trim();
  if (!said.startsWith(`${REVIEW_WORD} `)) return undefined;
  const rest = plain(said.slice(REVIEW_WORD.length));
  const date = /(?:^| )(\d{4}-\d{2}-\d{2}):(?= |$)/.exec(rest);
  const by = date === null ? '' : rest.slice(0, date.index).trim();
  if (date === null || by === '') return undefined;
  const text = rest.slice(date.index + date[0].length).trim();
  const read = style === 'html' ? unescaped : (same: string): string => same;
  return { by: read(by), on: date[1] ?? '', text: read(text) };
}

/** Writes a note as a comment of one line, which {@link noteOf} reads back. */
export function noteText({ by, on, text }: ReviewNote, style: NoteStyle): string {
  const name = plain(by).replace(/(\d{4}-\d{2}-\d{2}):/g, '$1');
  const said = `${REVIEW_WORD} ${name} ${on}: ${plain(text)}`;
  return style === 'html' ? `<!-- ${escaped(said)} -->` : `# ${said}`;
}

/**
 * A text without the review comments in it: a question about a text is no change of it, so sign-offs are for what is
 * left. Comments count that stand on one line, alone or, in HTML, behind other text.
 */
export function withoutNotes(text: string): string {
  if (!text.includes(REVIEW_WORD)) return text;
  const pieces: string[] = [];
  let done = 0;
  for (let hit = text.indexOf(REVIEW_WORD); hit >= 0; hit = text.indexOf(REVIEW_WORD, done)) {
    const { start, end, next } = lineAround(text, hit);
    const from = Math.max(start, done);
    const line = text.slice(from, end);
    pieces.push(text.slice(done, from));
    const left = withoutNotesIn(line);
    if (left === line) pieces.push(text.slice(from, next));
    else if (left.trim() !== '') pieces.push(left, text.slice(end, next));
    done = next;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}

function withoutNotesIn(line: string): string {
  const yaml = /^[ \t]*#(.*)$/.exec(line)?.[1];
  if (yaml !== undefined) return noteOf(yaml, 'yaml') === undefined ? line : '';
  let left = '';
  let done = 0;
  for (let open = line.indexOf('<!--'); open >= 0; open = line.indexOf('<!--', done)) {
    const close = line.indexOf('-->', open + 4);
    if (close < 0) break;
    const isNote = noteOf(line.slice(open + 4, close), 'html') !== undefined;
    left += isNote ? withoutBlanks(line.slice(done, open)) : line.slice(done, close + 3);
    done = close + 3;
  }
  return left + line.slice(done);
}

function lineAround(text: string, offset: number): { start: number; end: number; next: number } {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start -= 1;
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end += 1;
  const crlf = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10;
  return { start, end, next: Math.min(text.length, end + (crlf ? 2 : 1)) };
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** Without blanks at the end. */
function withoutBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end -= 1;
  return text.slice(0, end);
}

/** On one line. Control characters would hide what is said. */
function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** An HTML comment ends at `-->`, and in browsers at `--!>` too. */
function escaped(text: string): string {
  return text
    .replace(/&(?=(?:gt|amp|#45);)/g, '&amp;')
    .replace(/(--!?)>/g, '$1&gt;')
    .replace(/-$/, '&#45;');
}

function unescaped(text: string): string {
  return text.replace(/&(gt|amp|#45);/g, (_, name: string) =>
    name === 'gt' ? '>' : name === 'amp' ? '&' : '-',
  );
}
