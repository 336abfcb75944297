import type { Heading } from '../syntax/markdown/heading.ts';
import type { Section } from '../syntax/markdown/section.ts';
import type { MarkdownTree } from '../syntax/markdown/tree.ts';
import { at, type Placed, type Span } from '../text/span.ts';
import { pseudoHeadingsIn } from './pseudo-headings.ts';
import { baseSlug, Slugs } from './slugs.ts';

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
  /** The heading's fragment before others of its name are counted. */
  readonly slug: string | undefined;
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
  const leads = found.map((each, index) => leadOf(found[index - 1], each));
  const slugs = new Slugs();
  const open: number[] = [];
  return found.map(({ heading, section, line, slug }, index) => {
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
      slug: slug === undefined ? undefined : slugs.take(slug),
      ids: idsOf(found, leads, index, end),
      section,
      parent,
    };
  });
}

function foundIn(section: Placed<Section>): Found[] {
  const headings = section.value
    .derive(sluggedIn)
    .map(({ heading, slug }) => ({ heading, slug, section, line: section.start + heading.lineStart }));
  const before = section.value.text.slice(0, (headings[0]?.line ?? Number.POSITIVE_INFINITY) - section.start);
  const lead = section.value.heading === undefined && before.trim() !== '';
  return lead
    ? [{ heading: undefined, slug: undefined, section, line: section.start }, ...headings]
    : headings;
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

function sluggedIn(section: Section): readonly { heading: Heading; slug: string | undefined }[] {
  return headingsIn(section).map(heading => ({ heading, slug: baseSlug(heading) }));
}

/** Headings of one section: its own, then those below it that Markdown does not know as such. */
function headingsIn(section: Section): readonly Heading[] {
  const own = section.heading === undefined ? [] : [section.heading];
  return [...own, ...section.derive(pseudoHeadingsIn)];
}

interface Anchor {
  readonly id: string;
  readonly offset: number;
}

/** Every id that an author gave inside a section, in the order of the text. */
function anchorsIn(section: Section): readonly Anchor[] {
  const found: Anchor[] = [];
  const { heading, text } = section;
  if (heading?.id !== undefined) found.push({ id: heading.id, offset: heading.lineStart });
  for (const tag of text.matchAll(/<([a-z][a-z0-9-]*)(\s[^<>]*)>/gi)) {
    const id = (tag[1]?.toLowerCase() === 'a' ? A_ID : ANY_ID).exec(tag[2] ?? '')?.[1];
    if (id !== undefined && id !== heading?.id) found.push({ id, offset: tag.index });
  }
  return found;
}

const ANY_ID = /\sid\s*=\s*["']([^"']+)["']/i;
const A_ID = /\s(?:id|name)\s*=\s*["']([^"']+)["']/i;

/** The ids of a heading: those in its own text, and those of anchors that stand alone directly before it. */
function idsOf(found: readonly Found[], leads: readonly number[], index: number, end: number): string[] {
  const [before, own] = [found[index - 1], found[index]];
  if (own === undefined) return [];
  const led = before === undefined ? [] : idsBetween(before.section, leads[index] ?? own.line, own.line);
  const inside = idsBetween(own.section, own.line, leads[index + 1] ?? end);
  return led.length === 0 ? inside : [...led, ...inside];
}

/** Where the anchors begin that stand alone before a heading; the heading's own line where there are none. */
function leadOf(before: Found | undefined, { line }: Found): number {
  if (before === undefined) return line;
  const { start, value } = before.section;
  let last = line - start - 1;
  while (last >= 0 && /\s/.test(value.text.charAt(last))) last -= 1;
  if (value.text.charAt(last) !== '>') return line; // so it is before most headings
  const text = value.text.slice(Math.max(0, line - start - MOST_LEAD), line - start);
  const lead = ALONE.exec(text);
  return lead === null ? line : line - (text.length - lead.index);
}

const MOST_LEAD = 300;
const ALONE = /^[ \t]*(?:<a\s[^<>]*>\s*<\/a>\s*)+$(?![\s\S])/im;

/** The ids between two offsets of the file. */
function idsBetween({ start, value }: Placed<Section>, from: number, to: number): string[] {
  const anchors = value.derive(anchorsIn);
  const ids: string[] = [];
  for (let index = firstFrom(anchors, from - start); index < anchors.length; index += 1) {
    const anchor = anchors[index];
    if (anchor === undefined || start + anchor.offset >= to) break;
    ids.push(anchor.id);
  }
  return ids;
}

function firstFrom(anchors: readonly Anchor[], offset: number): number {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((anchors[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
