import { bodyOf, type ParsedDocument, yamlTreeOf } from '../../model/document.ts';
import { type ReviewThread, reviewThreadsIn } from '../../model/review-comments.ts';
import { noteText, type ReviewNote } from '../../model/review-note.ts';
import { scalarAt } from '../../model/yaml-places.ts';
import type { Block } from '../../syntax/markdown/blocks.ts';
import { lineBreakOf } from '../../text/eol.ts';
import type { TextChange } from '../../text/source.ts';
import { at, type Span, touches } from '../../text/span.ts';

/** Whether a document is written in a form that has comments. */
export function takesComments({ model }: ParsedDocument): boolean {
  return (
    model.kind !== 'foreign-mapping' &&
    !('data' in model && model.data !== undefined) &&
    (bodyOf(model) ?? yamlTreeOf(model)) !== undefined
  );
}

/**
 * The change that leaves a comment about what stands at an offset: in Markdown below a heading, above any other block,
 * and at the end of a line of a list or quote; in YAML above the line. Behind the last comment of a thread that is
 * already there. Undefined for a document without comments.
 */
export function commentAt(
  document: ParsedDocument,
  offset: number,
  note: ReviewNote,
): TextChange | undefined {
  if (!takesComments(document)) return undefined;
  const { text, lines } = document.source;
  const thread = threadAt(document, offset);
  if (thread !== undefined) return replyTo(document, thread, note);
  const yaml = yamlTreeOf(document.model);
  const body = bodyOf(document.model);
  if (yaml !== undefined && (body === undefined || touches(yaml.span, offset))) {
    const value = scalarAt(yaml, offset);
    return above(text, lines.start(lines.lineAt(value?.start ?? offset)), noteText(note, 'yaml'));
  }
  const section = body?.sections.findLast(each => each.start <= offset);
  const written = noteText(note, 'html');
  const line = lines.lineAt(offset);
  const block = section?.value.blocks.find(each => section.start + each.to >= lines.start(line));
  if (section === undefined || block === undefined || section.start + block.from > lines.end(line))
    return above(text, lines.start(line), written);
  const { start, end } = at(section.start, block);
  if (block.kind === 'heading' && block.depth === 0) return below(text, endOfLine(document, end), written);
  if (block.depth > 0 && isProse(block)) {
    const behind = lines.contentEnd(line, text);
    return { span: { start: behind, end: behind }, text: ` ${written}` };
  }
  const outer = block.depth === 0 ? start : section.start + outermost(section.value.blocks, block).from;
  return above(text, lines.start(lines.lineAt(outer)), written);
}

/** The change that takes comments away; what was there before they were written is there again. */
export function resolving(thread: ReviewThread): TextChange[] {
  const spans: Span[] = [];
  for (const { removal } of thread) {
    const before = spans.at(-1);
    // At the end of a text two of them share a line break.
    if (before !== undefined && before.end > removal.start)
      spans[spans.length - 1] = { ...before, end: removal.end };
    else spans.push(removal);
  }
  return spans.map(span => ({ span, text: '' }));
}

/** The thread that holds an offset. */
export function threadAt(document: ParsedDocument, offset: number): ReviewThread | undefined {
  return reviewThreadsIn(document).find(thread => touches(spanOf(thread), offset));
}

/** All of a thread. */
export function spanOf(thread: ReviewThread): Span {
  return { start: thread[0].span.start, end: (thread.at(-1) ?? thread[0]).span.end };
}

function replyTo({ source }: ParsedDocument, thread: ReviewThread, note: ReviewNote): TextChange {
  const last = thread.at(-1) ?? thread[0];
  const { end, start } = last.span;
  const written = noteText(note, last.style);
  if (!last.alone) return { span: { start: end, end }, text: ` ${written}` };
  const line = source.lines.lineAt(start);
  const indent = source.text.slice(source.lines.start(line), start);
  const behind = source.lines.contentEnd(source.lines.lineAt(end), source.text);
  return { span: { start: behind, end: behind }, text: `${lineBreakOf(source.text)}${indent}${written}` };
}

function isProse({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'heading';
}

/** The first block of the list or quote that a block lies in. */
function outermost(blocks: readonly Block[], inner: Block): Block {
  let found = inner;
  for (let index = blocks.indexOf(inner); index > 0; index -= 1) {
    const before = blocks[index - 1];
    if (before === undefined || before.depth === 0) break;
    found = before;
  }
  return found;
}

/** A line of its own above the line that begins at an offset, as deep as that one. */
function above(text: string, start: number, written: string): TextChange {
  const indent = /[ \t]*/y;
  indent.lastIndex = start;
  const depth = indent.exec(text)?.[0] ?? '';
  return { span: { start, end: start }, text: `${depth}${written}${lineBreakOf(text)}` };
}

/** A line of its own behind one that ends at an offset. */
function below(text: string, end: number, written: string): TextChange {
  return { span: { start: end, end }, text: `${lineBreakOf(text)}${written}` };
}

function endOfLine({ source }: ParsedDocument, offset: number): number {
  return source.lines.contentEnd(source.lines.lineAt(offset), source.text);
}
