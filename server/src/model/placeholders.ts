import type { Block } from '../syntax/markdown/blocks.ts';
import { CodeSpans } from '../syntax/markdown/codespans.ts';
import type { Section } from '../syntax/markdown/section.ts';
import type { Local } from '../text/span.ts';
import { requestsIn, untickedIn } from './unanswered.ts';

/** Text that stands where the author has still to write. The span is local to its section. */
export interface Placeholder extends Local {
  /** The characters as written. */
  readonly text: string;
}

/** Marks that stand for missing text wherever they occur outside of code. */
const MARKS = [
  /\[\s*(?:(?:more|further) information (?:is )?needed|needs? more information|information needed)\s*\]/gi,
  /\[\s*(?:to be (?:added|completed|determined|filled(?: in)?)|fill (?:in|me)(?: [^\][]{0,40})?|add (?:your |the )?[^\][]{0,40} here)\s*\](?!\()/gi,
  /\[\s*(?:to[- ]?do|tb[ad]|fixme|placeholder)\b[^\][\r\n]{0,80}\](?![([:])/gi,
  /\[(?:your|insert|enter|describe|specify|add|provide|replace)\b[^\][\r\n]{0,80}\](?![([:])/gi,
  /\[(?:name|date|email|author|organi[sz]ation|company(?: name)?|model name|system name|version|role|title|yyyy-mm-dd)\](?![([:])/gi,
  /(?<![\w)\]])\[[XN]\](?![([:])(?<!^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+\[[XN]\])/gm,
  /\{\{(?!\s*insert:)[^{}\r\n]{0,120}\}\}/g,
  /\blorem ipsum dolor\b[^.\r\n]{0,60}/gi,
  /<(?:your|insert|enter)[ -][^<>\r\n]{1,60}>|<(?:to[- ]?do|tb[ad]|placeholder)>/gi,
] as const;

/** Text that is a placeholder only when it is all of a line, a list item, a cell or a labelled value. */
const WHOLE =
  /^(?:\()?(?:to[- ]?do|tb[ad]|to be (?:added|announced|completed|decided|defined|determined|done|filled(?: in)?|provided|updated|written)|coming soon|(?:(?:more|further) )?(?:details?|information|results?|documentation|description|paper|evaluation)(?: is| are)? (?:coming soon|to come|to follow|will follow|will be (?:added|provided|published|updated|released)(?: (?:here|soon|later|shortly))?)|(?:more|further) information (?:is )?needed|needs? more information|information needed|work in progress|wip|fixme|xxx+|xx+ ?%|x+\.x+ ?%?|placeholder|insert (?:text |\w+ )?here|\.{3,}|…+|_{3,}|\?{2,})(?:\))?(?:[.!…]{1,3}|\s*[:—-]\s.*)?$/i;
/** Of these, what a cell of a table holds for other reasons as well: a row left out, a blank to fill in by hand. */
const IN_TABLES = /^(?:\.{3,}|…+|_{3,}|\?{2,}|xxx+)$/i;

const LABEL = /^(?:(?:\*\*|__)[^*_\r\n]{1,80}(?::(?:\*\*|__)|(?:\*\*|__)\s*:))[ \t]*/;
/** Labels of links that many templates list and few documents have: an empty one tells a reader nothing is there. */
const OPTIONAL =
  /(?:\*\*|__)\s*(?:paper|leaderboard|home ?page|repository|website|demo|blog(?: ?post)?|code|github|arxiv|doi|twitter|discord|links?|acknowledge?ments?)\b[^*_:]{0,30}(?::|\*\*|__)/i;
const MARKER = /^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])(?=[ \t]|$))?[ \t]*(?:\[[ xX]\][ \t]+)?/;

/** The marks of missing text in a single value, such as one of YAML; offsets are relative to the value. */
export function marksIn(value: string): readonly Placeholder[] {
  if (!/[[{<]|lorem/i.test(value)) return [];
  return MARKS.flatMap(pattern =>
    [...value.matchAll(pattern)].map(hit => ({
      from: hit.index,
      to: hit.index + hit[0].length,
      text: hit[0],
    })),
  );
}

/** Whether a whole value is nothing but a placeholder: `TODO`, `TBD: ask legal`, `...`. */
export function isPlaceholderValue(value: string): boolean {
  const text = value.trim();
  return WHOLE.test(text);
}

/** The placeholders of a section, in the order of the text. Comments and code hold none. */
export function placeholdersIn(section: Section): readonly Placeholder[] {
  const found: Placeholder[] = [];
  const text = masked(section);
  for (const block of section.content) {
    if (block.kind === 'code' || block.kind === 'rule') continue;
    marks(text, block, found);
    if (block.kind === 'paragraph') wholeLines(section, text, block, found);
    else if (block.kind === 'table') wholeCells(text, block, found);
  }
  found.push(...requestsIn(section, text), ...untickedIn(section, text));
  return found
    .sort((a, b) => a.from - b.from)
    .filter((each, index, all) => index === 0 || each.from >= (all[index - 1]?.to ?? 0));
}

/** The section's text with comments blanked, offsets unchanged. */
export function withoutComments(section: Section): string {
  return section.comments.length === 0 ? section.text : section.derive(commentsBlanked);
}

function commentsBlanked({ text, comments }: Section): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { from, to } of comments) {
    pieces.push(text.slice(done, from), text.slice(from, to).replace(/[^\r\n]/g, ' '));
    done = to;
  }
  return pieces.join('') + text.slice(done);
}

/** The section's text with comments and code spans blanked, offsets unchanged. */
export function masked(section: Section): string {
  return section.derive(codeBlanked);
}

function codeBlanked(section: Section): string {
  const text = withoutComments(section);
  if (!text.includes('`')) return text;
  const code = new CodeSpans(text, { from: 0, to: text.length });
  const pieces: string[] = [];
  let done = 0;
  for (let tick = text.indexOf('`'); tick >= 0; ) {
    const end = code.behind(tick);
    const span = text.slice(tick, end);
    const onOneLine = /^`+[^`]/.test(span) && !/[\r\n]/.test(span);
    if (onOneLine) {
      pieces.push(text.slice(done, tick), ' '.repeat(span.length));
      done = end;
    }
    tick = text.indexOf('`', onOneLine ? end : tick + (/^`+/.exec(span)?.[0].length ?? 1));
  }
  return pieces.join('') + text.slice(done);
}

function marks(text: string, block: Block, found: Placeholder[]): void {
  for (const mark of marksIn(text.slice(block.from, block.to)))
    found.push({ from: block.from + mark.from, to: block.from + mark.to, text: mark.text });
}

function wholeLines(section: Section, text: string, block: Block, found: Placeholder[]): void {
  const lines = /[^\r\n]+/g;
  const raw = text.slice(block.from, block.to);
  for (const line of raw.matchAll(lines)) {
    const marker = MARKER.exec(line[0])?.[0].length ?? 0;
    const label = LABEL.exec(line[0].slice(marker))?.[0].length ?? 0;
    const value = line[0]
      .slice(marker + label)
      .trim()
      .replace(/^[*_]+/, '')
      .replace(/(?<![*_])[*_]+$/, '');
    const from = block.from + line.index;
    if (WHOLE.test(value)) {
      const start = from + marker + label + line[0].slice(marker + label).search(/\S/);
      found.push({
        from: start,
        to: from + line[0].trimEnd().length,
        text: text.slice(start, from + line[0].trimEnd().length),
      });
    } else if (
      label > 0 &&
      value === '' &&
      !OPTIONAL.test(line[0]) &&
      !isCode(section, from, line[0]) &&
      isUnanswered(text, block, from + line[0].length)
    ) {
      const start = from + marker;
      found.push({
        from: start,
        to: from + line[0].trimEnd().length,
        text: text.slice(start, from + line[0].trimEnd().length),
      });
    }
  }
}

/** Cells that hold nothing but a mark of missing text, those of the header left out. */
function wholeCells(text: string, block: Block, found: Placeholder[]): void {
  const [, , ...lines] = text.slice(block.from, block.to).matchAll(/[^\r\n]+/g);
  for (const line of lines) {
    for (const cell of line[0].matchAll(/[^|]+/g)) {
      const value = cell[0].trim();
      const plain = value.replace(/^[*_]+/, '').replace(/(?<![*_])[*_]+$/, '');
      if (value === '' || plain.length > 60 || IN_TABLES.test(plain) || !WHOLE.test(plain)) continue;
      const from = block.from + line.index + cell.index + cell[0].indexOf(value);
      found.push({ from, to: from + value.length, text: value });
    }
  }
}

/** Whether code stands where the masked line shows blanks. */
function isCode(section: Section, from: number, line: string): boolean {
  return /`[^`]*[^\s`]/.test(section.text.slice(from, from + line.length));
}

/** A label in a list is unanswered when another item follows, or nothing; text or a deeper list answers it. */
function isUnanswered(text: string, block: Block, end: number): boolean {
  if (block.depth === 0) return false;
  const rest = /^(?:[ \t]*(?:\r\n|\n|\r))*([ \t]*)([^\r\n]*)/.exec(text.slice(end));
  const next = rest?.[2] ?? '';
  if (next === '') return true;
  const line = text.slice(Math.max(text.lastIndexOf('\n', block.from - 1), 0), end);
  const indent = /^\n?([ \t]*)/.exec(line)?.[1]?.length ?? 0;
  return /^(?:[-*+]|\d{1,3}[.)])[ \t]/.test(next) ? (rest?.[1]?.length ?? 0) <= indent : /^#/.test(next);
}
