import { bodyOf, type ParsedDocument, yamlTreeOf } from '../model/document.ts';
import { linksIn } from '../syntax/markdown/links.ts';
import type { YamlNode } from '../syntax/yaml/nodes.ts';
import type { YamlTree } from '../syntax/yaml/tree.ts';
import { at, type Local, type Span, touches } from '../text/span.ts';
import type { Session } from '../workspace/session.ts';
import { outlineIn } from './sections.ts';

/**
 * The stretches that a growing selection takes from an offset, innermost first, each wider than the one before: a
 * link's target, the link, its block, the section, the sections around it; of YAML the value, the pair, the entry.
 * The last is the whole document; empty for a file that is none.
 */
export function selectionRanges(session: Session, path: string, offset: number): Span[] {
  const document = session.document(path);
  if (document === undefined) return [];
  const { text } = document.source;
  const spans = [...markdownSpans(document, offset), ...yamlSpans(document, offset)]
    .filter(span => span.end > span.start && touches(span, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  spans.push({ start: 0, end: text.length });
  const nested: Span[] = [];
  for (const span of spans) {
    const inner = nested.at(-1);
    const wider = inner === undefined || (span.start <= inner.start && inner.end <= span.end);
    if (wider && !(span.start === inner?.start && span.end === inner.end)) nested.push(span);
  }
  return nested;
}

function* markdownSpans(document: ParsedDocument, offset: number): Iterable<Span> {
  const { lines } = document.source;
  for (const { heading, own, extent, level } of outlineIn(document)) {
    if (level === 0) {
      yield own;
      continue;
    }
    const start = lines.start(lines.lineAt(heading.start));
    yield heading;
    yield { start, end: own.end };
    yield { start, end: extent.end };
  }
  const body = bodyOf(document.model);
  if (body !== undefined) yield body.span;
  for (const { start, value } of body?.sections ?? []) {
    if (offset < start || offset > start + value.text.length) continue;
    for (const block of value.blocks) yield at(start, block);
    for (const comment of value.comments) {
      yield at(start, comment);
      yield at(start, comment.inner);
    }
    for (const link of value.derive(linksIn)) {
      yield at(start, link);
      yield at(start, link.destination);
    }
  }
}

function* yamlSpans({ model }: ParsedDocument, offset: number): Iterable<Span> {
  const tree: YamlTree | undefined = yamlTreeOf(model);
  if (tree === undefined || !touches(tree.span, offset)) return;
  yield tree.span;
  for (const { span, unit, entries } of tree.parts) {
    if (!touches(span, offset)) continue;
    const last = entries?.at(-1);
    if (last !== undefined) yield { start: span.start, end: last.start + last.value.node.to };
    yield* nested(unit.node, span.start, offset);
    for (const { start, value } of entries ?? [])
      if (start <= offset && offset <= start + value.length) yield* nested(value.node, start, offset);
  }
}

function* nested(node: YamlNode, start: number, offset: number): Iterable<Span> {
  const inside = (local: Local): boolean => touches(at(start, local), offset);
  if (!inside(node)) return;
  yield at(start, node);
  if (node.kind === 'seq') for (const item of node.items) yield* nested(item, start, offset);
  if (node.kind === 'scalar' && (node.style === 'single' || node.style === 'double'))
    yield { start: start + node.from + 1, end: start + node.to - 1 };
  if (node.kind !== 'map') return;
  for (const pair of node.pairs) {
    if (!inside(pair)) continue;
    yield at(start, pair);
    yield* nested(pair.key, start, offset);
    yield* nested(pair.value, start, offset);
  }
}
