import type { Local } from '../../text/span.ts';
import type { Block } from './blocks.ts';

/** A heading; its span holds the title's characters without `#` marks, attributes or underline. */
export interface Heading extends Local {
  /** 1–6; 7 for a bold line that stands for a heading. */
  readonly level: number;
  /** The title without inline marks, links, attributes and emoji. */
  readonly title: string;
  /** `#id` given by `{#id}` behind the title. */
  readonly id: string | undefined;
  readonly style: 'atx' | 'setext' | 'html' | 'bold';
  /** Offset at which the heading's first line begins. */
  readonly lineStart: number;
  /** Offset behind the heading's last line, its line break not included. */
  readonly blockEnd: number;
}

const ATX = /^[ \t]{0,3}#{1,6}(?=[ \t]|$)[ \t]*(.*?)(?:[ \t]+#+)?[ \t]*$/;
const ATTRIBUTES = /[ \t]*\{:?[ \t]*([^{}]*)\}[ \t]*$/;

/** Reads a heading block. `text` is what the block's offsets refer to. */
export function headingOf(block: Block, text: string): Heading {
  const raw = text.slice(block.from, block.to);
  const setext = block.info !== '';
  const line = setext ? raw.replace(/[\r\n]+[^\r\n]*$/, '') : raw;
  const body = setext ? line.trim() : (ATX.exec(line)?.[1] ?? line.trim());
  const attributes = ATTRIBUTES.exec(body);
  const title = attributes === null ? body : body.slice(0, attributes.index);
  const from = block.from + Math.max(0, line.indexOf(title, setext ? 0 : line.search(/#[ \t]|#$/) + 1));
  return {
    from,
    to: from + title.length,
    level: block.level,
    title: plainTitle(title),
    id:
      /(?:^|\s)#([^\s}]+)/.exec(attributes?.[1] ?? '')?.[1] ??
      /<a\s+(?:id|name)=["']([^"']+)["']/.exec(body)?.[1],
    style: setext ? 'setext' : 'atx',
    lineStart: block.from,
    blockEnd: block.to,
  };
}

/** A title as a reader sees it: no emphasis marks, link targets, HTML tags or code ticks. */
export function plainTitle(raw: string): string {
  return raw
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`)/g, '')
    .replace(/(^|[^\w])[*_]([^*_]+)[*_](?=[^\w]|$)/g, '$1$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}
