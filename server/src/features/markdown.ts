import type { Span } from '../text/span.ts';

/**
 * Links in the Markdown of hovers and completions. The core knows no URIs, so a link's target is a token:
 *
 * - `clausewright-file:PATH` or `clausewright-file:PATH#START-END`: a workspace path (percent-encoded) and a stretch
 *   of that file in UTF-16 code units, 0-based;
 * - `clausewright-control:FRAMEWORK/ID`: an item of a catalog (both percent-encoded).
 *
 * Whoever shows the Markdown turns the tokens into links with {@link rewriteLinks}. Text of users is escaped, so it
 * can forge none.
 */
const TOKEN = /\]\(clausewright-(file|control):([^()\s#]+)(?:#(\d{1,15})-(\d{1,15}))?\)/g;

/** A link to a file, or a stretch of it. `label` is plain text. */
export function fileLink(label: string, path: string, span?: Span): string {
  const place = span === undefined ? '' : `#${span.start}-${span.end}`;
  return `[${escaped(label)}](clausewright-file:${encoded(path)}${place})`;
}

/** A link to the page of a control. `label` is plain text. */
export function controlLink(label: string, framework: string, id: string): string {
  return `[${escaped(label)}](clausewright-control:${encoded(framework)}/${encoded(id)})`;
}

/** How link tokens become targets; undefined leaves the label as text. */
export interface LinkTargets {
  file(path: string, span: Span | undefined): string | undefined;
  control(framework: string, id: string): string | undefined;
}

/** The Markdown with its link tokens turned into links, or into plain labels. */
export function rewriteLinks(markdown: string, targets: LinkTargets): string {
  let result = '';
  let done = 0;
  for (const hit of markdown.matchAll(TOKEN)) {
    const open = labelStart(markdown, done, hit.index);
    if (open === undefined) continue;
    const [, kind, name = '', start, end] = hit;
    const label = markdown.slice(open + 1, hit.index);
    const span =
      start === undefined || end === undefined ? undefined : { start: Number(start), end: Number(end) };
    const target =
      kind === 'file' ? targets.file(decodeURIComponent(name), span) : controlTarget(name, targets);
    result += markdown.slice(done, open);
    result += target === undefined ? label : `[${label}](${target.replaceAll(/[()\s]/g, encodeBracket)})`;
    done = hit.index + hit[0].length;
  }
  return result + markdown.slice(done);
}

/** Offset of the bracket that opens the label which ends at `close`; brackets inside of a label are escaped. */
function labelStart(markdown: string, from: number, close: number): number | undefined {
  for (let at = close - 1; at >= from; at -= 1) {
    const character = markdown.charAt(at);
    if (character !== '[' && character !== ']') continue;
    let slashes = 0;
    while (at - slashes > from && markdown.charAt(at - slashes - 1) === '\\') slashes += 1;
    if (slashes % 2 === 0) return character === '[' ? at : undefined;
  }
  return undefined;
}

function controlTarget(name: string, targets: LinkTargets): string | undefined {
  const slash = name.indexOf('/');
  return targets.control(decodeURIComponent(name.slice(0, slash)), decodeURIComponent(name.slice(slash + 1)));
}

function encoded(text: string): string {
  return encodeURIComponent(wellFormed(text))
    .replaceAll('%2F', '/')
    .replaceAll(/[()*!']/g, encodeBracket);
}

/** A lone half of a surrogate pair cannot be percent-encoded. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

function encodeBracket(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Plain text as Markdown that shows exactly these characters, on one line. */
export function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>&~|$]/g, String.raw`\$&`)
    .replace(/^(\s*)([-+#>=])/, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, String.raw`$1\$2`);
}

/** Text of a user as inline code, on one line. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return '';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Text cut to a length that fits into a line, at a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > most / 2 ? cut.slice(0, blank) : cut).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Paragraphs and lists joined by blank lines; absent and empty parts are left out. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('\n\n');
}

/** A heading in bold with a list below it; nothing for an empty list. */
export function listed(title: string, items: readonly string[], most = 12): string {
  if (items.length === 0) return '';
  const shown = items.slice(0, most).map(item => `- ${item}`);
  if (items.length > most) shown.push(`- … and ${items.length - most} more`);
  return `**${title}**\n${shown.join('\n')}`;
}
