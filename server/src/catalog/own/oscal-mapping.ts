import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { MOST_PAIRS } from './crosswalk.ts';
import { publisherOf } from './oscal-catalog.ts';
import { listIn, Reading, spanOf, textIn } from './reading.ts';
import type { At, FrameworkName, OwnCrosswalk, OwnFile, OwnPair } from './types.ts';

/** OSCAL's relationships; what is no relation at all is left out. */
const RELATIONS: Readonly<
  Record<string, { readonly strength: string; readonly caveat: string | undefined }>
> = {
  'equal-to': { strength: 'core', caveat: undefined },
  'equivalent-to': { strength: 'core', caveat: undefined },
  'subset-of': { strength: 'related', caveat: 'The source covers a part of the target (subset-of).' },
  'superset-of': { strength: 'related', caveat: 'The source covers more than the target (superset-of).' },
  'intersects-with': { strength: 'related', caveat: 'The two overlap in part (intersects-with).' },
};
const NO_RELATION = ['no-relationship'];

/** Reads an OSCAL mapping-collection; each of its mappings becomes a crosswalk of its publisher. */
export function oscalMapping(root: YamlNode, path: string): OwnFile {
  const reading = new Reading();
  const collection = valueAt(root, 'mapping-collection');
  const metadata = valueAt(collection, 'metadata');
  const publisher = publisherOf(metadata) ?? textIn(metadata, 'title') ?? path;
  const crosswalks: OwnCrosswalk[] = [];
  for (const mapping of collection === undefined ? [] : reading.list(collection, 'mappings')) {
    const [from, to] = ['source-resource', 'target-resource'].map(key =>
      resourceOf(mapping, key, collection, path, reading),
    );
    if (from === undefined || to === undefined) continue;
    const pairs = reading.list(mapping, 'maps').flatMap(map => pairsOf(map, reading));
    crosswalks.push({
      id: textIn(mapping, 'uuid') ?? `${path}#${crosswalks.length}`,
      from,
      to,
      basis: 'published',
      publisher,
      caveat: undefined,
      pairs: pairs.slice(0, MOST_PAIRS),
    });
  }
  return { format: 'oscal-mapping', catalogs: [], crosswalks, overlays: [], problems: reading.problems };
}

function resourceOf(
  mapping: YamlNode,
  key: string,
  collection: YamlNode | undefined,
  path: string,
  reading: Reading,
): FrameworkName | undefined {
  const resource = valueAt(mapping, key);
  if (resource === undefined) {
    reading.problem(mapping, `"${key}" is missing in this mapping`, `Add "${key}:" with its "href"`);
    return undefined;
  }
  const href = reading.needed(resource, 'href', `"${key}"`);
  if (href === undefined) return undefined;
  const inBack = href.value.startsWith('#')
    ? listIn(valueAt(collection, 'back-matter'), 'resources').find(
        each => textIn(each, 'uuid') === href.value.slice(1),
      )
    : undefined;
  const links = listIn(inBack, 'rlinks').flatMap(each => textIn(each, 'href') ?? []);
  const title = textIn(resource, 'title') ?? textIn(inBack, 'title');
  const written = href.value.startsWith('#') ? [href.value.slice(1)] : [href.value];
  const names = [...written, ...links].flatMap(each => [relativeTo(path, each), each]);
  return { names: [...new Set([...names, ...(title === undefined ? [] : [title])])], span: href.span };
}

/** A path beside the file's own; addresses and names stay. */
function relativeTo(path: string, href: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('/')) return href;
  const parts = path.split('/').slice(0, -1);
  for (const step of href.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}

function pairsOf(map: YamlNode, reading: Reading): OwnPair[] {
  const relation = relationOf(map, reading);
  if (relation === undefined) return [];
  const [sources, targets] = [endsOf(map, 'sources'), endsOf(map, 'targets')];
  const { strength, caveat } = relation;
  const pairs = sources.flatMap(from => targets.map(to => ({ from, to, strength })));
  const seen = new Set<string>();
  return pairs
    .filter(({ from, to }) => {
      const key = `${from.value} ${to.value}`;
      return !seen.has(key) && seen.add(key).has(key);
    })
    .slice(0, MOST_PAIRS)
    .map(pair => (caveat === undefined ? pair : { ...pair, caveat }));
}

function relationOf(map: YamlNode, reading: Reading): (typeof RELATIONS)[string] | undefined {
  const node = valueAt(map, 'relationship');
  const written = node?.kind === 'map' ? reading.text(node, 'type') : reading.text(map, 'relationship');
  if (written === undefined) {
    reading.problem(
      node ?? map,
      'This pair has no relationship',
      'Add "relationship:", such as intersects-with',
    );
    return undefined;
  }
  if (NO_RELATION.includes(written.value)) return undefined;
  const known = Object.hasOwn(RELATIONS, written.value) ? RELATIONS[written.value] : undefined;
  if (known === undefined)
    reading.at(
      written.span,
      `"${written.value}" is no relationship of OSCAL`,
      `Use ${Object.keys(RELATIONS).join(', ')}`,
    );
  return known;
}

/** The controls at one end; a statement, `ra-5_smt.a`, stands for its control. */
function endsOf(map: YamlNode, key: string): At<string>[] {
  return listIn(map, key).flatMap(each => {
    const id = valueAt(each, 'id-ref');
    const text = textIn(each, 'id-ref');
    if (id === undefined || text === undefined) return [];
    const control = text.replace(/_(?:smt|obj|gdn|asm|fr)(?:$|[._-].*)/s, '');
    return [{ value: control, span: spanOf(id) }];
  });
}
