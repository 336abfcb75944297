import type { Concept } from '../../catalog/types.ts';
import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { withoutComments } from '../../syntax/markdown/raw-comments.ts';
import { lineBreakOf, withLineBreaks } from '../../text/eol.ts';
import type { TextChange } from '../../text/source.ts';
import { type ConceptStates, conceptOfKey } from '../concepts.ts';
import { controlNames } from '../control-names.ts';
import type { ScaffoldContext } from './context.ts';
import { factsFor } from './facts.ts';
import { lineStart } from './habits.ts';
import { inComment } from './known.ts';

/** Adds top-level keys for concepts to a YAML assessment: the questions and what is known as comments, no value. */
export function addYamlKeys(
  text: string,
  concepts: readonly Concept[],
  states: ConceptStates,
  vocabulary: Vocabulary,
  context: ScaffoldContext,
): TextChange[] {
  const byOffset = new Map<number, string[]>();
  for (const concept of concepts) {
    const offset = keyPlace(text, concept, vocabulary, states, context.model);
    byOffset.set(offset, [...(byOffset.get(offset) ?? []), yamlKey(concept, context)]);
  }
  return [...byOffset].map(([offset, keys]) => {
    const broken = offset > 0 && !/[\r\n]$/.test(text.slice(0, offset));
    const body = broken ? `\n${keys.join('\n')}` : `${keys.join('\n')}\n`;
    return { span: { start: offset, end: offset }, text: withLineBreaks(body, lineBreakOf(text)) };
  });
}

function yamlKey(concept: Concept, context: ScaffoldContext): string {
  const controls = controlNames(concept.controls, context.library);
  const known = factsFor(concept, context).map(
    fact =>
      `# Known: ${withoutComments(fact.value ?? fact.text)
        .replace(/\s+/g, ' ')
        .trim()} (from ${fact.source})`,
  );
  return [
    `# ${concept.title}${controls === '' ? '' : `: evidence for ${controls}`}`,
    ...concept.guidance.map(question => `# - ${inComment(question)}`),
    ...known,
    `${concept.id.replaceAll('-', '_')}:`,
  ].join('\n');
}

/** Behind the top-level key of the nearest earlier concept, else in front of the first later one, else at the end. */
function keyPlace(
  text: string,
  concept: Concept,
  vocabulary: Vocabulary,
  states: ConceptStates,
  model: SectionedModel | undefined,
): number {
  const own = vocabulary.concepts.indexOf(concept);
  let earlier: { order: number; end: number } | undefined;
  let later: { order: number; start: number } | undefined;
  for (const { start, value } of model?.metadata.values() ?? []) {
    const key = value.key.kind === 'scalar' ? value.key.source : undefined;
    const known = conceptOfKey(key, vocabulary);
    if (known === undefined || !states.states.has(known.id)) continue;
    const order = vocabulary.concepts.indexOf(known);
    if (order < own && (earlier === undefined || order >= earlier.order))
      earlier = { order, end: start + value.to };
    if (order > own && (later === undefined || order < later.order))
      later = { order, start: start + value.key.from };
  }
  if (earlier !== undefined) return lineEnd(text, earlier.end);
  return later === undefined ? text.length : aboveComments(text, later.start);
}

/** Offset behind the line that a value ends in; a block text already ends behind its last line break. */
function lineEnd(text: string, offset: number): number {
  if (/[\r\n]/.test(text.charAt(offset - 1))) return offset;
  return offset + (/^[^\r\n]*(?:\r\n|\n|\r|$)/.exec(text.slice(offset))?.[0].length ?? 0);
}

/** The line of an offset, or the first of the comment lines right above it, which belong to it. */
function aboveComments(text: string, offset: number): number {
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineStart(text, start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1));
    if (!/^#(?!!| yaml-language-server)/.test(text.slice(above, start))) return start;
    start = above;
  }
  return start;
}
