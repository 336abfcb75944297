import type { MetadataData } from '../../model/assessment/data.ts';
import { scalarText } from '../scaffold/yaml-scalar.ts';

/** `key: value` as lines of YAML, the first at column 0. Texts of several lines become block texts where they can. */
export function yamlLines(key: string, value: MetadataData): string[] {
  const head = `${keyText(key)}:`;
  if (value === null) return [head];
  if (typeof value === 'string') return textLines(head, value);
  if (typeof value !== 'object') return [`${head} ${value}`];
  if (isList(value))
    return value.length === 0
      ? [`${head} []`]
      : [head, ...value.flatMap(item => itemLines(item)).map(line => indent(line))];
  const pairs = Object.entries(value);
  if (pairs.length === 0) return [`${head} {}`];
  return [head, ...pairs.flatMap(([name, each]) => yamlLines(name, each)).map(line => indent(line))];
}

function itemLines(item: MetadataData): string[] {
  if (item === null) return ['- null'];
  if (typeof item === 'string') return textLines('-', item);
  if (typeof item !== 'object') return [`- ${item}`];
  const lines = isList(item)
    ? item.flatMap(each => itemLines(each))
    : Object.entries(item).flatMap(([name, each]) => yamlLines(name, each));
  if (lines.length === 0) return [isList(item) ? '- []' : '- {}'];
  return lines.map((line, index) => (index === 0 ? `- ${line}` : indent(line)));
}

function textLines(head: string, text: string): string[] {
  if (!text.includes('\n') || !isBlock(text)) return [`${head} ${scalarText(text, 'plain', false)}`];
  return [`${head} |-`, ...text.split('\n').map(line => indent(line))];
}

/** Whether a text can stand as a block as it is: no control characters, no blank around it or at the ends of lines. */
function isBlock(text: string): boolean {
  return !/[\p{Zl}\p{Zp}\ufeff]|[^\P{Cc}\n]|^\s|\s$|[ ]\n/u.test(text);
}

function keyText(key: string): string {
  return /^[a-z][\w-]*$/i.test(key) && key !== 'null' && key !== 'true' && key !== 'false'
    ? key
    : JSON.stringify(key);
}

function indent(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

function isList(value: MetadataData): value is readonly MetadataData[] {
  return Array.isArray(value);
}
