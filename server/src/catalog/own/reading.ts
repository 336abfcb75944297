import { keyText, pairOf, valueAt, type YamlMap, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { enumeration } from '../../text/enumeration.ts';
import type { Span } from '../../text/span.ts';
import { nearestWord } from '../nearest.ts';
import type { At, OwnProblem } from './types.ts';

/** More problems than this in one file say no more. */
const MOST_PROBLEMS = 100;

/** Reads values from a file's nodes and notes what cannot be used. Absent values are no problem by themselves. */
export class Reading {
  readonly problems: OwnProblem[] = [];

  /** Notes a problem at a node; a long one is pointed at by its first character. */
  problem(node: YamlNode, what: string, next: string, kind: OwnProblem['kind'] = 'invalid'): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ kind, span: spanOf(node), what, next });
  }

  /** The text under a key, with its place. */
  text(node: YamlNode | undefined, key: string): At<string> | undefined {
    const value = valueAt(node, key);
    if (value === undefined || isNothing(value)) return undefined;
    const text = plainText(value);
    if (text === undefined) {
      this.problem(value, `"${key}" holds ${shapeOf(value)} where a text is expected`, 'Write one text');
      return undefined;
    }
    return { value: text, span: spanOf(value) };
  }

  /** The text under a key that must be there. */
  needed(node: YamlNode, key: string, where: string): At<string> | undefined {
    const found = this.text(node, key);
    if (found !== undefined && found.value.trim() !== '') return found;
    const value = valueAt(node, key);
    if (value === undefined || isNothing(value) || found !== undefined)
      this.problem(
        pairOf(node, key)?.key ?? node,
        `"${key}" is missing in ${where}`,
        `Add "${key}:" with a text`,
      );
    return undefined;
  }

  /** The texts of a list under a key; one text counts as a list of one. */
  texts(node: YamlNode | undefined, key: string): readonly string[] | undefined {
    const value = valueAt(node, key);
    if (value === undefined || isNothing(value)) return undefined;
    const items = value.kind === 'seq' ? value.items : [value];
    const found = items.flatMap(item => {
      const text = plainText(item);
      if (text === undefined)
        this.problem(item, `"${key}" holds ${shapeOf(item)} where a text is expected`, 'Write one text');
      return text ?? [];
    });
    return found.length === 0 ? undefined : found;
  }

  /** The members of a list under a key; anything but a list is a problem. */
  list(node: YamlNode | undefined, key: string): readonly YamlNode[] {
    const value = valueAt(node, key);
    if (value === undefined || isNothing(value)) return [];
    if (value.kind === 'seq') return value.items;
    this.problem(value, `"${key}" holds ${shapeOf(value)} where a list is expected`, 'Write it as a list');
    return [];
  }

  /** One of the words that a key allows. */
  word<T extends string>(node: YamlNode | undefined, key: string, allowed: readonly T[]): T | undefined {
    const found = this.text(node, key);
    if (found === undefined) return undefined;
    const known = allowed.find(each => each === found.value);
    if (known === undefined) {
      const near = nearestWord(found.value, allowed)?.word;
      const use = `Use ${enumeration(allowed, 'or')}`;
      this.at(
        found.span,
        `"${found.value}" is no value of "${key}"`,
        near === undefined ? use : `Did you mean "${near}"? ${use}`,
      );
    }
    return known;
  }

  /** Notes a problem at a place. */
  at(span: Span, what: string, next: string, kind: OwnProblem['kind'] = 'invalid'): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ kind, span, what, next });
  }

  /** Notes the keys of a map that nothing reads. */
  onlyKeys(node: YamlNode, known: readonly string[]): void {
    for (const { key } of node.kind === 'map' ? node.pairs : []) {
      const name = keyText(key);
      if (name === undefined || known.includes(name) || name === '<<') continue;
      const near = nearestWord(name, known)?.word;
      this.problem(
        key,
        `"${name}" is no key that is read here`,
        near === undefined ? `Known are ${known.join(', ')}` : `Did you mean "${near}"?`,
      );
    }
  }

  /** A node as map; anything else is a problem. */
  map(node: YamlNode, what: string): YamlMap | undefined {
    if (node.kind === 'map') return node;
    this.problem(
      node,
      `${what} is ${shapeOf(node)} where keys with values are expected`,
      'Write "key: value"',
    );
    return undefined;
  }
}

/** A scalar's text as written; undefined for lists, maps, aliases and nothing. */
export function plainText(node: YamlNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  return node.style === 'plain' ? node.source : String(node.value);
}

/** The text under a key, without any complaint. */
export function textIn(node: YamlNode | undefined, key: string): string | undefined {
  return plainText(valueAt(node, key));
}

/** The members of a list under a key, without any complaint. */
export function listIn(node: YamlNode | undefined, key: string): readonly YamlNode[] {
  const value = valueAt(node, key);
  return value?.kind === 'seq' ? value.items : [];
}

/** One map, or the maps of a list. */
export function members(node: YamlNode | undefined): readonly YamlNode[] {
  return node === undefined ? [] : node.kind === 'seq' ? node.items : [node];
}

/** The place of a node; of a map or list its first key or its beginning. */
export function spanOf(node: YamlNode): Span {
  const first = node.kind === 'map' ? node.pairs[0]?.key : undefined;
  if (first !== undefined) return { start: first.from, end: first.to };
  if (node.kind === 'seq' || node.kind === 'map')
    return { start: node.from, end: Math.min(node.to, node.from + 1) };
  return { start: node.from, end: node.to };
}

function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function shapeOf(node: YamlNode): string {
  const shapes = { map: 'keys with values', seq: 'a list', alias: 'an alias', scalar: 'a value' } as const;
  return shapes[node.kind];
}
