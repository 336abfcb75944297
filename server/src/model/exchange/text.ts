import { withoutComments } from '../../syntax/markdown/raw-comments.ts';

/** A Markdown text without its HTML comments and without blank lines at its ends. */
export function uncommented(text: string): string {
  const lines = withoutComments(text, 'goes').split(/\r\n|\n|\r/);
  return tidied(lines.map(line => line.trimEnd()));
}

/** Lines as a text without blank lines at its ends, and with one where there were several. */
export function tidied(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const ITEM = /^(?:[-*+]|\d{1,4}[.)])\s+(.*)/s;

/** A text as its list items and paragraphs, each on one line; headings and rules are left out. */
export function entriesOf(text: string): string[] {
  const entries: string[] = [];
  let open = false;
  for (const line of uncommented(text).split('\n')) {
    const item = ITEM.exec(line);
    if (line.trim() === '' || /^(?:#{1,6}\s|---+$|\*\*\*+$)/.test(line)) open = false;
    else if (item !== null) {
      entries.push(item[1] ?? '');
      open = true;
    } else if (open && entries.length > 0) entries.push(`${entries.pop()} ${line.trim()}`);
    else {
      entries.push(line.trim());
      open = true;
    }
  }
  return entries;
}

/** Entries as a paragraph, or as a list where there are several. */
export function entriesText(entries: readonly string[]): string {
  const lines = entries.map(each => each.replace(/\s+/g, ' ').trim());
  return lines.length === 1 ? (lines[0] ?? '') : lines.map(each => `- ${each}`).join('\n');
}

/** The values of lines such as `- **Version:** 1.2`, by label in lower case, and the text without those lines. */
export function labelledLines(
  text: string,
  wanted: ReadonlySet<string>,
): { readonly values: ReadonlyMap<string, string>; readonly rest: string } {
  const values = new Map<string, string>();
  const rest: string[] = [];
  for (const line of uncommented(text).split('\n')) {
    const [, label = '', value = ''] = /^(?:[-*+]\s+)?\*\*([^*]{1,60}?):?\*\*:?\s+(\S.*)$/.exec(line) ?? [];
    const key = label.trim().toLowerCase();
    if (value !== '' && wanted.has(key) && !values.has(key)) values.set(key, value.trim());
    else rest.push(line);
  }
  return { values, rest: tidied(rest) };
}
