import type { Block } from '../syntax/markdown/blocks.ts';
import type { Heading } from '../syntax/markdown/heading.ts';
import { rawComments } from '../syntax/markdown/raw-comments.ts';
import type { Section } from '../syntax/markdown/section.ts';
import { plainTitle } from '../syntax/markdown/title.ts';

/**
 * What stands for a heading though Markdown knows none there: HTML headings, lone bold lines, and `##Title` without the
 * blank behind the marks. In the order of the text.
 */
export function pseudoHeadingsIn(section: Section): readonly Heading[] {
  return section.content.flatMap(block => {
    if (block.kind === 'html') return htmlHeadings(block, section.text);
    if (block.kind !== 'paragraph' || block.depth > 0) return [];
    return lineHeading(block, section.slice(block)) ?? [];
  });
}

/** A longer line is no title. */
const LONGEST = 300;
const OPEN = /<h([1-6])((?:\s[^<>]*)?)>/gi;
const CLOSE = /<\/h[1-6]\s*>/gi;

/** Every `<h1>` to `<h6>` of a block that is closed in it; comments hold none. */
function htmlHeadings(block: Block, text: string): Heading[] {
  const raw = text.slice(block.from, block.to);
  if (!/<h[1-6]/i.test(raw)) return [];
  const headings: Heading[] = [];
  const comments = rawComments(raw);
  const closings = [...raw.matchAll(CLOSE)];
  let next = 0;
  let passed = 0;
  let done = 0;
  for (const open of raw.matchAll(OPEN)) {
    if (open.index < done) continue;
    const from = open.index + open[0].length;
    while ((closings[next]?.index ?? Number.POSITIVE_INFINITY) < from) next += 1;
    const close = closings[next];
    if (close === undefined) break;
    done = close.index + close[0].length;
    const inner = raw.slice(from, close.index);
    while ((comments[passed]?.to ?? Number.POSITIVE_INFINITY) <= open.index) passed += 1;
    const hidden = (comments[passed]?.from ?? Number.POSITIVE_INFINITY) < open.index;
    if (hidden || inner.length > LONGEST * 4) continue;
    headings.push({
      ...place(block.from + from, inner),
      level: Number(open[1]),
      id: /\sid=["']([^"']+)["']/i.exec(open[2] ?? '')?.[1],
      style: 'html',
      lineStart: block.from + open.index,
      blockEnd: block.from + done,
    });
  }
  return headings;
}

const BOLD = /^[ \t]{0,3}(\*\*|__)(?=\S)((?:(?!\1)[^\r\n])+)\1[ \t]*(?::[ \t]*)?$/;
const BOLD_TAG = /^[ \t]{0,3}<(b|strong)>([^<>\r\n]+)<\/\1>[ \t]*(?::[ \t]*)?(?:<br ?\/?>)?$/i;
/** Marks without a blank behind them; one mark alone is a hashtag as often as a heading. */
const UNSPACED = /^[ \t]{0,3}#{2,6}(?=[\p{L}*])([^#\r\n]+)$/u;

/** A paragraph of one line that is a title. */
function lineHeading(block: Block, raw: string): Heading | undefined {
  if (raw.length > LONGEST) return undefined;
  const inner = BOLD.exec(raw)?.[2] ?? BOLD_TAG.exec(raw)?.[2] ?? UNSPACED.exec(raw)?.[1];
  if (inner === undefined) return undefined;
  return {
    ...place(block.from + raw.indexOf(inner), inner),
    level: 7,
    id: undefined,
    style: 'bold',
    lineStart: block.from,
    blockEnd: block.to,
  };
}

/** A title without the blanks and the colon around it. */
function place(offset: number, raw: string): { from: number; to: number; title: string } {
  const lead = raw.length - raw.trimStart().length;
  const from = offset + lead;
  return { from, to: from + raw.trim().length, title: plainTitle(raw).replace(/:$/, '') };
}
