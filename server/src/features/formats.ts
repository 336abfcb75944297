import type { CardMetadata } from '../catalog/card-metadata.ts';
import { type FormatSchema, followed, formatAt } from '../catalog/format.ts';
import { FORMATS } from '../generated/formats.ts';
import type { DocumentKind } from '../model/kinds.ts';
import { cardKeyAt, cardKeysAt, cardValuesAt } from './card-format.ts';
import type { YamlPath } from './locate/path.ts';

/** A value that a key takes, and what it means. */
export interface FormatValue {
  readonly value: string;
  /** Empty where nothing needs saying. */
  readonly meaning: string;
}

/** What the format of a document says of a key. */
export interface FormatKey {
  readonly name: string;
  readonly description: string;
  /** The values it takes, where they are known; `closed` says whether there are others. */
  readonly values: readonly FormatValue[];
  readonly closed: boolean;
  /** What is written behind the key. */
  readonly shape: 'text' | 'list' | 'map' | 'flag' | 'number' | 'date';
  /** Where the description comes from. */
  readonly origin: string;
  /** Forms that are accepted beside `shape`, as `shape` names them. */
  readonly forms?: readonly string[];
  /** Whether a list is short as a rule and so written on one line. */
  readonly inline?: boolean;
  /** What has taken the place of a key that is no longer advised. */
  readonly instead?: string;
  /** Where the values come from and of which day they are, where they are no part of our own formats. */
  readonly asOf?: string;
}

/** The values that stand somewhere, and whether there are no others. */
export interface FormatValues {
  readonly values: readonly FormatValue[];
  readonly closed: boolean;
  /** Where they come from and of which day they are, where they are no part of our own formats. */
  readonly asOf?: string;
}

/** The key at a path of a document of this kind; undefined for keys that its format does not know. */
export function formatKey(cards: CardMetadata, kind: DocumentKind, path: YamlPath): FormatKey | undefined {
  const name = path.at(-1);
  if (typeof name !== 'string') return undefined;
  const root = FORMATS[kind];
  if (root === undefined) return cardKeyAt(cards, kind, path);
  const schema = formatAt(root, path);
  return schema === undefined ? undefined : asKey(name, schema, root);
}

/** The keys that the map at a path can have, in the format's order. */
export function formatKeys(cards: CardMetadata, kind: DocumentKind, path: YamlPath): FormatKey[] {
  const root = FORMATS[kind];
  if (root === undefined) return cardKeysAt(cards, kind, path);
  const schema = formatAt(root, path);
  const properties =
    schema?.properties ?? schema?.anyOf?.find(each => each.properties !== undefined)?.properties ?? {};
  return Object.entries(properties).map(([name, each]) => asKey(name, followed(each, root), root));
}

/** The values that stand at a path: those of its key, or of the list that holds it. */
export function formatValues(cards: CardMetadata, kind: DocumentKind, path: YamlPath): FormatValues {
  const root = FORMATS[kind];
  if (root === undefined) return cardValuesAt(cards, kind, path);
  const schema = formatAt(root, path);
  const values = schema === undefined ? [] : valuesOf(followed(schema, root));
  return { values, closed: values.length > 0 && schema?.examples === undefined };
}

function asKey(name: string, schema: FormatSchema, root: FormatSchema): FormatKey {
  const values = valuesOf(schema);
  return {
    name,
    description: schema.description ?? schema.title ?? '',
    values,
    closed: values.length > 0 && schema.examples === undefined,
    shape: shapeOf(schema),
    origin: root.title ?? '',
  };
}

function valuesOf(schema: FormatSchema): FormatValue[] {
  const withValues = schema.enum === undefined ? schema.anyOf?.find(each => each.enum !== undefined) : schema;
  const meanings = withValues?.['x-values'] ?? {};
  if (withValues?.enum !== undefined)
    return withValues.enum.map(value => ({ value: String(value), meaning: meanings[String(value)] ?? '' }));
  if (schema.examples !== undefined) return schema.examples.map(value => ({ value, meaning: '' }));
  return schema.type === 'boolean' ? FLAG : [];
}

const FLAG: readonly FormatValue[] & FormatValue[] = [
  { value: 'true', meaning: '' },
  { value: 'false', meaning: '' },
];

function shapeOf(schema: FormatSchema): FormatKey['shape'] {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'array') return 'list';
  if (type === 'object') return 'map';
  if (type === 'boolean') return 'flag';
  if (type === 'integer' || type === 'number') return 'number';
  return typeof schema['pattern'] === 'string' && schema['pattern'].startsWith('^\\d{4}') ? 'date' : 'text';
}
