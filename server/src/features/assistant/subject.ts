import type { KnownItem, Library } from '../../catalog/library.ts';
import { itemNamed } from '../explain.ts';
import type { Problem } from './input.ts';
import type { Asked } from './rows.ts';

/** The framework of bare ids, as in a workspace without configuration. */
const DEFAULT_FRAMEWORK = 'iso-42001';

/** The control that a question names. */
export function subjectOf({ session, parts }: Asked, text: string): KnownItem | Problem {
  const { library } = session;
  const frameworks = [...new Set([DEFAULT_FRAMEWORK, ...parts.map(each => each.framework.id)])];
  for (const framework of frameworks) {
    const known = itemNamed(library, text, framework);
    if (known !== undefined) return known;
  }
  return { problem: `No framework has an item "${text}"${nearText(library, text, frameworks)}.` };
}

function nearText(library: Library, text: string, frameworks: readonly string[]): string {
  const found = library.resolve(text, DEFAULT_FRAMEWORK);
  const rest = library.nameIn(text)?.rest ?? text;
  const catalogs =
    found === undefined ? frameworks.flatMap(id => library.catalog(id) ?? []) : [found.catalog];
  const near = catalogs.flatMap(catalog => {
    const item = catalog.nearest(rest);
    return item === undefined ? [] : [`${catalog.qualified(item)} (${item.title})`];
  });
  if (near.length > 0) return `; near it are ${near.slice(0, 3).join(', ')}`;
  return `; the frameworks are ${library.heads.map(head => head.id).join(', ')}`;
}
