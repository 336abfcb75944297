import { keyText, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { at } from '../../text/span.ts';
import { textOf } from '../field.ts';
import type { Value } from './types.ts';

/** A YAML value as Markdown: a text as it is, lists and maps as lists. */
export function nodeText(node: YamlNode): string {
  if (node.kind === 'scalar') return evened(textOf(node)?.value ?? '');
  if (node.kind === 'alias') return `*${node.name}`;
  const lines =
    node.kind === 'seq'
      ? node.items.map(nodeText)
      : node.pairs.map(pair => `**${keyText(pair.key) ?? ''}:** ${nodeText(pair.value)}`.trim());
  return lines.map(line => `- ${line.replaceAll('\n', '\n  ')}`).join('\n');
}

/** A single value; undefined for lists, maps and nothing. */
export function scalarValue(node: YamlNode, start: number): Value | undefined {
  const field = textOf(node);
  const value = evened(field?.value ?? '');
  return field === undefined || value === '' ? undefined : { value, span: at(start, field) };
}

/** The values of a field; a list where one value is asked for is read as one text. */
export function valuesIn(node: YamlNode, list: boolean, start: number): Value[] {
  if (list && node.kind === 'seq') return node.items.flatMap(item => oneOf(item, start));
  return oneOf(node, start);
}

function oneOf(node: YamlNode, start: number): Value[] {
  if (node.kind === 'scalar') return [scalarValue(node, start)].flatMap(each => each ?? []);
  const value = nodeText(node).trim();
  return value === '' ? [] : [{ value, span: at(start, node) }];
}

/** A text with LF line breaks and nothing around it. */
function evened(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
