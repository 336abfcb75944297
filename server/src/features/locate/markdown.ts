import { bodyOf, type Model } from '../../model/document.ts';
import { type OutlineItem, outlineOf } from '../../model/outline.ts';
import { linksIn } from '../../syntax/markdown/links.ts';
import type { Section } from '../../syntax/markdown/section.ts';
import { lastBefore } from '../../text/sorted.ts';
import type { Source } from '../../text/source.ts';
import { at, type Placed, type Span, touches } from '../../text/span.ts';

/** What stands at an offset of a Markdown body. */
export interface MarkdownPlace {
  readonly area: 'markdown';
  /** The heading that the offset stands under or on; absent before the first one of an empty lead. */
  readonly section: OutlineItem | undefined;
  /** Whether the offset is on the heading's title. */
  readonly onHeading: boolean;
  /** The link whose text or target the offset touches. */
  readonly link: MarkdownLink | undefined;
  /** The HTML comment that the offset stands in. */
  readonly comment: CommentPlace | undefined;
  /** Whether the offset stands in a code block, where nothing is a heading or a link. */
  readonly inCode: boolean;
  /** The line without its break. */
  readonly line: Span;
}

/** A link of a Markdown text. */
export interface MarkdownLink {
  /** All of it. */
  readonly span: Span;
  /** The characters of its target, without angle brackets and title. */
  readonly destination: Span;
  /** What they say, escapes read. */
  readonly target: string;
}

/** An HTML comment, also one that is not closed yet. */
export interface CommentPlace {
  /** With its marks. */
  readonly span: Span;
  /** Between the marks. */
  readonly inner: Span;
  readonly text: string;
}

/** Finds the place at an offset of a document's Markdown; undefined outside of its body. */
export function markdownPlace(model: Model, source: Source, offset: number): MarkdownPlace | undefined {
  const body = bodyOf(model);
  if (body === undefined || offset < body.span.start || offset > body.span.end) return undefined;
  const outline = 'outline' in model ? model.outline : outlineOf(body);
  const number = source.lines.lineAt(offset);
  const line = { start: source.lines.start(number), end: source.lines.contentEnd(number, source.text) };
  const section = lastBefore(outline, offset, item =>
    item.level === 0 ? item.own.start : headingLine(item, source),
  );
  const unit = lastBefore(body.sections, offset, each => each.start);
  const block = unit?.value.blocks.find(each => touches(at(unit.start, each), offset));
  const inCode = block?.kind === 'code';
  return {
    area: 'markdown',
    section,
    onHeading: section !== undefined && section.level > 0 && touches(section.heading, offset),
    link: inCode ? undefined : linkAt(unit, offset),
    comment: inCode ? undefined : commentAt(source.text, body.span.start, offset),
    inCode,
    line,
  };
}

function headingLine(item: OutlineItem, source: Source): number {
  return source.lines.start(source.lines.lineAt(item.heading.start));
}

function linkAt(section: Placed<Section> | undefined, offset: number): MarkdownLink | undefined {
  const links = section?.value.derive(linksIn) ?? [];
  const start = section?.start ?? 0;
  const found = links.filter(each => touches(at(start, each), offset)).at(-1);
  return found === undefined
    ? undefined
    : { span: at(start, found), destination: at(start, found.destination), target: found.target };
}

/** Longer comments are text that was commented out, and no place for our ids. */
const LONGEST_COMMENT = 4000;

/** The comment around an offset. An unclosed one ends with its line, as its author is still typing it. */
function commentAt(text: string, bodyStart: number, offset: number): CommentPlace | undefined {
  const from = Math.max(bodyStart, offset - LONGEST_COMMENT);
  const start = from + text.slice(from, offset).lastIndexOf('<!--');
  if (start < from || offset < start + 4) return undefined;
  const close = text.slice(start + 4, offset + LONGEST_COMMENT).indexOf('-->');
  if (close >= 0 && start + 4 + close < offset) return undefined;
  const next = text.slice(start + 4, offset + LONGEST_COMMENT).indexOf('<!--');
  const closed = close >= 0 && (next < 0 || next > close);
  const rest = text.slice(offset).search(/[\r\n]|$/);
  const end = closed ? start + 4 + close : offset + rest;
  return {
    span: { start, end: closed ? end + 3 : end },
    inner: { start: start + 4, end },
    text: text.slice(start + 4, end),
  };
}
