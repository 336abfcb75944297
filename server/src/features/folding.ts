import { bodyOf, type ParsedDocument, yamlTreeOf } from '../model/document.ts';
import type { YamlNode } from '../syntax/yaml/nodes.ts';
import type { YamlTree } from '../syntax/yaml/tree.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Session } from '../workspace/session.ts';
import { outlineIn } from './sections.ts';

/** A stretch of whole lines that can be folded away below its first one. */
export interface FoldingRange {
  /** From somewhere in the first line to the last character that folds. */
  readonly span: Span;
  readonly kind: 'section' | 'comment' | 'block';
}

/** What can be folded: sections, front matter, code, tables, comments, YAML entries and collections. */
export function foldingRanges(session: Session, path: string): FoldingRange[] {
  const document = session.document(path);
  if (document === undefined) return [];
  const { source, model } = document;
  const found: FoldingRange[] = [...sectionRanges(document), ...blockRanges(document)];
  const front = 'frontMatter' in model ? model.frontMatter : undefined;
  if (front?.state === 'closed')
    found.push({ span: { start: front.open.start, end: front.close.end }, kind: 'block' });
  const tree = yamlTreeOf(model);
  if (tree !== undefined) for (const span of yamlSpans(tree)) found.push({ span, kind: 'block' });
  return distinct(source, found);
}

function sectionRanges(document: ParsedDocument): FoldingRange[] {
  const { text } = document.source;
  return outlineIn(document).flatMap(({ level, heading, extent }): FoldingRange[] => {
    if (level === 0) return [];
    let end = extent.end;
    while (end > heading.end && /\s/.test(text.charAt(end - 1))) end -= 1;
    return [{ span: { start: heading.start, end }, kind: 'section' }];
  });
}

function blockRanges({ model }: ParsedDocument): FoldingRange[] {
  const sections = bodyOf(model)?.sections ?? [];
  return sections.flatMap(({ start, value }) => [
    ...value.blocks
      .filter(block => block.kind === 'code' || block.kind === 'table')
      .map(
        ({ from, to }): FoldingRange => ({ span: { start: start + from, end: start + to }, kind: 'block' }),
      ),
    ...value.comments.map(
      ({ from, to }): FoldingRange => ({ span: { start: start + from, end: start + to }, kind: 'comment' }),
    ),
  ]);
}

/** Pairs and list items that hold collections or long texts. */
function* yamlSpans(tree: YamlTree): Iterable<Span> {
  for (const { span, unit, entries } of tree.parts) {
    const last = entries?.at(-1);
    if (last !== undefined) yield { start: span.start, end: last.start + last.value.node.to };
    yield* nested(unit.node, span.start);
    for (const { start, value } of entries ?? []) yield* nested(value.node, start);
  }
}

function* nested(node: YamlNode, start: number): Iterable<Span> {
  if (node.kind === 'seq') {
    for (const item of node.items) {
      yield { start: start + item.from, end: start + item.to };
      yield* nested(item, start);
    }
  } else if (node.kind === 'map') {
    for (const pair of node.pairs) {
      yield { start: start + pair.from, end: start + pair.to };
      yield* nested(pair.value, start);
    }
  }
}

/** Only what spans several lines, and of several that begin on one line the longest. */
function distinct(source: Source, ranges: readonly FoldingRange[]): FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  for (const range of ranges) {
    const first = source.lines.lineAt(range.span.start);
    if (source.lines.lineAt(range.span.end) === first) continue;
    const known = byLine.get(first);
    if (known === undefined || known.span.end < range.span.end) byLine.set(first, range);
  }
  return [...byLine.values()].sort((a, b) => a.span.start - b.span.start);
}
