import type { Span } from '../text/span.ts';
import type { Catalog } from './catalog.ts';
import { GRAMMARS } from './ids.ts';
import type { Library } from './library.ts';
import type { Item } from './types.ts';

/** An id of a framework in running text; the span is relative to the text that was searched. */
export interface Mention extends Span {
  /** The id as written. */
  readonly written: string;
  readonly catalog: Catalog;
  /** Absent when the framework has no such item. */
  readonly item: Item | undefined;
  /** Whether the text beside the id names the framework. */
  readonly explicit: boolean;
}

/**
 * The ids in a line of text. A framework that the line names applies to the ids behind it, up to the next name;
 * an id without one takes the first of `frameworks` whose ids look like that.
 */
export function mentionsIn(line: string, library: Library, frameworks: readonly string[]): Mention[] {
  if (!/\d/.test(line)) return [];
  const named = namesIn(line, library);
  const found: Mention[] = [];
  const candidates = [...new Set([...named.map(name => name.framework), ...frameworks])];
  for (const framework of candidates) {
    const prose = GRAMMARS[framework]?.prose;
    if (prose === undefined) continue;
    for (const hit of line.matchAll(new RegExp(String.raw`(?<![\w.])(?:${prose})(?![\w]|[.-]\d)`, 'g'))) {
      const start = hit.index;
      const before = named.findLast(name => name.end <= start);
      const own =
        before?.framework ??
        frameworks.find(each => GRAMMARS[each]?.prose !== undefined && looksLike(each, hit[0]));
      if (own !== framework || found.some(each => each.start < start + hit[0].length && start < each.end))
        continue;
      const catalog = library.catalog(framework);
      if (catalog === undefined) continue;
      found.push({
        start,
        end: start + hit[0].length,
        written: hit[0],
        catalog,
        item: catalog.find(hit[0]),
        explicit: before !== undefined,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function looksLike(framework: string, id: string): boolean {
  const prose = GRAMMARS[framework]?.prose;
  return prose !== undefined && new RegExp(`^(?:${prose})$`).test(id);
}

function namesIn(line: string, library: Library): { framework: string; end: number }[] {
  const names: { framework: string; end: number }[] = [];
  for (const hit of line.matchAll(/(?<![\w-])[A-Za-z]/g)) {
    if (hit.index < (names.at(-1)?.end ?? 0)) continue;
    const name = library.nameIn(line.slice(hit.index, hit.index + 120));
    if (name === undefined) continue;
    const rest = line.slice(hit.index, hit.index + 120).length - name.rest.length;
    names.push({ framework: name.framework, end: hit.index + rest });
  }
  return names;
}
