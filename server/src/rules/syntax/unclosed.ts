import type { YamlNode } from '../../syntax/yaml/nodes.ts';
import type { YamlTree } from '../../syntax/yaml/tree.ts';
import type { YamlUnit } from '../../syntax/yaml/unit.ts';
import type { Span } from '../../text/span.ts';

/** A quote or bracket that was opened and not closed, where the parser names the place at which it gave up. */
export interface Unclosed {
  /** From the opening character to the end of its line. */
  readonly span: Span;
  readonly opener: string;
}

/** What is left open in the unit that begins at `start`; undefined where everything is closed. */
export function unclosedAt(start: number, tree: YamlTree, text: string): Unclosed | undefined {
  const unit = unitAt(start, tree);
  if (unit === undefined) return undefined;
  const end = start + unit.length;
  const open = lastOpen(unit.node, start, text.slice(0, end));
  if (open === undefined) return undefined;
  const from = start + open.from;
  const line = /^[^\r\n]*/.exec(text.slice(from, end))?.[0].trimEnd().length ?? 1;
  return { span: { start: from, end: from + line }, opener: text.charAt(from) };
}

function unitAt(start: number, tree: YamlTree): YamlUnit | undefined {
  for (const part of tree.parts) {
    const entry = part.entries?.find(each => each.start === start);
    if (entry !== undefined) return entry.value;
    if (part.span.start === start) return part.unit;
  }
  return undefined;
}

/** The last node, in the order of the text, whose closing character is not where it has to be. */
function lastOpen(node: YamlNode, start: number, text: string): YamlNode | undefined {
  const members =
    node.kind === 'seq'
      ? node.items
      : node.kind === 'map'
        ? node.pairs.flatMap(pair => [pair.key, pair.value])
        : [];
  for (const member of members.toReversed()) {
    const found = lastOpen(member, start, text);
    if (found !== undefined) return found;
  }
  const closer = closerOf(node);
  if (closer === undefined || node.to - node.from < 1) return undefined;
  const closed = node.to - node.from > 1 && text.charAt(start + node.to - 1) === closer;
  return closed ? undefined : node;
}

function closerOf(node: YamlNode): string | undefined {
  if (node.kind === 'seq') return node.flow ? ']' : undefined;
  if (node.kind === 'map') return node.flow ? '}' : undefined;
  if (node.kind !== 'scalar') return undefined;
  return node.style === 'double' ? '"' : node.style === 'single' ? "'" : undefined;
}
