import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { type CatalogData, type Item, type Provenance, STRENGTHS } from '../types.ts';
import { assembled, namesOf, type PlacedItem } from './assemble.ts';
import { isFrameworkId } from './ids.ts';
import { ITEM_KEYS, itemOf } from './native-item.ts';
import { listIn, plainText, Reading, textIn } from './reading.ts';
import type { OwnFile } from './types.ts';

const KEYS = [
  '$schema',
  'id',
  'edition',
  'name',
  'title',
  'publisher',
  'names',
  'assessable',
  'needed',
  'exclusions',
  'otherEditions',
  'disclaimer',
  'provenance',
  'items',
];
const NEEDED = STRENGTHS.filter(each => each !== 'missing');
/** The kinds of item that a mapping answers where a catalog does not say. */
const ASSESSABLE = ['control', 'subcategory', 'requirement', 'topic', 'article', 'point'];

/** Reads a catalog in our own format. Only `id` and `items` with `id` and `title` are needed. */
export function nativeCatalog(root: YamlNode, path: string): OwnFile {
  const reading = new Reading();
  reading.onlyKeys(root, KEYS);
  const id = reading.needed(root, 'id', 'this catalog');
  if (id !== undefined && !isFrameworkId(id.value))
    reading.at(
      id.span,
      `"${id.value}" cannot stand in front of a colon`,
      'Use lower-case letters, digits and dashes, and begin with a letter, such as "acme-ai-policy"',
    );
  const items = itemsOf(root, reading);
  if (id === undefined || !isFrameworkId(id.value)) return { ...NOTHING, problems: reading.problems };
  const data = dataOf(root, id.value, items, path, reading);
  return { ...NOTHING, catalogs: [{ data, span: id.span }], problems: reading.problems };
}

const NOTHING: OwnFile = { format: 'catalog', catalogs: [], crosswalks: [], overlays: [], problems: [] };

function itemsOf(root: YamlNode, reading: Reading): Item[] {
  const placed: PlacedItem[] = [];
  for (const node of reading.list(root, 'items')) {
    const map = reading.map(node, 'This item');
    if (map === undefined) continue;
    reading.onlyKeys(map, ITEM_KEYS);
    const item = itemOf(map, reading);
    if (item !== undefined) placed.push(item);
  }
  return assembled(placed, reading);
}

function dataOf(root: YamlNode, id: string, items: Item[], path: string, reading: Reading): CatalogData {
  const title = reading.text(root, 'title')?.value ?? textIn(root, 'name') ?? id;
  const name = reading.text(root, 'name')?.value ?? title;
  const disclaimer = reading.text(root, 'disclaimer')?.value;
  const kinds = [...new Set(items.map(item => item.kind))];
  const assessable = reading.texts(root, 'assessable') ?? kinds.filter(kind => ASSESSABLE.includes(kind));
  const exclusions = valueAt(root, 'exclusions');
  return {
    id,
    edition: reading.text(root, 'edition')?.value ?? '',
    name,
    title,
    publisher: reading.text(root, 'publisher')?.value ?? '',
    names: namesOf(reading.texts(root, 'names') ?? [name, title]),
    assessable: assessable.length > 0 ? assessable : kinds,
    needed: reading.word(root, 'needed', NEEDED) ?? 'documented',
    ...(exclusions?.kind === 'scalar' && exclusions.value === false ? { exclusions: false } : {}),
    ...(disclaimer === undefined ? {} : { disclaimer }),
    otherEditions: otherEditions(root),
    provenance: provenanceOf(valueAt(root, 'provenance'), path),
    items,
    own: path,
  };
}

function otherEditions(root: YamlNode): NonNullable<CatalogData['otherEditions']> {
  return listIn(root, 'otherEditions').flatMap(node => {
    const [edition, status, note] = [textIn(node, 'edition'), textIn(node, 'status'), textIn(node, 'note')];
    return edition === undefined || status === undefined ? [] : [{ edition, status, note: note ?? '' }];
  });
}

function provenanceOf(node: YamlNode | undefined, path: string): Provenance {
  const sources = listIn(node, 'sources').flatMap(each => plainText(each) ?? []);
  const attribution = textIn(node, 'attribution');
  return {
    sources: sources.length > 0 ? sources : [path],
    retrieved: textIn(node, 'retrieved') ?? '',
    licence: textIn(node, 'licence') ?? '',
    ...(attribution === undefined ? {} : { attribution }),
  };
}
