import type { Entry } from '../../model/entry.ts';
import type { TextChange } from '../../text/source.ts';
import type { Placed } from '../../text/span.ts';
import { lineEnd, lineStart } from './yaml-insert.ts';

/** Takes away an entry that stands in lines of its own; undefined for one that does not. */
export function removeEntry(text: string, { start, value }: Placed<Entry>): TextChange | undefined {
  const from = lineStart(text, start + value.from);
  const lead = text.slice(from, start + value.from);
  if (!(value.keyed ? /^ *$/ : /^ *- +$/).test(lead)) return undefined;
  const to = start + value.to;
  const atBreak = to > from && /[\r\n]/.test(text.charAt(to - 1));
  const end = atBreak ? to : lineEnd(text, to);
  if (!/^[ \t]*(?:#.*)?$/.test(atBreak ? '' : text.slice(to, end))) return undefined;
  const next = atBreak ? end : end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0);
  return { span: { start: from, end: next }, text: '' };
}
