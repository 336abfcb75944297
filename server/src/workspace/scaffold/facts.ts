import type { Concept } from '../../catalog/types.ts';
import type { ScaffoldContext } from './context.ts';
import { frontMatterFacts } from './front-matter-facts.ts';
import { hint, type KnownFact } from './known.ts';
import { linkedFacts, mappingFacts } from './neighbours.ts';
import { repositorySectionFacts } from './repository/section-facts.ts';
import { sameValue } from './repository/sources.ts';

/**
 * Everything that the repository already says towards a section: the document's own front matter, the mapping of
 * its system, and sections of the system's other documents. Nothing is made up; each fact names its source.
 */
export function factsFor(concept: Concept, context: ScaffoldContext): readonly KnownFact[] {
  const own = context.model;
  return distinct([
    ...(own?.form === 'markdown' ? frontMatterFacts(concept.id, own.metadata) : []),
    ...mappingFacts(concept.id, context),
    ...repositorySectionFacts(concept.id, context),
    ...linkedFacts(concept.id, context),
  ]);
}

/** One line for each label: what the document itself says comes before what other files say. */
function distinct(facts: readonly KnownFact[]): KnownFact[] {
  const seen = new Map<string, string>();
  return facts.flatMap(fact => {
    const label = fact.labels?.[0];
    if (label === undefined || !fact.answers) return [fact];
    const value = seen.get(label);
    if (value === undefined) {
      seen.set(label, fact.value ?? '');
      return [fact];
    }
    return sameValue(value, fact.value ?? '')
      ? []
      : [hint(`${label}: ${fact.value ?? fact.text}`, fact.source)];
  });
}

/** The facts of a section that fit a label such as "License" or "Developed by". */
export function factFor(label: string, facts: readonly KnownFact[]): KnownFact | undefined {
  const key = label.toLowerCase().replace(/\s+/g, ' ').trim();
  return facts.find(fact => fact.value !== undefined && fact.labels?.includes(key));
}
