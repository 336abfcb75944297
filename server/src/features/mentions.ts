import { mentionsIn } from '../catalog/mentions.ts';
import type { Span } from '../text/span.ts';
import type { FeatureContext } from './context.ts';

/** How far around an id its line is read: a framework's name may stand before it. */
const BEFORE = 2000;
const BEHIND = 200;

/** The places where a document's text writes a control's id, in any of its spellings. `id` is qualified. */
export function mentionsOf({ document, library, frameworks }: FeatureContext, id: string): Span[] {
  const numbers = id.slice(id.indexOf(':') + 1).match(/\d+/g);
  if (numbers === null) return [];
  const { text, lines } = document.source;
  const spelling = new RegExp(numbers.map(each => `0*${each}`).join(String.raw`[\s.,()-]{0,3}[a-z]?`), 'g');
  const found: Span[] = [];
  let read = 0;
  for (const hit of text.matchAll(spelling)) {
    if (hit.index < read) continue;
    const line = lines.lineAt(hit.index);
    const from = Math.max(lines.start(line), read, hit.index - BEFORE);
    const to = Math.min(lines.contentEnd(line, text), hit.index + BEHIND);
    for (const each of mentionsIn(text.slice(from, to), library, frameworks)) {
      if (each.item === undefined || each.catalog.qualified(each.item) !== id) continue;
      found.push({ start: from + each.start, end: from + each.end });
    }
    read = to;
  }
  return found;
}
