import type { Local } from '../../text/span.ts';
import type { Block } from './blocks.ts';

/** An HTML comment; its span holds the marks, `inner` the offsets between them. */
export interface HtmlComment extends Local {
  readonly inner: Local;
  /** What stands between the marks, trimmed. */
  readonly text: string;
}

/** The HTML comments of a text, those in code left out. An unclosed one ends with the block it stands in. */
export function findComments(text: string, blocks: readonly Block[]): HtmlComment[] {
  const found: HtmlComment[] = [];
  const openings = new Finder(text, '<!--');
  const closings = new Finder(text, '-->');
  for (const block of blocks) {
    if (block.kind === 'code' || block.kind === 'rule') continue;
    let counted = { at: block.from, ticks: 0 };
    let from = openings.from(Math.max(block.from, found.at(-1)?.to ?? 0));
    while (from < block.to) {
      const close = closings.from(from + 4);
      const closed = close < block.to;
      const inner = { from: Math.min(from + 4, block.to), to: closed ? close : block.to };
      const to = closed ? close + 3 : block.to;
      counted = { at: from, ticks: ticksIn(text, counted.at, from, counted.ticks) };
      if (counted.ticks % 2 === 0)
        found.push({ from, to, inner, text: text.slice(inner.from, inner.to).trim() });
      from = openings.from(to);
    }
  }
  return found;
}

/** Finds a string at or behind ascending offsets, and looks at no character twice. */
class Finder {
  private readonly text: string;
  private readonly sought: string;
  private next = -1;

  constructor(text: string, sought: string) {
    this.text = text;
    this.sought = sought;
  }

  /** Offset of the next occurrence; infinite when there is none. */
  from(offset: number): number {
    if (this.next < offset) {
      const hit = this.text.indexOf(this.sought, offset);
      this.next = hit < 0 ? Number.POSITIVE_INFINITY : hit;
    }
    return this.next;
  }
}

/** Code ticks in front of `to` in its own line, of which `before` stand in front of `from`. */
function ticksIn(text: string, from: number, to: number, before: number): number {
  let ticks = before;
  for (let offset = from; offset < to; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 10 || code === 13) ticks = 0;
    else if (code === 96) ticks += 1;
  }
  return ticks;
}
