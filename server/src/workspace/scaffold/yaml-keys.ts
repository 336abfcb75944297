import type { Concept } from '../../catalog/types.ts';
import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { lineBreakOf, withLineBreaks } from '../../text/eol.ts';
import type { TextChange } from '../../text/source.ts';
import { type ConceptStates, conceptOfKey } from '../concepts.ts';
import { controlNames } from '../control-names.ts';
import type { ScaffoldContext } from './context.ts';
import { factsFor } from './facts.ts';
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
      `# Known: ${(fact.value ?? fact.text).replace(/<!--.*?-->|\s+/g, ' ').trim()} (from ${fact.source})`,
  );
  return [
    `# ${concept.title}${controls === '' ? '' : `: evidence for ${controls}`}`,
    ...concept.guidance.map(question => `# - ${inComment(question)}`),
    ...known,
    `${concept.id.replaceAll('-', '_')}:`,
  ].join('\n');
}

/** Behind the top-level key of the nearest earlier concept; else at the end. */
function keyPlace(
  text: string,
  concept: Concept,
  vocabulary: Vocabulary,
  states: ConceptStates,
  model: SectionedModel | undefined,
): number {
  const own = vocabulary.concepts.indexOf(concept);
  let best: { order: number; end: number } | undefined;
  for (const { start, value } of model?.metadata.values() ?? []) {
    const key = value.key.kind === 'scalar' ? value.key.source : undefined;
    const known = conceptOfKey(key, vocabulary);
    const order =
      known === undefined || !states.states.has(known.id) ? -1 : vocabulary.concepts.indexOf(known);
    if (order >= 0 && order < own && (best === undefined || order >= best.order))
      best = { order, end: start + value.to };
  }
  if (best === undefined) return text.length;
  const rest = /^[^\r\n]*(?:\r\n|\n|\r|$)/.exec(text.slice(best.end))?.[0] ?? '';
  return best.end + (/[\r\n]/.test(text.charAt(best.end - 1)) ? 0 : rest.length);
}
