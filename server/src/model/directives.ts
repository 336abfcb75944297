import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

/** A comment that silences findings. Lines are 0-based. */
export interface Directive {
  readonly span: Span;
  readonly scope: 'line' | 'next-line' | 'from' | 'to';
  /** Rule ids or groups; empty for all rules. */
  readonly rules: readonly string[];
  /** Why; without one the comment silences nothing. */
  readonly reason: string;
  /** Until when it holds, as YYYY-MM-DD. */
  readonly until: string | undefined;
  /** The line it stands on. */
  readonly line: number;
}

const DIRECTIVE =
  /(?:<!--|(?<=\s|^)#)[ \t]*clausewright-(disable-next-line|disable-line|disable|enable)\b[ \t]*/g;
/** A directive ends with its comment or line; what is longer is no reason that anybody reads. */
const MOST_LENGTH = 2000;
const SCOPES = {
  'disable-next-line': 'next-line',
  'disable-line': 'line',
  disable: 'from',
  enable: 'to',
} as const;

/** The suppression comments of a text, in order. */
export function directivesIn(source: Source): Directive[] {
  if (!source.holds('clausewright-')) return [];
  return [...source.text.matchAll(DIRECTIVE)].map(hit => {
    const from = hit.index + hit[0].length;
    const line = source.lines.lineAt(hit.index);
    const rest = source.text.slice(
      from,
      Math.min(source.lines.contentEnd(line, source.text), from + MOST_LENGTH),
    );
    const close = hit[0].startsWith('<!--') ? rest.indexOf('-->') : -1;
    const body = (close < 0 ? rest : rest.slice(0, close)).trimEnd();
    const colon = body.search(/:(?:\s|$)/);
    const head = colon < 0 ? body : body.slice(0, colon);
    const until = /\buntil=(\d{4}-\d{2}-\d{2})\b/.exec(body)?.[1];
    return {
      span: { start: hit.index, end: from + (close < 0 ? body.length : close + 3) },
      scope: SCOPES[hit[1] as keyof typeof SCOPES],
      rules: head
        .replace(/\buntil=\S+/, '')
        .split(/[\s,]+/)
        .filter(name => name !== ''),
      reason:
        colon < 0
          ? ''
          : body
              .slice(colon + 1)
              .replace(/\buntil=\S+/, '')
              .trim(),
      until,
      line,
    };
  });
}
