import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import type { Item } from '../types.ts';
import { assembled, catalogWith, namesOf, type PlacedItem } from './assemble.ts';
import { cisoCrosswalks } from './ciso-mapping.ts';
import { frameworkIdFrom, stemOf } from './ids.ts';
import { listIn, members, Reading, spanOf, textIn } from './reading.ts';
import type { At, OwnCatalog, OwnFile } from './types.ts';

/** Reads a library of CISO Assistant: its frameworks and its mapping sets. */
export function cisoLibrary(root: YamlNode, path: string): OwnFile {
  const reading = new Reading();
  const objects = valueAt(root, 'objects') ?? root;
  const frameworks = ['framework', 'frameworks'].flatMap(key => members(valueAt(objects, key)));
  return {
    format: 'ciso-assistant',
    catalogs: frameworks.map(node => frameworkOf(node, root, path, reading)),
    crosswalks: cisoCrosswalks(objects, root, path, reading),
    overlays: [],
    problems: reading.problems,
  };
}

function frameworkOf(node: YamlNode, root: YamlNode, path: string, reading: Reading): OwnCatalog {
  const urn = reading.text(node, 'urn');
  const ref = reading.text(node, 'ref_id') ?? reading.text(root, 'ref_id');
  const name = reading.text(node, 'name') ?? reading.text(root, 'name');
  const written = ref?.value ?? urn?.value.split(':').at(-1) ?? stemOf(path);
  const title = name?.value ?? written;
  const also = [urn?.value, textIn(root, 'urn')].flatMap(each => each ?? []);
  const data = catalogWith({
    id: frameworkIdFrom(written),
    title,
    names: namesOf([title, written]),
    edition: textIn(root, 'version') ?? '',
    publisher: textIn(root, 'provider') ?? '',
    provenance: { sources: [path], retrieved: '', licence: textIn(root, 'copyright') ?? '' },
    assessable: ['requirement'],
    items: assembled(nodesOf(node, reading), reading),
    own: path,
    also,
  });
  return { data, span: (ref ?? urn ?? name)?.span ?? spanOf(node) };
}

/** The requirement nodes in their order. A node without an id of its own is known by the end of its urn. */
function nodesOf(framework: YamlNode, reading: Reading): PlacedItem[] {
  const nodes = reading.list(framework, 'requirement_nodes');
  const idByUrn = new Map<string, string>();
  for (const node of nodes) {
    const urn = textIn(node, 'urn');
    if (urn !== undefined) idByUrn.set(urn, idOf(node, urn));
  }
  return nodes.flatMap((node): PlacedItem[] => {
    const urn = reading.needed(node, 'urn', 'this requirement node');
    if (urn === undefined) return [];
    const id: At<string> = { value: idOf(node, urn.value), span: (reading.text(node, 'ref_id') ?? urn).span };
    const above = reading.text(node, 'parent_urn');
    const parent =
      above === undefined ? undefined : { value: idByUrn.get(above.value) ?? above.value, span: above.span };
    return [{ item: itemOf(node, id.value, urn.value), id, parent }];
  });
}

function idOf(node: YamlNode, urn: string): string {
  return textIn(node, 'ref_id')?.trim() || (urn.split(':').at(-1) ?? urn);
}

function itemOf(node: YamlNode, id: string, urn: string): Item {
  const assessable = valueAt(node, 'assessable');
  const description = textIn(node, 'description')?.trim();
  const name = textIn(node, 'name')?.trim();
  const title = name || firstLine(description ?? '') || id;
  const evidence = textIn(node, 'typical_evidence')
    ?.split(/\n+/)
    .flatMap(line => line.replace(/^[\s*-]+/, '').trim() || []);
  const purpose = textIn(node, 'annotation')?.trim();
  const asks = listIn(node, 'questions').flatMap(each => textIn(each, 'text') ?? []);
  return {
    id,
    kind: assessable?.kind === 'scalar' && assessable.value === true ? 'requirement' : 'group',
    title,
    summary: description || title,
    ...(purpose ? { purpose } : {}),
    ...(evidence === undefined || evidence.length === 0 ? {} : { evidence }),
    ...(asks.length === 0 ? {} : { asks }),
    spellings: [urn],
  };
}

/** The beginning of a description where a node has no name. */
function firstLine(text: string): string {
  const line = text.split('\n')[0]?.trim() ?? '';
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
