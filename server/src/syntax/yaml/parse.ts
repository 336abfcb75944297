import type { Placed, Span } from '../../text/span.ts';
import type { Problem } from '../problem.ts';
import { movedPart, partsAgain } from './again.ts';
import { firstDocument } from './first-document.ts';
import { freshUnits, partOf, reusedUnits, type YamlReuse } from './parts.ts';
import { problemsOf } from './problems.ts';
import { type Form, splitYaml } from './split.ts';
import type { YamlPart, YamlTree } from './tree.ts';

/**
 * Parses the YAML between two offsets of a file. With `reuse`, chunks that the edit does not touch keep their
 * parse; the result is the same as without, since a chunk's parse depends on nothing but its text.
 */
export function parseYaml(text: string, span: Span, reuse?: YamlReuse): YamlTree {
  return (reuse === undefined ? undefined : reparsed(text, span, reuse)) ?? parsed(text, span, reuse);
}

function parsed(text: string, span: Span, reuse: YamlReuse | undefined): YamlTree {
  const units = reuse === undefined ? freshUnits(text) : reusedUnits(text, reuse, reuse.tree.parts);
  const { start, end, more } = firstDocument(text, span);
  const { form, chunks } = splitYaml(text, start, end);
  return treeOf(
    span,
    form,
    chunks.map(chunk => partOf(chunk, form, units)),
    more,
  );
}

/** The tree after an edit that lies outside of it, or inside one of its parts; undefined for any other edit. */
function reparsed(text: string, span: Span, reuse: YamlReuse): YamlTree | undefined {
  const { tree, replaced, inserted } = reuse;
  const delta = inserted - (replaced.end - replaced.start);
  const { start, end } = tree.span;
  if (replaced.start >= end && span.start === start && span.end === end && end < text.length) return tree;
  if (replaced.end <= start && span.start === start + delta && span.end === end + delta)
    return movedTree(tree, delta);
  if (replaced.start < start || replaced.end > end || span.start !== start || span.end !== end + delta)
    return undefined;
  const parts = partsAgain(text, reuse);
  return parts === undefined ? undefined : treeOf(span, tree.form, parts, movedProblem(tree.more, delta));
}

function treeOf(
  span: Span,
  form: Form,
  parts: readonly YamlPart[],
  more: Placed<Problem> | undefined,
): YamlTree {
  const problems = problemsOf(parts);
  if (more !== undefined) problems.push(more);
  return { span, shape: shapeOf(form, parts), form, parts, problems, more };
}

function shapeOf(form: Form, parts: readonly YamlPart[]): YamlTree['shape'] {
  if (form !== 'whole') return form === 'pair' ? 'map' : 'list';
  const node = parts[0]?.unit.node;
  if (node === undefined || (node.kind === 'scalar' && node.style === 'missing')) return 'empty';
  return node.kind === 'map' ? 'map' : node.kind === 'seq' ? 'list' : 'other';
}

function movedTree(tree: YamlTree, delta: number): YamlTree {
  if (delta === 0) return tree;
  return {
    ...tree,
    span: { start: tree.span.start + delta, end: tree.span.end + delta },
    parts: tree.parts.map(part => movedPart(part, delta)),
    problems: tree.problems.map(({ start, value }) => ({ start: start + delta, value })),
    more: movedProblem(tree.more, delta),
  };
}

function movedProblem(problem: Placed<Problem> | undefined, delta: number): Placed<Problem> | undefined {
  return problem === undefined ? undefined : { start: problem.start + delta, value: problem.value };
}
