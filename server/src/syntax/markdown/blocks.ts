import type { Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import { Lines } from '../../text/lines.ts';
import type { Local } from '../../text/span.ts';

/** What a stretch of Markdown is, as far as this product needs to know. Containers are given by `depth` only. */
export type BlockKind = 'paragraph' | 'heading' | 'code' | 'html' | 'table' | 'rule';

/** A leaf block: whole lines, with the marks of the lists and quotes around it. */
export interface Block extends Local {
  readonly kind: BlockKind;
  /** 0 outside of lists and quotes. */
  readonly depth: number;
  /** Heading level 1–6; 0 for every other kind. */
  readonly level: number;
  /** The info string of a fence, the underline of a setext heading; else empty. */
  readonly info: string;
}

/** Reads the block structure of Markdown (CommonMark with tables); inline marks are left to the scanners. */
export type BlockParser = (text: string) => Block[];

/** A parser of its own; making one costs about a millisecond, so keep it. */
export function createBlockParser(): BlockParser {
  const parser = new MarkdownIt({ html: true });
  parser.core.ruler.disable(['inline', 'linkify', 'replacements', 'smartquotes']);
  return text => {
    const lines = Lines.of(text);
    const blocks: Block[] = [];
    for (const token of parser.parse(text, {})) {
      const kind = KINDS[token.type];
      if (kind === undefined || token.map === null) continue;
      const [first, after] = token.map;
      blocks.push({
        kind,
        depth: token.level,
        ...heading(token),
        from: lines.start(first),
        to: contentEnd(lines, first, after, text),
      });
    }
    return blocks;
  };
}

const KINDS: Readonly<Record<string, BlockKind>> = {
  paragraph_open: 'paragraph',
  heading_open: 'heading',
  fence: 'code',
  code_block: 'code',
  html_block: 'html',
  table_open: 'table',
  hr: 'rule',
};

function heading(token: Token): { level: number; info: string } {
  const level = token.type === 'heading_open' ? Number(token.tag.slice(1)) : 0;
  const info = level > 0 && !token.markup.startsWith('#') ? token.markup : token.info;
  return { level, info };
}

/** Blocks end behind their last character: trailing blank lines that the parser counts in are left out. */
function contentEnd(lines: Lines, first: number, after: number, text: string): number {
  let last = Math.max(first, after - 1);
  while (last > first && text.slice(lines.start(last), lines.end(last)).trim() === '') last -= 1;
  return lines.contentEnd(last, text);
}
