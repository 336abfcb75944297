/** Begins with something that could be more than text: a mark of Markdown, or a number of a list. */
const MARKED = /^([ \t]*)(\\*)([!-/:-@[\]^-`{-~])/;
const NUMBERED = /^([ \t]*\d{1,9})(\\*)([.)])/;
/** Those of them that can change where sections, tables and labelled values begin. */
const HARMFUL =
  /^[ \t]*\\*(?:#|=+[ \t]*$|-+[ \t]*$|<|`{3}|~{3}|\*\*|__|(?:\|[ \t]*|(?<=\\)[ \t]+)?:?-+:?[ \t]*\||(?:[-*+]|\d{1,9}[.)])[ \t]+[^:\n]{1,80}:)/;

/** Markdown of a section as the text that it stands for: one backslash less before a line's mark. */
export function unescapeLines(markdown: string): string {
  if (!markdown.includes('\\')) return markdown;
  return eachLine(markdown, line => without(MARKED, line) ?? without(NUMBERED, line) ?? line);
}

/** A text as Markdown in which no line is more than text, or only those that could begin something. */
export function escapeLines(text: string, which: 'harmful' | 'escaped' | 'all'): string {
  return eachLine(text, line => {
    const hit = MARKED.exec(line) ?? NUMBERED.exec(line);
    if (hit === null) return line;
    const [, lead = '', slashes = ''] = hit;
    const needed = which === 'all' || slashes !== '' || (which === 'harmful' && HARMFUL.test(line));
    return needed ? `${lead}\\${line.slice(lead.length)}` : line;
  });
}

function without(pattern: RegExp, line: string): string | undefined {
  const hit = pattern.exec(line);
  if (hit === null) return undefined;
  const [, lead = '', slashes = ''] = hit;
  return slashes === '' ? line : lead + line.slice(lead.length + 1);
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split('\n').map(change).join('\n');
}
