import type { Catalog } from '../../catalog/catalog.ts';
import type { Item } from '../../catalog/types.ts';

/** What somebody may have meant by an id that is none. */
export interface Intended {
  readonly best: Item | undefined;
  /** The controls to choose from, where the id stands for a group of them. */
  readonly others: readonly Item[];
}

/** The control that a wrong id stands for: by the title written behind it, else by the closest id. */
export function intendedFor(
  written: string,
  after: string,
  catalog: Catalog,
  item: Item | undefined,
): Intended {
  const title = plain(/^[\s:–—|*_()-]*([^|;()\r\n]{4,90})/.exec(after)?.[1] ?? '');
  const titled = title === '' ? undefined : catalog.controls.find(each => starts(title, plain(each.title)));
  if (titled !== undefined) return { best: titled, others: [] };
  const siblings =
    item?.parent === undefined ? [] : catalog.children(item.parent).filter(each => catalog.isControl(each));
  return { best: siblings[0] ?? catalog.nearest(written), others: siblings };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function starts(text: string, title: string): boolean {
  return text === title || text.startsWith(`${title} `);
}

/** No id is longer, whatever stands around it. */
const LONGEST = 260;

/** The id as the author writes ids: `A-7-2` stays with dashes, "Annex" and a framework in front stay too. */
export function replacement(written: string, item: Item): string {
  const id = /[A-Za-z]-\d/.test(written) ? item.id.replaceAll('.', '-') : item.id;
  const lead = /^(.*?)(?:[A-Za-z][.-])?\d+(?:[.-]\d+)*$/.exec(written.slice(0, LONGEST))?.[1] ?? '';
  return `${lead}${id}`;
}
