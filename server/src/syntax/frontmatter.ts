import type { Span } from '../text/span.ts';

/** Where a Markdown file's front matter lies. Offsets are UTF-16 code units of the file. */
export interface FrontMatter {
  /** `closed`: both fences stand; `unclosed`: the second is missing, and the rest of the file is the body. */
  readonly state: 'none' | 'closed' | 'unclosed';
  /** The opening fence line without its line break; empty where there is none. */
  readonly open: Span;
  /** The YAML between the fences, with its last line break. */
  readonly content: Span;
  /** The closing fence line without its line break. */
  readonly close: Span;
  /** Where the Markdown body begins. */
  readonly body: number;
  /** Whether blank lines stand before the opening fence, which some readers refuse. */
  readonly blankBefore: boolean;
}

const BLANK_LINES = /^\uFEFF?(?:[ \t]*(?:\r\n|\n|\r))*/;
const FENCE = /^---[ \t]*$/;

/** Splits the front matter off a Markdown text. Never fails: a text without any gives state `none`. */
export function splitFrontMatter(text: string): FrontMatter {
  const lead = BLANK_LINES.exec(text)?.[0] ?? '';
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const blankBefore = lead.length > bom;
  const first = lineEnd(text, lead.length);
  if (text.slice(lead.length, first) !== '---') return none(bom);
  const open = { start: lead.length, end: first };
  const from = nextLine(text, first);
  for (let line = from; line < text.length; ) {
    const end = lineEnd(text, line);
    if (FENCE.test(text.slice(line, end))) {
      const content = { start: from, end: line };
      if (isProse(text.slice(from, line))) return none(bom);
      return {
        state: 'closed',
        open,
        content,
        close: { start: line, end },
        body: nextLine(text, end),
        blankBefore,
      };
    }
    line = nextLine(text, end);
  }
  return unclosed(text, open, from, blankBefore);
}

/** What a line of YAML may begin with: a key, a list item, a bracket, a template's mark. */
const YAML_LINE = /^(?:[^\s#][^\r\n]*?:(?:\s|$)|-(?:\s|$)|[[{])/;

/** Text between two thematic breaks: it has lines, and none of them could be YAML but for comments. */
function isProse(content: string): boolean {
  const lines = content.split(/\r\n?|\n/).filter(line => !/^\s*(?:#|$)/.test(line));
  return lines.length > 0 && !lines.some(line => YAML_LINE.test(line));
}

/** An opening fence is front matter that was never closed only when keys follow; else it is a thematic break. */
function unclosed(text: string, open: Span, from: number, blankBefore: boolean): FrontMatter {
  let end = from;
  while (end < text.length) {
    const stop = lineEnd(text, end);
    const line = text.slice(end, stop);
    if (!/^(?:[\w][\w-]*\s*:(?:\s|$)|\s+\S|- |\s*#(?!#)|\s*$)/.test(line) || /^#{1,6} /.test(line)) break;
    end = nextLine(text, stop);
  }
  const keys = text.slice(from, end);
  if (!/^[\w][\w-]*\s*:(?:\s|$)/.test(keys)) return none(open.start);
  const close = { start: end, end };
  return { state: 'unclosed', open, content: { start: from, end }, close, body: end, blankBefore };
}

function none(body: number): FrontMatter {
  const empty = { start: body, end: body };
  return { state: 'none', open: empty, content: empty, close: empty, body, blankBefore: false };
}

function lineEnd(text: string, from: number): number {
  for (let offset = from; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 10 || code === 13) return offset;
  }
  return text.length;
}

function nextLine(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
