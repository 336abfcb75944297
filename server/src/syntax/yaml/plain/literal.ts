import type { YamlScalar } from '../nodes.ts';

/** A literal block, and the offset of the first line that is not of it. */
export interface Literal {
  readonly node: YamlScalar;
  readonly next: number;
}

/**
 * The literal block (`|` or `|-`) whose mark stands at an offset, below a key in a column. Undefined for one whose
 * first line is blank, whose indentation is unclear, or that ends in blanks: those the library reads.
 */
export function literalAt(text: string, mark: number, end: number, column: number): Literal | undefined {
  const strips = text.charCodeAt(mark + 1) === 45;
  if (mark + (strips ? 2 : 1) !== end) return undefined;
  const content: string[] = [];
  let indent = -1;
  let to = end;
  let blanks = 0;
  let from = lineBehind(text, end);
  while (from < text.length) {
    const next = lineBehind(text, from);
    const stop = contentEnd(text, from, next);
    let start = from;
    while (start < stop && text.charCodeAt(start) === 32) start += 1;
    if (indent < 0) indent = start - from;
    if (start === stop) {
      if (content.length === 0) return undefined;
      blanks = Math.max(blanks, stop - from);
      content.push(text.slice(Math.min(from + indent, stop), stop));
    } else {
      if (start - from < indent || indent <= column) break;
      content.push(text.slice(from + indent, stop));
      to = next;
      blanks = 0;
    }
    from = next;
  }
  return ended({ mark, strips, content, column, indent, blanks, to });
}

interface Read {
  readonly mark: number;
  readonly strips: boolean;
  readonly content: string[];
  readonly column: number;
  readonly indent: number;
  readonly blanks: number;
  readonly to: number;
}

function ended({ mark, strips, content, column, indent, blanks, to }: Read): Literal | undefined {
  if (indent <= column || blanks > indent) return undefined;
  while (content.at(-1) === '') content.pop();
  if (content.length === 0) return undefined;
  const value = content.join('\n') + (strips ? '' : '\n');
  return { node: { kind: 'scalar', value, source: value, style: 'block', from: mark, to }, next: to };
}

function lineBehind(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length : feed + 1;
}

function contentEnd(text: string, from: number, next: number): number {
  let end = next;
  if (end > from && text.charCodeAt(end - 1) === 10) end -= 1;
  if (end > from && text.charCodeAt(end - 1) === 13) end -= 1;
  return end;
}
