import { detached } from '../../text/detached.ts';
import type { Placed, Span } from '../../text/span.ts';
import type { Block, BlockParser } from './blocks.ts';
import { Section } from './section.ts';

/** The body of a Markdown file as sections in the order of the text, without gaps. */
export interface MarkdownTree {
  readonly span: Span;
  readonly sections: readonly Placed<Section>[];
}

/** What an incremental parse may reuse: the tree before, and the replacement that was made since. */
export interface MarkdownReuse {
  readonly tree: MarkdownTree;
  /** The replaced stretch of the text before. */
  readonly replaced: Span;
  /** Length of what replaced it. */
  readonly inserted: number;
}

/**
 * Parses the Markdown between two offsets of a file.
 *
 * A heading at the outermost level closes whatever stood open before it. The parse of what follows it therefore
 * depends on the text from there on alone; with `reuse`, only the stretch between the last heading before the
 * edit and the next one behind it is parsed again, and the result is kept only where that next heading is still
 * one. Everything else is a full parse.
 */
export function parseMarkdown(
  parse: BlockParser,
  text: string,
  span: Span,
  reuse?: MarkdownReuse,
): MarkdownTree {
  const spliced = reuse === undefined ? undefined : splice(parse, text, span, reuse);
  return { span, sections: spliced ?? sectionsOf(text.slice(span.start, span.end), span.start, parse) };
}

function sectionsOf(text: string, start: number, parse: BlockParser): Placed<Section>[] {
  return cut(text, parse(text)).map(piece => ({ start: start + piece.start, value: piece.value }));
}

/** Cuts a text at its outermost headings. */
function cut(text: string, blocks: readonly Block[]): Placed<Section>[] {
  const sections: Placed<Section>[] = [];
  const starts = blocks
    .filter(block => block.kind === 'heading' && block.depth === 0)
    .map(block => block.from);
  if (starts[0] !== 0 && text.length > 0) starts.unshift(0);
  let next = 0;
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? text.length;
    const own: Block[] = [];
    for (let block = blocks[next]; block !== undefined && block.from < end; block = blocks[next]) {
      own.push({ ...block, from: block.from - start, to: Math.min(block.to, end) - start });
      next += 1;
    }
    sections.push({ start, value: new Section(text.slice(start, end), own) });
  }
  return sections;
}

function splice(
  parse: BlockParser,
  text: string,
  span: Span,
  reuse: MarkdownReuse,
): Placed<Section>[] | undefined {
  const { tree, replaced, inserted } = reuse;
  const delta = inserted - (replaced.end - replaced.start);
  if (replaced.end <= tree.span.start && span.start === tree.span.start + delta)
    return moved(tree.sections, delta);
  if (replaced.start < tree.span.start || span.start !== tree.span.start) return undefined;
  const first = firstTouched(tree.sections, replaced.start);
  const behind = tree.sections.findIndex(
    ({ start, value }, index) => index > first && start >= replaced.end && isFirm(value),
  );
  const begin = tree.sections[first]?.start ?? span.start;
  const anchor = behind < 0 ? undefined : tree.sections[behind];
  if (anchor === undefined)
    return [
      ...tree.sections.slice(0, first),
      ...sectionsOf(detached(text.slice(begin, span.end)), begin, parse),
    ];
  const anchorStart = anchor.start + delta;
  const region = detached(text.slice(begin, anchorStart + (anchor.value.heading?.blockEnd ?? 0)));
  const blocks = parse(region);
  const last = blocks.at(-1);
  const held =
    last?.kind === 'heading' &&
    last.depth === 0 &&
    begin + last.from === anchorStart &&
    last.level === anchor.value.heading?.level;
  if (!held) return undefined;
  const fresh = cut(region, blocks)
    .slice(0, -1)
    .map(piece => ({ start: begin + piece.start, value: piece.value }));
  return [...tree.sections.slice(0, first), ...fresh, ...moved(tree.sections.slice(behind), delta)];
}

/** The last section whose heading lies wholly before the edit, so that its parse begins on firm ground. */
function firstTouched(sections: readonly Placed<Section>[], offset: number): number {
  const index = sections.findLastIndex(
    ({ start, value }) =>
      value.heading !== undefined && start + value.heading.blockEnd < offset && isFirm(value),
  );
  return Math.max(0, index);
}

/**
 * Whether a section's heading is one whatever follows it. An underlined title that begins with a bracket is none: the
 * lines below may make a link's definition of it.
 */
function isFirm({ heading, text }: Section): boolean {
  return heading?.style === 'atx' || !/^[ \t]*\[/.test(text);
}

function moved(sections: readonly Placed<Section>[], delta: number): Placed<Section>[] {
  return sections.map(({ start, value }) => ({ start: start + delta, value }));
}
