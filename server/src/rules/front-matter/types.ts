import type { CardValueType } from '../../catalog/card-key.ts';
import type { YamlNode } from '../../syntax/yaml/nodes.ts';

/** What a node is; undefined where nothing stands. */
export function typeOf(node: YamlNode): CardValueType | undefined {
  if (node.kind === 'seq') return 'list';
  if (node.kind === 'map') return 'map';
  if (node.kind !== 'scalar' || node.value === null) return undefined;
  if (typeof node.value === 'number') return 'number';
  return typeof node.value === 'boolean' ? 'flag' : 'text';
}

/** Whether a node is of one of the types; numbers and flags in quotes are converted by every reader. */
export function fits(node: YamlNode, types: readonly CardValueType[]): boolean {
  const type = typeOf(node);
  if (type === undefined || types.includes(type)) return true;
  if (type !== 'text' || node.kind !== 'scalar') return false;
  const text = String(node.value).trim();
  if (types.includes('number') && text !== '' && !Number.isNaN(Number(text))) return true;
  return types.includes('flag') && /^(?:true|false)$/i.test(text);
}

/** The types in words, with "or" between them. */
export function typesInWords(types: readonly CardValueType[]): readonly string[] {
  return types.map(type => WORDS[type]);
}

/** A node's type in words. */
export function typeInWords(node: YamlNode): string {
  const type = typeOf(node);
  return type === undefined ? 'nothing' : type === 'flag' ? 'true or false' : WORDS[type];
}

const WORDS: Readonly<Record<CardValueType, string>> = {
  text: 'a text',
  number: 'a number',
  flag: 'true or false',
  list: 'a list',
  map: 'keys with values',
};
