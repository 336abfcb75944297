/** Text on one line that is read as neither Markdown nor HTML, names nobody and links to no issue. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\<>*_`[\]|~&]/g, each => `\\${each}`)
    .replace(/(?<!\w)@(?=\w)|#(?=\d)/g, each => `${each}<!-- -->`);
}

/** Text as code on one line, which may stand in a table cell. */
export function markdownCode(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
  const ticks = '`'.repeat(longestRun(line) + 1);
  const gap = /^`|`$/.test(line) ? ' ' : '';
  return `${ticks}${gap}${line}${gap}${ticks}`;
}

/** Length of the longest run of backticks in a text. */
export function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}
