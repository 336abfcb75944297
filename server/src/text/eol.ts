/** The line break a text uses: the first that occurs, LF where there is none. */
export function lineBreakOf(text: string): '\n' | '\r\n' | '\r' {
  const found = /\r\n|\n|\r/.exec(text);
  return (found?.[0] as '\n' | '\r\n' | '\r' | undefined) ?? '\n';
}

/** `text`, written with LF, with the line breaks of the document that it goes into. */
export function withLineBreaks(text: string, lineBreak: string): string {
  return lineBreak === '\n' ? text : text.replaceAll('\n', lineBreak);
}

/**
 * The text that a sign-off covers: line breaks as LF, no blanks at line ends, no blank lines at either end.
 * Two texts that read the same give the same result.
 */
export function normalised(text: string): string {
  const lines = text.split(/\r\n?|\n/).map(line => line.trimEnd());
  const first = lines.findIndex(line => line !== '');
  return first < 0 ? '' : lines.slice(first, lines.findLastIndex(line => line !== '') + 1).join('\n');
}
