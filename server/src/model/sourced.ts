import type { Section } from '../syntax/markdown/section.ts';
import type { Local } from '../text/span.ts';
import { withoutEnd } from '../text/trim.ts';

/** A value with a comment behind it that names the file it was taken from. The span is the value's, in the section. */
export interface SourcedValue extends Local {
  /** As written. */
  readonly value: string;
  /** Path as written, relative to the document. */
  readonly file: string;
  /** Where in the file. */
  readonly pointer: string;
}

/** More text than this in front of a comment is no value. */
const LONGEST = 2000;

/**
 * The values of a section with a comment such as `<!-- from config.json: vocab_size -->` behind them: what stands
 * behind the label of a list item, or in the cell of a table.
 */
export function sourcedIn(section: Section): readonly SourcedValue[] {
  const { text } = section;
  const found: SourcedValue[] = [];
  let behind = 0;
  for (const { from, to } of section.comments) {
    const source = sourceIn(text.slice(from, Math.min(to, from + LONGEST)));
    const start = Math.max(behind, text.lastIndexOf('\n', from) + 1, from - LONGEST);
    behind = to;
    const value = source === undefined ? undefined : valueBefore(text.slice(start, from), start);
    if (source !== undefined && value !== undefined) found.push({ ...value, ...source });
  }
  return found;
}

const COMMENT = /^<!-- from ([^:\r\n]+): ([^\r\n]+)-->$/;

function sourceIn(comment: string): Pick<SourcedValue, 'file' | 'pointer'> | undefined {
  const [, file = '', written = ''] = COMMENT.exec(comment) ?? [];
  const pointer = withoutEnd(written, / /);
  return pointer === '' ? undefined : { file: file.trim(), pointer };
}

/** The value that ends where `before` ends: behind the label's `:**` or `: `, or behind the bar of a cell. */
function valueBefore(before: string, offset: number): (Local & { readonly value: string }) | undefined {
  const bar = lastBar(before);
  const label = before.indexOf(':**');
  const colon = before.indexOf(': ');
  const start = bar >= 0 ? bar + 1 : label >= 0 ? label + 3 : colon >= 0 ? colon + 1 : -1;
  const value = start < 0 ? '' : before.slice(start).trim();
  if (value === '') return undefined;
  const from = offset + before.indexOf(value, start);
  return { value, from, to: from + value.length };
}

/** Offset of the last bar that no backslash escapes; -1 where there is none. */
function lastBar(text: string): number {
  for (let at = text.lastIndexOf('|'); at >= 0; at = at === 0 ? -1 : text.lastIndexOf('|', at - 1))
    if (text.charAt(at - 1) !== '\\') return at;
  return -1;
}
