import { GRAMMARS } from '../../catalog/ids.ts';
import type { KnownItem, Library } from '../../catalog/library.ts';
import { nearestWord } from '../../catalog/nearest.ts';

/** The item of another framework that an id without a framework looks like. */
export function itemElsewhere(written: string, library: Library, not: string): KnownItem | undefined {
  for (const { id, own } of library.heads) {
    const prose = GRAMMARS[id]?.prose;
    const fits = own !== undefined || (prose !== undefined && new RegExp(`^(?:${prose})$`).test(written));
    if (id === not || !fits) continue;
    const catalog = library.catalog(id);
    const item = catalog?.find(written);
    if (catalog !== undefined && item !== undefined) return { catalog, item };
  }
  return undefined;
}

/** A framework in front of a colon that is not known; undefined where the text names none or a known one. */
export function unknownFramework(text: string, library: Library): string | undefined {
  const prefix = /^([a-z][a-z0-9]*(?:-[a-z0-9.]+)*):\s*(?=[^\s/])/.exec(text.trim())?.[1];
  return prefix === undefined || library.nameIn(text.trim()) !== undefined ? undefined : prefix;
}

/** The id of the framework that was probably meant. */
export function nearestFramework(text: string, library: Library): string | undefined {
  const named = library.nameIn(text.trim());
  if (named !== undefined) return named.framework;
  const words = library.heads.flatMap(head => [head.id, ...head.names]);
  const near = nearestWord(text, words)?.word;
  return library.heads.find(head => head.id === near || head.names.some(name => name === near))?.id;
}
