import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { withoutEnd } from '../../text/trim.ts';
import type { Item } from '../types.ts';
import { assembled, catalogWith, namesOf, type PlacedItem } from './assemble.ts';
import { frameworkIdFrom, stemOf } from './ids.ts';
import { defined } from './native-item.ts';
import { type Parameters, parametersOf, proseOf, shortened } from './oscal-prose.ts';
import { listIn, plainText, Reading, spanOf, textIn } from './reading.ts';
import type { At, OwnFile } from './types.ts';

const MOST_NESTING = 30;
/** A summary says what an item is about; the whole prose stays in the catalog. */
const MOST_SUMMARY = 1200;
const MOST_LIST = 12;

/**
 * Reads an OSCAL catalog: groups, controls and their enhancements, known by their labels (`AC-2(1)`) and by their ids
 * (`ac-2.1`). The framework's id comes from the file's name.
 */
export function oscalCatalog(root: YamlNode, path: string): OwnFile {
  const reading = new Reading();
  const catalog = valueAt(root, 'catalog') ?? root;
  const metadata = valueAt(catalog, 'metadata');
  const title = metadata === undefined ? undefined : reading.needed(metadata, 'title', '"metadata"');
  if (metadata === undefined)
    reading.problem(catalog, '"metadata" is missing in this OSCAL catalog', 'Add "metadata" with a "title"');
  const stem = stemOf(path);
  const id = frameworkIdFrom(stem);
  const items = assembled(new CatalogWalk(reading).placed(catalog), reading);
  if (items.length === 0)
    reading.problem(catalog, 'This OSCAL catalog holds no control', 'Add "groups" or "controls"');
  const text = title?.value ?? stem;
  const uuid = textIn(catalog, 'uuid');
  const data = catalogWith({
    id,
    title: text,
    names: namesOf([id, stem.replaceAll('_', ' '), text.split(':')[0], text]),
    edition: textIn(metadata, 'version') ?? '',
    publisher: publisherOf(metadata) ?? '',
    assessable: ['control', 'enhancement'],
    items,
    own: path,
    also: uuid === undefined ? [] : [uuid],
  });
  return {
    format: 'oscal-catalog',
    catalogs: [{ data, span: title?.span ?? spanOf(catalog) }],
    crosswalks: [],
    overlays: [],
    problems: reading.problems,
  };
}

/** The organisation behind a document: whoever its metadata makes publisher or creator, else the first party. */
export function publisherOf(metadata: YamlNode | undefined): string | undefined {
  const parties = listIn(metadata, 'parties');
  const responsible = listIn(metadata, 'responsible-parties');
  const named = ['publisher', 'creator', 'contact'].flatMap(role =>
    responsible.filter(each => textIn(each, 'role-id') === role),
  );
  const uuid = plainText(listIn(named[0], 'party-uuids')[0]);
  const party = parties.find(each => textIn(each, 'uuid') === uuid) ?? parties[0];
  return textIn(party, 'name') ?? textIn(party, 'short-name');
}

class CatalogWalk {
  private readonly reading: Reading;
  private readonly found: PlacedItem[] = [];

  constructor(reading: Reading) {
    this.reading = reading;
  }

  placed(catalog: YamlNode): PlacedItem[] {
    this.inside(catalog, undefined, parametersOf(catalog, new Map()), 'control', 0);
    return this.found;
  }

  private inside(
    node: YamlNode,
    parent: At<string> | undefined,
    parameters: Parameters,
    kind: string,
    depth: number,
  ): void {
    if (depth > MOST_NESTING) {
      this.reading.problem(node, `Controls are nested more than ${MOST_NESTING} levels deep`, 'Flatten them');
      return;
    }
    for (const group of listIn(node, 'groups')) this.group(group, parent, parameters, depth);
    for (const control of listIn(node, 'controls')) this.control(control, parent, parameters, kind, depth);
  }

  private group(group: YamlNode, parent: At<string> | undefined, outer: Parameters, depth: number): void {
    const id = this.reading.text(group, 'id');
    const label = labelsOf(group)[0];
    const title = this.reading.text(group, 'title')?.value ?? label ?? id?.value;
    const parameters = parametersOf(group, outer);
    if (id === undefined || title === undefined) {
      // A group needs no id of its own; its controls then stand where it stands.
      this.inside(group, parent, parameters, 'control', depth + 1);
      return;
    }
    const written = label ?? id.value;
    const summary = summaryOf(group, ['overview', 'statement'], parameters) ?? title;
    const item: Item = { id: written, kind: 'group', title, summary, spellings: [id.value] };
    this.found.push({ item, id, parent });
    this.inside(group, { value: written, span: id.span }, parameters, 'control', depth + 1);
  }

  private control(
    control: YamlNode,
    parent: At<string> | undefined,
    outer: Parameters,
    kind: string,
    depth: number,
  ): void {
    const id = this.reading.needed(control, 'id', 'this control');
    const parameters = parametersOf(control, outer);
    if (id === undefined) return;
    const title = this.reading.needed(control, 'title', `the control "${id.value}"`)?.value ?? id.value;
    const [label, ...labels] = labelsOf(control);
    const withdrawn = listIn(control, 'props').some(
      prop => textIn(prop, 'name') === 'status' && textIn(prop, 'value')?.toLowerCase() === 'withdrawn',
    );
    const related = linksOf(control, ['related', 'required']);
    const item: Item = defined({
      id: label ?? id.value,
      kind: withdrawn ? 'withdrawn' : kind,
      title,
      summary: summaryOf(control, ['statement', 'overview'], parameters) ?? title,
      purpose: summaryOf(control, ['guidance'], parameters),
      asks: asksOf(control, parameters),
      evidence: evidenceOf(control),
      related: related.length === 0 ? undefined : related,
      spellings: [id.value, ...labels],
      supersededBy: withdrawn ? linksOf(control, ['incorporated-into', 'moved-to'])[0] : undefined,
    });
    this.found.push({ item, id, parent });
    const own = { value: item.id, span: id.span };
    this.inside(control, own, parameters, 'enhancement', depth + 1);
  }
}

/** The labels of a group or control, the plain one first. */
function labelsOf(node: YamlNode): string[] {
  const labels = listIn(node, 'props').filter(prop => textIn(prop, 'name') === 'label');
  const plain = labels.filter(prop => textIn(prop, 'class') === undefined);
  return [...new Set([...plain, ...labels].flatMap(prop => textIn(prop, 'value')?.trim() || []))];
}

function summaryOf(node: YamlNode, names: readonly string[], parameters: Parameters): string | undefined {
  const part = names
    .map(name => listIn(node, 'parts').find(each => textIn(each, 'name') === name))
    .find(each => each !== undefined);
  const prose = part === undefined ? '' : proseOf(part, parameters);
  return prose === '' ? undefined : shortened(prose, MOST_SUMMARY);
}

/** What an assessor determines, without the letters of the items. */
function asksOf(control: YamlNode, parameters: Parameters): readonly string[] | undefined {
  const parts = listIn(control, 'parts').filter(each =>
    ['assessment-objective', 'objective'].includes(textIn(each, 'name') ?? ''),
  );
  const lines = parts
    .flatMap(part => proseOf(part, parameters).split('\n'))
    .filter(line => line.trim() !== '');
  return lines.length === 0 ? undefined : lines.slice(0, MOST_LIST);
}

/** What an assessor examines: the objects that an EXAMINE method lists. */
function evidenceOf(control: YamlNode): readonly string[] | undefined {
  const methods = listIn(control, 'parts').filter(
    each =>
      textIn(each, 'name') === 'assessment-method' &&
      listIn(each, 'props').some(prop => textIn(prop, 'value')?.toUpperCase() === 'EXAMINE'),
  );
  const objects = methods.flatMap(method =>
    listIn(method, 'parts').flatMap(each => textIn(each, 'prose') ?? []),
  );
  const lines = objects
    .flatMap(each => each.split(/\n+/))
    .map(line => withoutEnd(line.replace(/^[\s;•-]+/, ''), /[\s;]/));
  const telling = lines.filter(line => line !== '');
  return telling.length === 0 ? undefined : telling.slice(0, MOST_LIST);
}

function linksOf(control: YamlNode, relations: readonly string[]): string[] {
  return listIn(control, 'links').flatMap(link => {
    const href = textIn(link, 'href');
    return relations.includes(textIn(link, 'rel') ?? '') && href?.startsWith('#') === true
      ? [href.slice(1)]
      : [];
  });
}
