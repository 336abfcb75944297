import type { CardKey, ValueListData } from '../catalog/card-key.ts';
import type { CardMetadata } from '../catalog/card-metadata.ts';
import type { ParsedDocument } from '../model/document.ts';
import { CARD_KINDS, type DocumentKind } from '../model/kinds.ts';
import type { FormatKey, FormatValue, FormatValues } from './formats.ts';
import type { YamlPath } from './locate/path.ts';

/** Whether a document is a card in another format, whose keys are not those of the hub. */
export function isForeignCard({ model }: ParsedDocument): boolean {
  return 'form' in model && model.form === 'yaml' && CARD_KINDS.some(kind => kind === model.kind);
}

/** The key at a path of a card's front matter; undefined for keys that the hub does not know. */
export function cardKeyAt(cards: CardMetadata, kind: DocumentKind, path: YamlPath): FormatKey | undefined {
  if (path.length === 1 && path[0] === MARK) return markOf(kind);
  const key = cards.keyAt(kind, path);
  return key === undefined ? undefined : asKey(cards, key);
}

/** The keys that the map at a path of a card's front matter can have; those no longer advised are left out. */
export function cardKeysAt(cards: CardMetadata, kind: DocumentKind, path: YamlPath): FormatKey[] {
  const keys = cards.keysAt(kind, path).filter(key => key.instead === undefined);
  const known = keys.map(key => asKey(cards, key));
  return path.length === 0 && known.length > 0 ? [...known, markOf(kind)] : known;
}

/** The values that can stand at a path of a card's front matter, as the value of a key or an item of its list. */
export function cardValuesAt(cards: CardMetadata, kind: DocumentKind, path: YamlPath): FormatValues {
  if (path.length === 1 && path[0] === MARK && cards.keys(kind).size > 0)
    return { values: markOf(kind).values, closed: true };
  const key = cards.keyAt(kind, path);
  if (key === undefined) return NONE;
  const list = cards.listOf(key)?.data;
  if (list === undefined) return key.types[0] === 'flag' ? { values: FLAG, closed: false } : NONE;
  return { values: valuesOf(list), closed: list.complete, asOf: asOf(list) };
}

const MARK = 'clausewright';

const NONE: FormatValues = { values: [], closed: false };

const FLAG: readonly FormatValue[] = [
  { value: 'true', meaning: '' },
  { value: 'false', meaning: '' },
];

function markOf(kind: DocumentKind): FormatKey {
  return {
    name: MARK,
    description: 'Says what this file is, whatever its name.',
    shape: 'text',
    values: [{ value: `${kind}/1`, meaning: '' }],
    closed: true,
    origin: ORIGIN,
  };
}

const ORIGIN = 'Front matter of cards';

function asKey(cards: CardMetadata, key: CardKey): FormatKey {
  const [shape = 'text', ...others] = key.types;
  const list = cards.listOf(key)?.data;
  return {
    name: key.name,
    description: key.summary,
    shape,
    forms: others,
    values: list === undefined ? [] : valuesOf(list),
    closed: list?.complete ?? false,
    origin: ORIGIN,
    ...(key.inline === true ? { inline: true } : {}),
    ...(key.instead === undefined ? {} : { instead: key.instead }),
    asOf: list === undefined ? `${cards.data.source}, as of ${cards.data.date}` : asOf(list),
  };
}

function valuesOf(list: ValueListData): FormatValue[] {
  return Object.entries(list.values).map(([value, meaning]) => ({ value, meaning }));
}

function asOf({ source, date }: ValueListData): string {
  return `${source}, as of ${date}`;
}
