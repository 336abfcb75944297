import { titleKey } from './catalog.ts';
import type { KnownItem, Library } from './library.ts';

/** The ids of lists that are numbered anew each time, written without their year. */
export const UNDATED = /(?<![\w:/.-])LLM(?:0[1-9]|10)(?![\w-]|:\s?\d|\.\w|\/\d{4}|\s?\(20\d\d\))/g;

/** A text that says which edition of the list it means. */
export const DATED = /\bLLM\d\d\s?[:(/-]\s?20\d\d|\bOWASP\b[^\r\n]{0,60}\b20\d\d\b|owasp-llm-20\d\d/;

const LISTS = ['owasp-llm-2025', 'owasp-llm-2026'];

/** What an id without its year can mean, one item for each edition; empty for any other text. */
export function meaningsOf(text: string, library: Library): readonly KnownItem[] {
  if (!/^\s*(?:OWASP[\s:-]*)?LLM[\s-]?\d{1,2}\s*$/i.test(text)) return [];
  const found = LISTS.flatMap(list => {
    const catalog = library.catalog(list);
    const item = catalog?.findUndated(text);
    return catalog === undefined || item === undefined ? [] : [{ catalog, item }];
  });
  return found.length < 2 ? [] : found;
}

/** Whether the title behind an undated id is that of one edition only, so that a reader can tell. */
export function isToldByTitle(after: string, meanings: readonly KnownItem[]): boolean {
  const text = titleKey(/^[\s:–—|*_()"“-]*([^|;()\r\n]{4,120})/.exec(after)?.[1] ?? '');
  const fitting = meanings.filter(({ item }) => `${text} `.startsWith(`${titleKey(item.title)} `));
  return text !== '' && fitting.length === 1;
}
