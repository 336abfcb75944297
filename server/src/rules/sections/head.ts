import type { ParsedDocument } from '../../model/document.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { Span } from '../../text/span.ts';

/** Longest stretch that stands for a document without a title. */
const LONGEST = 120;

/** Where a finding about a whole document stands: its title, else its front matter's fence, else its first line. */
export function headOf(document: ParsedDocument, model: SectionedModel): Span {
  const title = model.outline.find(item => item.level > 0);
  if (title !== undefined && title.level === 1) return title.heading;
  const front = model.frontMatter;
  if (front !== undefined && front.state !== 'none') return front.open;
  return firstLine(document.source.text);
}

/** The first heading's title; empty for a document without one. */
export function titleText(model: SectionedModel): string {
  return model.outline.find(item => item.level > 0)?.title ?? '';
}

function firstLine(text: string): Span {
  const start = Math.max(0, text.search(/[^\s\uFEFF]/));
  const length = text.slice(start, start + LONGEST).search(/[\r\n]|$/);
  return { start, end: start + text.slice(start, start + Math.max(0, length)).trimEnd().length };
}
