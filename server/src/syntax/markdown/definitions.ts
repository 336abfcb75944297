import { destinationAt, titleEnd, unescaped } from './destination.ts';
import type { Link } from './links.ts';
import type { Section } from './section.ts';

const LEAD = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\[(?!\^)((?:[^[\]\\\r\n]|\\[^\r\n])+)\]:[ \t]*/;

/**
 * The reference definitions of a section. They give no block, so they are looked for in the lines that no block
 * covers; a line that looks like one inside a paragraph or in code is none.
 */
export function definitionsIn(section: Section): Link[] {
  const { text } = section;
  if (!text.includes(']:')) return [];
  const found: Link[] = [];
  let from = 0;
  for (const block of [...section.blocks, { from: text.length, to: text.length }]) {
    if (block.from > from) inGap(text, from, block.from, found);
    from = Math.max(from, block.to);
  }
  return found;
}

function inGap(text: string, from: number, to: number, found: Link[]): void {
  for (let line = from; line < to; ) {
    const end = contentEnd(text, line, to);
    const lead = LEAD.exec(text.slice(line, end))?.[0];
    const link = lead === undefined ? undefined : definitionAt(text, line, line + lead.length, end);
    if (link !== undefined) found.push(link);
    line = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
}

function definitionAt(text: string, line: number, offset: number, end: number): Link | undefined {
  const destination = destinationAt(text, offset, end);
  if (destination === undefined || (destination.from === destination.to && !destination.angled))
    return undefined;
  let to = destination.end;
  const rest = text.slice(to, end);
  const title = rest.search(/\S/);
  if (title > 0) to = titleEnd(text, to + title, end) ?? to;
  const from = line + Math.max(0, text.slice(line, end).indexOf('['));
  return {
    kind: 'definition',
    from,
    to,
    destination: { from: destination.from, to: destination.to },
    target: unescaped(text.slice(destination.from, destination.to)),
    angled: destination.angled,
  };
}

function contentEnd(text: string, from: number, to: number): number {
  let end = from;
  while (end < to && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
  return end;
}
