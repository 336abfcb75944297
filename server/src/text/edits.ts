import type { TextChange } from './source.ts';
import type { Span } from './span.ts';

/**
 * A text after several replacements whose spans all refer to the text before. Replacements at one offset are
 * applied in the order given.
 * @throws RangeError when two spans overlap: that is a fault of the caller, not of a document.
 */
export function applyEdits(text: string, edits: readonly TextChange[]): string {
  const ordered = edits.map((edit, order) => ({ edit, order }));
  ordered.sort((a, b) => a.edit.span.start - b.edit.span.start || a.order - b.order);
  let result = '';
  let done = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < done) throw new RangeError(`edits overlap at offset ${edit.span.start}`);
    result += text.slice(done, edit.span.start) + edit.text;
    done = edit.span.end;
  }
  return result + text.slice(done);
}

/** The smallest single replacement that turns one text into another; undefined when they are equal. */
export function difference(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  const span: Span = { start: head, end: before.length - tail };
  return { span, text: after.slice(head, after.length - tail) };
}
