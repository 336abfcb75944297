import { CodeSpans } from './codespans.ts';
import { withoutComments } from './raw-comments.ts';

/** A title as a reader sees it: no emphasis marks, link targets, HTML tags or code ticks, on one line. */
export function plainTitle(raw: string): string {
  const text = withoutComments(raw).replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1');
  const code = new CodeSpans(text, { from: 0, to: text.length });
  let title = '';
  let done = 0;
  for (let tick = text.indexOf('`'); tick >= 0; tick = text.indexOf('`', done)) {
    const end = code.behind(tick);
    title += withoutMarks(text.slice(done, tick)) + insideTicks(text.slice(tick, end));
    done = end;
  }
  return onOneLine(title + withoutMarks(text.slice(done)));
}

/** What a code span holds; nothing for ticks that open none. */
function insideTicks(span: string): string {
  let ticks = 0;
  while (span.charAt(ticks) === '`') ticks += 1;
  return span.slice(ticks, Math.max(ticks, span.length - ticks));
}

function onOneLine(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(line => line.trim())
    .join(' ')
    .trim();
}

function withoutMarks(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/\*\*|~~/g, '')
    .replace(/(^|[^\p{L}\p{N}_])__((?:[^_]|_(?!_))+)__(?![\p{L}\p{N}_])/gu, '$1$2')
    .replace(/(^|[^\p{L}\p{N}_*\\])([*_])(?=\S)([^*_]+)(?<=[^\s\\])\2(?![\p{L}\p{N}_])/gu, '$1$3')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
