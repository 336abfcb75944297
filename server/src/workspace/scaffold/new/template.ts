import type { Concept } from '../../../catalog/types.ts';
import { inComment } from '../known.ts';
import { freshConcepts, levelOf } from './sectioned.ts';

/** A snippet as VS Code reads it. */
export interface Template {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/**
 * A card with a section for every concept of a vocabulary, as a snippet: the questions stand in comments, and each
 * section is a tab stop.
 */
export function cardTemplate(
  kind: 'model-card' | 'dataset-card',
  title: string,
  concepts: readonly Concept[],
): Template {
  const fresh = freshConcepts(concepts);
  const sections = fresh.flatMap((concept, index) => [
    '',
    `${'#'.repeat(levelOf(concept, fresh))} ${escaped(concept.title)}`,
    '',
    `$${index + 3}`,
    '<!--',
    ...[concept.summary, ...concept.guidance.map(each => `- ${each}`)].map(each => escaped(inComment(each))),
    '-->',
  ]);
  return {
    prefix: [`${kind}-full`],
    description: `${title} with all sections and the questions that each one answers`,
    body: [
      '---',
      `clausewright: ${kind}/1`,
      `system: \${1:system-id}`,
      '---',
      '',
      `# \${2:${escaped(title)}}`,
      ...sections,
      '$0',
    ],
  };
}

/** Text that a snippet takes as it stands. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, String.raw`\$&`);
}
