import type { Concept } from '../../catalog/types.ts';
import type { ScaffoldContext } from './context.ts';
import { frontMatterFacts } from './front-matter-facts.ts';
import type { KnownFact } from './known.ts';
import { linkedFacts, mappingFacts } from './neighbours.ts';

/**
 * Everything that the repository already says towards a section: the document's own front matter, the mapping of
 * its system, and sections of the system's other documents. Nothing is made up; each fact names its source.
 */
export function factsFor(concept: Concept, context: ScaffoldContext): readonly KnownFact[] {
  const own = context.model;
  return [
    ...(own?.form === 'markdown' ? frontMatterFacts(concept.id, own.metadata) : []),
    ...mappingFacts(concept.id, context),
    ...linkedFacts(concept.id, context),
  ];
}

/** The facts of a section that fit a label such as "License" or "Developed by". */
export function factFor(label: string, facts: readonly KnownFact[]): KnownFact | undefined {
  const key = label.toLowerCase().replace(/\s+/g, ' ').trim();
  return facts.find(fact => fact.value !== undefined && fact.labels?.includes(key));
}
