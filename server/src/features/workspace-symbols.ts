import type { Library } from '../catalog/library.ts';
import type { Span } from '../text/span.ts';
import type { Stated } from '../workspace/facts.ts';
import type { HeadingFact, SymbolFact } from '../workspace/navigation-facts.ts';
import type { Session } from '../workspace/session.ts';

/** Something in the workspace that was searched for by name. */
export interface WorkspaceSymbol {
  readonly kind: SymbolFact['kind'] | 'section';
  /** A section's title, an entry's id with its control's title, a system's id. */
  readonly name: string;
  readonly path: string;
  readonly span: Span;
}

/** More than this nobody reads. */
const MOST_RESULTS = 256;

/**
 * The entries, sections and systems whose name holds every word of a query, in any order; ids in any spelling. The
 * best come first: names that begin with the query, then those in which a word does. Reads facts only, no document.
 */
export function workspaceSymbols(session: Session, query: string): WorkspaceSymbol[] {
  const words = wordsOf(query);
  const ranked: { readonly symbol: WorkspaceSymbol; readonly rank: number }[] = [];
  const texts = new Map<string, Searched>();
  for (const { data, path, span } of named(session)) {
    const id = `${data.kind} ${data.name} ${data.detail}`;
    const text = texts.get(id) ?? searched(data, session.library);
    texts.set(id, text);
    const rank = rankOf(text, words);
    if (rank !== undefined) ranked.push({ rank, symbol: { kind: data.kind, name: text.name, path, span } });
  }
  ranked.sort((a, b) => a.rank - b.rank || a.symbol.name.length - b.symbol.name.length);
  return ranked.slice(0, MOST_RESULTS).map(each => each.symbol);
}

/** Something that has a name, and where. */
interface Named {
  readonly data: {
    readonly kind: WorkspaceSymbol['kind'];
    readonly name: string;
    readonly detail: string | null;
  };
  readonly path: string;
  readonly span: Span;
}

function* named(session: Session): Iterable<Named> {
  yield* session.index.stated('symbols') as Stated<SymbolFact>[];
  for (const { path, data } of session.index.stated('headings') as Stated<readonly HeadingFact[]>[])
    for (const [name, start, end] of data)
      yield { data: { kind: 'section', name, detail: null }, path, span: { start, end } };
}

/** A symbol's text made ready for comparing. */
interface Searched {
  readonly name: string;
  readonly lower: string;
  /** Letters and digits alone, so that `A-6-2-4` finds `A.6.2.4`. */
  readonly bare: string;
}

function searched({ kind, name, detail }: Named['data'], library: Library): Searched {
  const title = kind === 'entry' && detail !== null ? library.item(detail)?.item.title : undefined;
  const shown = title === undefined ? name : `${name} ${title}`;
  const text = kind === 'section' ? shown : `${shown} ${detail ?? ''}`;
  return { name: shown, lower: text.toLowerCase(), bare: bare(text) };
}

function wordsOf(query: string): { readonly lower: string; readonly bare: string }[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
    .map(lower => ({ lower, bare: bare(lower) }));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** 0 is best; undefined where a word is not found. */
function rankOf({ lower, bare }: Searched, words: ReturnType<typeof wordsOf>): number | undefined {
  let rank = 0;
  for (const [index, word] of words.entries()) {
    const found = lower.indexOf(word.lower);
    if (found < 0 && (word.bare === '' || !bare.includes(word.bare))) return undefined;
    const begins =
      found > 0 && /[\p{L}\p{N}]/u.test(lower.charAt(found - 1)) ? 2 : found === 0 && index === 0 ? 0 : 1;
    rank = Math.max(rank, found < 0 ? 1 : begins);
  }
  return rank;
}
