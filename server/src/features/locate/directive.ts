import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { withoutEnd } from '../../text/trim.ts';

/** A word of a suppression comment at an offset. */
export interface DirectivePlace {
  /** `command` is `clausewright-disable-line` and its kin; `rule` a rule or group behind it. */
  readonly part: 'command' | 'rule';
  readonly span: Span;
  readonly word: string;
  /** The rules that stand before it in the comment. */
  readonly before: readonly string[];
}

const COMMAND = /(?:<!--|(?:^|\s)#)[ \t]*(clausewright-[a-z-]*)$/;
const RULES =
  /(?:<!--|(?:^|\s)#)[ \t]*clausewright-(?:disable-next-line|disable-line|disable|enable)[ \t]+((?:[\w/-]+[ \t,]+)*)([\w/-]*)$/;
/** No comment of ours reaches farther. */
const REACH = 400;

/** The word of a suppression comment at an offset; undefined elsewhere, and behind the colon that begins the reason. */
export function directiveAt(source: Source, offset: number): DirectivePlace | undefined {
  const { text, lines } = source;
  const number = lines.lineAt(offset);
  const from = Math.max(lines.start(number), offset - REACH);
  const before = text.slice(from, offset);
  const rest =
    /^[\w/-]*/.exec(text.slice(offset, Math.min(lines.contentEnd(number, text), offset + REACH)))?.[0] ?? '';
  const command = COMMAND.exec(before);
  if (command !== null) return word('command', command[1] ?? '', rest, offset, []);
  const rules = RULES.exec(before);
  if (rules === null) return undefined;
  const named = (rules[1] ?? '').split(/[ \t,]+/).filter(name => name !== '');
  return word('rule', rules[2] ?? '', /^-->?/.test(rest) ? '' : rest, offset, named);
}

function word(
  part: DirectivePlace['part'],
  head: string,
  tail: string,
  offset: number,
  before: readonly string[],
): DirectivePlace {
  const end = withoutEnd(tail, /-/);
  return { part, span: { start: offset - head.length, end: offset + end.length }, word: head + end, before };
}
