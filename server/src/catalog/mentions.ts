import type { Span } from '../text/span.ts';
import type { Catalog } from './catalog.ts';
import { GRAMMARS } from './ids.ts';
import type { Library } from './library.ts';
import { lastNameBefore } from './names.ts';
import { ownMentions } from './own/mentions.ts';
import type { Item } from './types.ts';

/** An id of a framework in running text; the span is relative to the text that was searched. */
export interface Mention extends Span {
  /** The id as written. */
  readonly written: string;
  readonly catalog: Catalog;
  /** The item, or the listed one that holds it, as `Art. 10` does `Art. 10(2)(f)`; absent when there is none. */
  readonly item: Item | undefined;
  /** Whether the text beside the id names the framework. */
  readonly explicit: boolean;
}

/** How a bare id of each framework looks in running text. */
const PROSE: ReadonlyMap<string, { readonly anywhere: RegExp; readonly whole: RegExp }> = new Map(
  Object.entries(GRAMMARS).flatMap(([framework, { prose }]) =>
    prose === undefined
      ? []
      : [
          [
            framework,
            {
              anywhere: new RegExp(String.raw`(?<![\w.])(?:${prose})(?![\w]|[.-]\d)`, 'g'),
              whole: new RegExp(`^(?:${prose})$`),
            },
          ] as const,
        ],
  ),
);

const ANY_ID = new RegExp(
  Object.values(GRAMMARS)
    .flatMap(({ prose }) => prose ?? [])
    .join('|'),
);

/** Whether a text holds anything that looks like an id of some framework: a cheap test to spare the rest. */
export function mayMention(text: string): boolean {
  return ANY_ID.test(text);
}

/**
 * The ids in a line of text. A framework that the line names applies to the ids behind it, up to the next name;
 * an id without one takes the first of `frameworks` whose ids look like that.
 */
export function mentionsIn(line: string, library: Library, frameworks: readonly string[]): Mention[] {
  if (!mayMention(line))
    return library.hasOwn ? ownMentions(line, library, frameworks, library.namesIn(line)) : [];
  const named = library.namesIn(line);
  const found = ownMentions(line, library, frameworks, named);
  const taken = new Set(found.flatMap(offsetsOf));
  const candidates = [...new Set([...named.map(name => name.framework), ...frameworks])];
  for (const framework of candidates) {
    for (const hit of line.matchAll(PROSE.get(framework)?.anywhere ?? NOTHING)) {
      const start = hit.index;
      const before = named[lastNameBefore(named, start)];
      const own = before?.framework ?? frameworks.find(each => PROSE.get(each)?.whole.test(hit[0]) === true);
      const place = { start, end: start + hit[0].length };
      if (own !== framework || offsetsOf(place).some(offset => taken.has(offset))) continue;
      const catalog = library.catalog(framework);
      if (catalog === undefined) continue;
      for (const offset of offsetsOf(place)) taken.add(offset);
      found.push({
        ...place,
        written: hit[0],
        catalog,
        item: catalog.find(hit[0]) ?? catalog.holding(hit[0]),
        explicit: before !== undefined,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Every offset of a stretch; ids are short. */
function offsetsOf({ start, end }: Span): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

const NOTHING = /(?!)/g;
