import type { YamlNode, YamlScalar } from '../syntax/yaml/nodes.ts';
import { isPlaceholderValue, marksIn, type Placeholder } from './placeholders.ts';
import { isShrug, type Substance } from './substance.ts';

/** What a YAML value says: real text, only marks of missing text, or nothing. Booleans and numbers are text. */
export function substanceOfNode(node: YamlNode): Substance {
  if (node.kind === 'alias') return 'text';
  if (node.kind === 'scalar') return substanceOfScalar(node);
  const members = node.kind === 'seq' ? node.items : node.pairs.map(pair => pair.value);
  const held = members.map(substanceOfNode);
  if (held.includes('text')) return 'text';
  return held.includes('placeholder') ? 'placeholder' : 'empty';
}

function substanceOfScalar(node: YamlScalar): Substance {
  if (node.value === null || node.value === '') return 'empty';
  if (typeof node.value !== 'string') return 'text';
  if (isPlaceholderValue(node.value) || isShrug(node.value)) return 'placeholder';
  const marks = marksIn(node.value);
  if (marks.length === 0) return /[\p{L}\p{N}]/u.test(node.value) ? 'text' : 'empty';
  let rest = node.value;
  for (const mark of marks.toSorted((a, b) => b.from - a.from))
    rest = rest.slice(0, mark.from) + rest.slice(mark.to);
  return /[\p{L}\p{N}]/u.test(rest) ? 'text' : 'placeholder';
}

/**
 * The placeholders of a YAML value. `text` is the text that the node's offsets refer to; the results use the same
 * offsets. Quotes and the marks of a block scalar are no part of a placeholder.
 */
export function placeholdersInNode(node: YamlNode, text: string): readonly Placeholder[] {
  if (node.kind === 'seq') return node.items.flatMap(item => placeholdersInNode(item, text));
  if (node.kind === 'map') return node.pairs.flatMap(pair => placeholdersInNode(pair.value, text));
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return [];
  const inner = innerOf(node, text);
  if (isPlaceholderValue(node.value)) return [{ ...inner, text: text.slice(inner.from, inner.to) }];
  return marksIn(text.slice(inner.from, inner.to)).map(mark => ({
    from: inner.from + mark.from,
    to: inner.from + mark.to,
    text: mark.text,
  }));
}

/** The stretch of a scalar that holds its characters. */
function innerOf(node: YamlScalar, text: string): { from: number; to: number } {
  const raw = text.slice(node.from, node.to);
  if (node.style === 'block') {
    const header = /^[^\r\n]*(?:\r\n|\n|\r)?\s*/.exec(raw)?.[0].length ?? 0;
    return { from: node.from + header, to: node.from + Math.max(header, raw.trimEnd().length) };
  }
  const quote = node.style === 'single' || node.style === 'double' ? 1 : 0;
  return { from: node.from + quote, to: Math.max(node.from + quote, node.to - quote) };
}
