import { keyText, valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { licenseAtAddress } from '../license-address.ts';
import { factAt, type RepositoryFact, textOf } from './fact.ts';
import { factsByKey } from './keys.ts';

/** More fields than this are better read where they stand. */
const MOST_FIELDS = 100;

/** `dataset_infos.json`: one configuration's facts by name; of several configurations those are told apart. */
export function datasetInfos(root: YamlNode): RepositoryFact[] {
  const configurations = root.kind === 'map' ? root.pairs : [];
  return configurations.flatMap(({ key, value }) => {
    const name = keyText(key) ?? '';
    if (valueAt(value, 'splits') === undefined && valueAt(value, 'features') === undefined) return [];
    const inside = configurations.length === 1 ? '' : `${name}/`;
    return [
      ...described(
        value,
        {
          description: 'description',
          license: 'license',
          homepage: 'homepage',
          citation: 'citation',
          download_size: 'download-size',
          dataset_size: 'dataset-size',
        },
        `${name}.`,
      ),
      ...splits(valueAt(value, 'splits'), `${name}.splits`, inside),
      ...fields(valueAt(value, 'features'), `${name}.features`, inside),
    ];
  });
}

/** Facts by key, with a licence that is given by its address as its id. */
function described(node: YamlNode, topics: Parameters<typeof factsByKey>[1], above = ''): RepositoryFact[] {
  return factsByKey(node, topics, above).map(fact => {
    const id = fact.topic === 'license' ? licenseAtAddress(fact.value) : undefined;
    return id === undefined ? fact : { ...fact, value: id };
  });
}

function splits(node: YamlNode | undefined, pointer: string, inside: string): RepositoryFact[] {
  if (node?.kind !== 'map') return [];
  return node.pairs.flatMap(({ key, value }) => {
    const name = keyText(key) ?? '';
    const rows = valueAt(value, 'num_examples');
    return factAt('split', rows, `${pointer}.${name}.num_examples`, undefined, { of: inside + name });
  });
}

function fields(node: YamlNode | undefined, pointer: string, inside: string): RepositoryFact[] {
  if (node?.kind !== 'map' || node.pairs.length > MOST_FIELDS) return [];
  return node.pairs.flatMap(({ key, value }) => {
    const name = keyText(key) ?? '';
    const type = textOf(valueAt(value, 'dtype')) ?? textOf(valueAt(value, '_type'));
    return factAt('field', value, `${pointer}.${name}`, type, { of: inside + name });
  });
}

/** A Croissant description of a dataset. */
export function croissant(root: YamlNode): RepositoryFact[] {
  const context = valueAt(root, '@context');
  const conforms = textOf(valueAt(root, 'conformsTo')) ?? '';
  if (context === undefined || !(/croissant/i.test(conforms) || valueAt(root, 'recordSet') !== undefined))
    return [];
  return [
    ...described(root, {
      name: 'name',
      description: 'description',
      license: 'license',
      url: 'homepage',
      version: 'version',
      datePublished: 'released',
      citeAs: 'citation',
    }),
    ...people(valueAt(root, 'creator'), 'creator'),
    ...recordFields(valueAt(root, 'recordSet')),
  ];
}

/** Names of people or organisations, given as one or as a list. */
function people(node: YamlNode | undefined, pointer: string): RepositoryFact[] {
  const all = node?.kind === 'seq' ? node.items : node === undefined ? [] : [node];
  const names = all.flatMap(each => textOf(valueAt(each, 'name')) ?? []);
  return factAt('authors', node, pointer, names.length === 0 ? undefined : names.join(', '));
}

function recordFields(node: YamlNode | undefined): RepositoryFact[] {
  const sets = node?.kind === 'seq' ? node.items : [];
  return sets.flatMap((set, at) => {
    const list = valueAt(set, 'field');
    const items = list?.kind === 'seq' ? list.items : [];
    if (items.length > MOST_FIELDS) return [];
    return items.flatMap((item, index) => {
      const name = textOf(valueAt(item, 'name'));
      const type = valueAt(item, 'dataType');
      const short = textOf(type)?.replace(/^(?:sc|schema|cr|wd):/, '');
      return name === undefined
        ? []
        : factAt('field', type, `recordSet[${at}].field[${index}].dataType`, short, { of: name });
    });
  });
}
