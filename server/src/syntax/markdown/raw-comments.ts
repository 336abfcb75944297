import type { Local } from '../../text/span.ts';

/** An HTML comment of a text that is read by itself, without regard to code. */
export interface RawComment extends Local {
  /** Whether its end is there; without one it reaches to the end of the text. */
  readonly closed: boolean;
}

/** The HTML comments of a text in order, those in code among them. */
export function rawComments(text: string): readonly RawComment[] {
  const comments: RawComment[] = [];
  for (let from = text.indexOf('<!--'); from >= 0; ) {
    const close = text.indexOf('-->', from + 4);
    const to = close < 0 ? text.length : close + 3;
    comments.push({ from, to, closed: close >= 0 });
    from = text.indexOf('<!--', to);
  }
  return comments;
}

/**
 * A text without its HTML comments. One that is never closed stays as text that was typed, or is left out with all
 * that it hides.
 */
export function withoutComments(text: string, unclosed: 'stays' | 'goes' = 'stays'): string {
  let result = '';
  let done = 0;
  for (const { from, to, closed } of rawComments(text)) {
    if (!closed && unclosed === 'stays') break;
    result += text.slice(done, from);
    done = to;
  }
  return result + text.slice(done);
}
