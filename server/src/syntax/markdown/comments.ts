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
  if (!text.includes('<!--')) return [];
  const found: HtmlComment[] = [];
  for (const block of blocks) {
    if (block.kind === 'code' || block.kind === 'rule') continue;
    let from = text.indexOf('<!--', Math.max(block.from, found.at(-1)?.to ?? 0));
    while (from >= 0 && from < block.to) {
      const close = text.indexOf('-->', from + 4);
      const closed = close >= 0 && close < block.to;
      const inner = { from: from + 4, to: closed ? close : block.to };
      const to = closed ? close + 3 : block.to;
      if (!insideTicks(text, block.from, from))
        found.push({ from, to, inner, text: text.slice(inner.from, inner.to).trim() });
      from = text.indexOf('<!--', to);
    }
  }
  return found;
}

/** Whether an odd number of code ticks stands before an offset in its own line. */
function insideTicks(text: string, blockStart: number, offset: number): boolean {
  const line = Math.max(blockStart, text.lastIndexOf('\n', offset - 1) + 1);
  return (text.slice(line, offset).match(/`/g)?.length ?? 0) % 2 === 1;
}
