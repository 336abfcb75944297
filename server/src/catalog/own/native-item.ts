import { keyText, valueAt, type YamlMap, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { type Item, type ItemDate, type ItemScope, type ItemTemplate, STRENGTHS } from '../types.ts';
import type { PlacedItem } from './assemble.ts';
import { listIn, plainText, type Reading, textIn } from './reading.ts';

/** The keys of an item in our format. */
export const ITEM_KEYS = [
  'id',
  'kind',
  'parent',
  'title',
  'summary',
  'purpose',
  'asks',
  'evidence',
  'related',
  'level',
  'template',
  'spellings',
  'needed',
  'scope',
  'applies',
  'supersededBy',
  'attributes',
];

/** Reads one item of our format; undefined without an id or a title. */
export function itemOf(node: YamlMap, reading: Reading): PlacedItem | undefined {
  const id = reading.needed(node, 'id', 'this item');
  if (id === undefined) return undefined;
  const title = reading.needed(node, 'title', `the item "${id.value}"`);
  const parent = reading.text(node, 'parent');
  const item: Item = defined({
    id: id.value.trim(),
    kind: reading.text(node, 'kind')?.value ?? 'control',
    title: title?.value ?? id.value,
    summary: reading.text(node, 'summary')?.value ?? title?.value ?? '',
    purpose: reading.text(node, 'purpose')?.value,
    asks: reading.texts(node, 'asks'),
    evidence: reading.texts(node, 'evidence'),
    related: reading.texts(node, 'related'),
    level: reading.word(node, 'level', ['system', 'organization']),
    template: templateOf(valueAt(node, 'template')),
    spellings: reading.texts(node, 'spellings'),
    needed: reading.word(
      node,
      'needed',
      STRENGTHS.filter(each => each !== 'missing'),
    ),
    scope: scopeOf(valueAt(node, 'scope')),
    applies: appliesOf(node),
    supersededBy: reading.text(node, 'supersededBy')?.value,
    attributes: attributesOf(valueAt(node, 'attributes')),
  });
  return { item, id, parent };
}

/** A value without the keys that are undefined, as the types of catalogs want it. */
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>;
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

function templateOf(node: YamlNode | undefined): ItemTemplate | undefined {
  const [file, title] = [textIn(node, 'file'), textIn(node, 'title')];
  if (file === undefined || title === undefined || !/^[\w.-]+\.md$/.test(file)) return undefined;
  const sections = listIn(node, 'sections').flatMap(section => {
    const heading = textIn(section, 'heading');
    return heading === undefined ? [] : [{ heading, guidance: textIn(section, 'guidance') ?? '' }];
  });
  return { file, title, sections };
}

function scopeOf(node: YamlNode | undefined): ItemScope | undefined {
  const why = textIn(node, 'why');
  if (why === undefined) return undefined;
  return {
    why,
    ...defined({
      roles: textsIn(node, 'roles'),
      riskClasses: textsIn(node, 'riskClasses'),
      modelTypes: textsIn(node, 'modelTypes'),
      stages: textsIn(node, 'stages'),
      sectors: textsIn(node, 'sectors'),
    }),
  };
}

function appliesOf(node: YamlNode): readonly ItemDate[] | undefined {
  const dates = listIn(node, 'applies').flatMap((each): ItemDate[] => {
    const from = textIn(each, 'from');
    if (from === undefined || !/^\d{4}-\d\d-\d\d$/.test(from)) return [];
    const rest = defined({
      roles: textsIn(each, 'roles'),
      riskClasses: textsIn(each, 'riskClasses'),
      note: textIn(each, 'note'),
      was: textIn(each, 'was'),
    });
    return [{ from, source: textIn(each, 'source') ?? '', ...rest }];
  });
  return dates.length === 0 ? undefined : dates;
}

function attributesOf(node: YamlNode | undefined): Item['attributes'] | undefined {
  if (node?.kind !== 'map') return undefined;
  return Object.fromEntries(
    node.pairs.flatMap(({ key, value }) => {
      const name = keyText(key);
      return name === undefined || value.kind !== 'scalar' || value.value === null
        ? []
        : [[name, value.value]];
    }),
  );
}

function textsIn(node: YamlNode | undefined, key: string): readonly string[] | undefined {
  const found = listIn(node, key).flatMap(each => plainText(each) ?? []);
  return found.length === 0 ? undefined : found;
}
