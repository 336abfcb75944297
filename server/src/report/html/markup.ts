/** Text that is HTML already. Made by {@link html} alone, so that whatever was not is escaped. */
export interface Markup {
  readonly markup: string;
}

/** What a template may hold: texts and numbers are escaped, markup stands as it is, nothing gives nothing. */
export type Part = string | number | undefined | Markup | readonly Markup[];

/** HTML from a template; everything put in is escaped, for text and for quoted attributes alike. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let markup = texts[0] ?? '';
  for (const [index, part] of parts.entries()) markup += written(part) + (texts[index + 1] ?? '');
  return { markup };
}

/** Markup one after the other. */
export function joined(parts: readonly Markup[]): Markup {
  return { markup: parts.map(each => each.markup).join('') };
}

const NOTHING: Markup = { markup: '' };

/** The markup where the condition holds, else nothing. */
export function when(condition: boolean, markup: () => Markup): Markup {
  return condition ? markup() : NOTHING;
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map(each => each.markup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is read as itself in HTML; what no document may hold becomes U+FFFD. */
function escaped(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"']/g, each => ENTITIES[each] ?? each);
}

/** Control characters but tabs and line breaks, and halves of surrogate pairs. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;
