import type { Library } from '../library.ts';
import type { Mention } from '../mentions.ts';
import { lastNameBefore, type NamePlace } from '../names.ts';

/** No id in prose is longer, counted in UTF-16 code units. */
const LONGEST = 40;
/** A piece of an id: a word, or what a bracket of one level adds to it. */
const PIECE = /[\p{L}\p{N}_]+\)?|\(/gu;

/**
 * The ids of own catalogs in a line. Their ids may look like anything (`AC-2(1)`, `PO.1.2`, `ORG-AI 4`), so that only
 * what a catalog has counts, and the longest of it; a number without a letter needs the framework's name before it.
 */
export function ownMentions(
  line: string,
  library: Library,
  frameworks: readonly string[],
  named: readonly NamePlace[],
): Mention[] {
  const own = library.heads.filter(head => head.own !== undefined).map(head => head.id);
  const found: Mention[] = [];
  if (own.length === 0) return found;
  const pieces = [...line.matchAll(PIECE)].map(hit => ({ start: hit.index, end: hit.index + hit[0].length }));
  for (const [index, { start }] of pieces.entries()) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const last = lastNameBefore(named, start);
    const before = named[last];
    const within = (named[last + 1]?.start ?? Number.POSITIVE_INFINITY) <= start;
    const asked = before === undefined ? frameworks.filter(each => own.includes(each)) : [before.framework];
    if (within || !asked.every(each => own.includes(each))) continue;
    const ends = pieces.slice(index, index + LONGEST).map(piece => piece.end);
    const mention = longest(line, start, ends, asked, before !== undefined, library);
    if (mention !== undefined) found.push(mention);
  }
  return found;
}

function longest(
  line: string,
  start: number,
  ends: readonly number[],
  frameworks: readonly string[],
  explicit: boolean,
  library: Library,
): Mention | undefined {
  for (const end of ends.filter(each => each - start <= LONGEST).reverse()) {
    const written = line.slice(start, end);
    if (!/\d/.test(written) || !(explicit || /\p{L}/u.test(written))) continue;
    for (const framework of frameworks) {
      const catalog = library.catalog(framework);
      const item = catalog?.find(written);
      if (catalog !== undefined && item !== undefined)
        return { start, end, written, catalog, item, explicit };
    }
  }
  return undefined;
}
