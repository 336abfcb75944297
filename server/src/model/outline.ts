import GithubSlugger from 'github-slugger';
import type { Block } from '../syntax/markdown/blocks.ts';
import { type Heading, plainTitle } from '../syntax/markdown/heading.ts';
import type { Section } from '../syntax/markdown/section.ts';
import type { MarkdownTree } from '../syntax/markdown/tree.ts';
import { at, type Placed, type Span } from '../text/span.ts';

/** A heading with the text it stands over; offsets are UTF-16 code units of the file. */
export interface OutlineItem {
  readonly title: string;
  /** 1–6; 7 for a bold line used as a heading, 0 for the text before the first heading. */
  readonly level: number;
  readonly style: Heading['style'] | 'none' | 'key';
  /** The title's characters. */
  readonly heading: Span;
  /** From behind the heading to the next heading of any level. */
  readonly own: Span;
  /** From behind the heading to the next heading of the same or a higher level: what a link to it stands for. */
  readonly extent: Span;
  /** The part of a link behind `#`, as GitHub makes it; undefined for bold lines, which nothing can link to. */
  readonly slug: string | undefined;
  /** Ids that the author gave: `{#id}`, `<a id="…">`. */
  readonly ids: readonly string[];
  /** The section of the tree that holds the heading. */
  readonly section: Placed<Section>;
  /** Index in the outline of the heading this one stands under; -1 at the outermost level. */
  readonly parent: number;
}

interface Found {
  /** Absent for the text before the first heading. */
  readonly heading: Heading | undefined;
  readonly section: Placed<Section>;
  /** Offset of the heading's line. */
  readonly line: number;
}

/** All headings of a body in the order of the text, also HTML headings and bold lines that stand for one. */
export function outlineOf(tree: MarkdownTree): OutlineItem[] {
  const found = tree.sections.flatMap(foundIn);
  const ends = closings(found, tree.span.end);
  const slugger = new GithubSlugger();
  const open: number[] = [];
  return found.map(({ heading, section, line }, index) => {
    const level = levelOf(found[index]);
    while (open.length > 0 && levelOf(found[open.at(-1) ?? 0]) >= level) open.pop();
    const parent = heading === undefined ? -1 : (open.at(-1) ?? -1);
    if (heading !== undefined) open.push(index);
    const begin = heading === undefined ? line : section.start + heading.blockEnd;
    const end = found[index + 1]?.line ?? tree.span.end;
    return {
      title: heading?.title ?? '',
      level,
      style: heading?.style ?? 'none',
      heading: heading === undefined ? { start: line, end: line } : at(section.start, heading),
      own: { start: begin, end },
      extent: { start: begin, end: ends[index] ?? end },
      slug: heading === undefined || heading.style === 'bold' ? undefined : slugger.slug(heading.title),
      ids: section.value
        .derive(anchorsIn)
        .filter(({ offset }) => section.start + offset >= line && section.start + offset < end)
        .map(({ id }) => id),
      section,
      parent,
    };
  });
}

function foundIn(section: Placed<Section>): Found[] {
  const headings = section.value
    .derive(headingsIn)
    .map(heading => ({ heading, section, line: section.start + heading.lineStart }));
  const lead = section.value.heading === undefined && section.value.text.trim() !== '';
  return lead ? [{ heading: undefined, section, line: section.start }, ...headings] : headings;
}

function levelOf(found: Found | undefined): number {
  return found?.heading?.level ?? 0;
}

/** For each heading the offset at which the next one of its level or above begins. */
function closings(found: readonly Found[], end: number): number[] {
  const ends: number[] = [];
  const open: number[] = [];
  for (let index = found.length - 1; index >= 0; index -= 1) {
    const next = found[index + 1];
    if (next !== undefined) open.push(index + 1);
    const heading = found[index]?.heading;
    while (heading !== undefined && open.length > 0 && levelOf(found[open.at(-1) ?? 0]) > heading.level)
      open.pop();
    ends[index] = (heading === undefined ? next?.line : found[open.at(-1) ?? -1]?.line) ?? end;
  }
  return ends;
}

/** Headings of one section: its own, then HTML headings and lone bold lines below it. */
function headingsIn(section: Section): readonly Heading[] {
  const own = section.heading === undefined ? [] : [section.heading];
  return [...own, ...section.content.flatMap(block => pseudoHeading(block, section.text))];
}

const HTML_HEADING = /^[ \t]*<h([1-6])(?:\s[^>]*)?>([\s\S]*?)<\/h\1>/i;
const BOLD_LINE = /^[ \t]{0,3}(\*\*|__)(?=\S)((?:(?!\1).)+?)\1[ \t]*:?[ \t]*$/;

function pseudoHeading(block: Block, text: string): Heading[] {
  const raw = text.slice(block.from, block.to);
  const html = block.kind === 'html' ? HTML_HEADING.exec(raw) : null;
  if (html !== null) {
    const inner = html[2] ?? '';
    const from = block.from + raw.indexOf(inner, raw.indexOf('>'));
    const id = /^[^>]*\sid=["']([^"']+)["']/i.exec(raw)?.[1];
    return [
      {
        ...place(from, inner),
        level: Number(html[1]),
        id,
        style: 'html',
        lineStart: block.from,
        blockEnd: block.from + html[0].length,
      },
    ];
  }
  const bold = block.kind === 'paragraph' && block.depth === 0 ? BOLD_LINE.exec(raw) : null;
  if (bold === null) return [];
  const inner = bold[2] ?? '';
  const from = block.from + raw.indexOf(inner);
  return [
    {
      ...place(from, inner),
      level: 7,
      id: undefined,
      style: 'bold',
      lineStart: block.from,
      blockEnd: block.to,
    },
  ];
}

function place(from: number, raw: string): { from: number; to: number; title: string } {
  return { from, to: from + raw.length, title: plainTitle(raw).replace(/:$/, '') };
}

function anchorsIn(section: Section): readonly { id: string; offset: number }[] {
  const given =
    section.heading?.id === undefined ? [] : [{ id: section.heading.id, offset: section.heading.from }];
  const tags = [...section.text.matchAll(/<a\s+(?:id|name)=["']([^"']+)["']/gi)];
  return [...given, ...tags.map(tag => ({ id: tag[1] ?? '', offset: tag.index }))];
}
