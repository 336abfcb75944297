import { type CatalogFileModel, MOST_YAML } from '../../model/catalog-file.ts';
import { pairOf, valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { cisoLibrary } from './ciso.ts';
import { nativeCrosswalk } from './crosswalk.ts';
import { nativeCatalog } from './native.ts';
import { openControlStandard } from './opencontrol.ts';
import { oscalCatalog } from './oscal-catalog.ts';
import { oscalMapping } from './oscal-mapping.ts';
import { overlayFile } from './overlay.ts';
import { members, spanOf } from './reading.ts';
import type { OwnFile, OwnFormat } from './types.ts';

/** Reads what a file brings. Pure and total; memoise with `model.derive(ownFileOf)`. */
export function ownFileOf({ root, path, tooLong }: CatalogFileModel): OwnFile {
  if (tooLong) return { ...NOTHING, problems: [TOO_LONG] };
  const format = formatOf(root);
  if (format !== undefined) return READERS[format](root, path);
  const problem = {
    kind: 'invalid',
    span: spanOf(root),
    what: 'This file is no catalog, crosswalk or overlay that can be read',
    next: 'Begin a catalog with "id:" and "items:", a crosswalk with "from:", "to:" and "pairs:", an overlay with "overlays:"; OSCAL and CISO Assistant are read too',
  } as const;
  const problems = isEmpty(root) ? [] : [problem];
  return { ...NOTHING, problems };
}

const NOTHING: OwnFile = { format: undefined, catalogs: [], crosswalks: [], overlays: [], problems: [] };

const TOO_LONG = {
  kind: 'invalid',
  span: { start: 0, end: 0 },
  what: `This file is longer than the ${MOST_YAML / 1_000_000} million characters of YAML that are read`,
  next: 'Write it as JSON, which is read far faster, or split it',
} as const;

const READERS: Readonly<Record<OwnFormat, (root: YamlNode, path: string) => OwnFile>> = {
  catalog: nativeCatalog,
  crosswalk: nativeCrosswalk,
  overlay: overlayFile,
  'oscal-catalog': oscalCatalog,
  'oscal-mapping': oscalMapping,
  'ciso-assistant': cisoLibrary,
  'opencontrol-standard': openControlStandard,
};

/** The format of a file by its keys. */
export function formatOf(root: YamlNode): OwnFormat | undefined {
  const has = (key: string): boolean => pairOf(root, key) !== undefined;
  if (has('catalog') && valueAt(root, 'catalog')?.kind === 'map') return 'oscal-catalog';
  if (has('mapping-collection')) return 'oscal-mapping';
  if (isCiso(root)) return 'ciso-assistant';
  if (has('overlays')) return 'overlay';
  if (has('pairs') || (has('from') && has('to'))) return 'crosswalk';
  if (has('items')) return 'catalog';
  return isOpenControl(root) ? 'opencontrol-standard' : undefined;
}

/** The objects of a library, or one of them on its own. */
function isCiso(root: YamlNode): boolean {
  const objects = valueAt(root, 'objects') ?? root;
  const lists = ['framework', 'frameworks', 'requirement_mapping_set', 'requirement_mapping_sets'];
  const found = lists.flatMap(key => members(valueAt(objects, key)));
  return found.some(each =>
    ['requirement_nodes', 'requirement_mappings'].some(key => pairOf(each, key) !== undefined),
  );
}

/** A name, and controls with a family and a name under their ids. */
function isOpenControl(root: YamlNode): boolean {
  if (root.kind !== 'map' || valueAt(root, 'name')?.kind !== 'scalar') return false;
  return root.pairs.some(
    ({ value }) => valueAt(value, 'family')?.kind === 'scalar' && valueAt(value, 'name')?.kind === 'scalar',
  );
}

function isEmpty(root: YamlNode): boolean {
  return (root.kind === 'map' && root.pairs.length === 0) || (root.kind === 'scalar' && root.value === null);
}
