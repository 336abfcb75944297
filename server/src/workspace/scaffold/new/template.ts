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
    ...sectionLines(concept, levelOf(concept, fresh), index + 3),
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

/** A section for one concept of a vocabulary, as a snippet: the questions stand in a comment below the tab stop. */
export function sectionTemplate(prefix: string, concept: Concept, concepts: readonly Concept[]): Template {
  const level = levelOf(concept, freshConcepts(concepts));
  return { prefix: [prefix], description: concept.summary, body: [...sectionLines(concept, level, 1), '$0'] };
}

function sectionLines(concept: Concept, level: number, stop: number): string[] {
  return [
    `${'#'.repeat(level)} ${escaped(concept.title)}`,
    '',
    `$${stop}`,
    '<!--',
    ...[concept.summary, ...concept.guidance.map(each => `- ${each}`)].map(each => escaped(inComment(each))),
    '-->',
  ];
}

/** Text that a snippet takes as it stands. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, String.raw`\$&`);
}
