import type { Concept } from '../../../catalog/types.ts';
import type { SectionedKind } from '../../../model/kinds.ts';
import type { ScaffoldContext } from '../context.ts';
import { factsFor } from '../facts.ts';
import type { KnownFact } from '../known.ts';
import { headingStyle, sectionText } from '../section.ts';
import type { NewPlace } from './kind.ts';

/** What scaffolding knows of a document that is about to be created. */
export function contextOf(place: NewPlace, kind: SectionedKind): ScaffoldContext {
  const { path, system, library, scope, graph, request } = place;
  return { path, kind, model: undefined, system: system.id, git: request.git, library, scope, graph };
}

/** The parts of a Markdown document with sections. */
export interface SectionedParts {
  /** Lines of the front matter, without its fences. */
  readonly front: readonly string[];
  readonly title: string;
  /** Paragraphs and comments in front of the first section. */
  readonly intro: readonly string[];
  readonly concepts: readonly Concept[];
  /** Facts beside those that the workspace has for each section. */
  readonly facts?: (concept: Concept) => readonly KnownFact[];
}

/**
 * A Markdown document: front matter, title and a section for each concept, with what is known filled in and the
 * questions that remain as comments. A concept stands below its parent where that is written too.
 */
export function sectionedText(parts: SectionedParts, context: ScaffoldContext): string {
  const { front, title, intro, concepts } = parts;
  const sections = concepts.map(concept => {
    const facts = [...factsFor(concept, context), ...(parts.facts?.(concept) ?? [])];
    const level = levelOf(concept, concepts);
    return sectionText(concept, facts, headingStyle(level), context.library);
  });
  return `${['---', ...front, '---', '', [`# ${title}`, ...intro, ...sections].join('\n\n')].join('\n')}\n`;
}

/** The heading level of a concept's section: one below that of its parent, where that is written too. */
export function levelOf(concept: Concept, concepts: readonly Concept[]): number {
  const ids = new Set(concepts.map(each => each.id));
  let level = 2;
  let parent = concept.parent;
  while (parent !== undefined && ids.has(parent) && level < 6) {
    level += 1;
    const above = parent;
    parent = concepts.find(each => each.id === above)?.parent;
  }
  return level;
}

/**
 * The concepts of a kind for a document that is written afresh: those that sum up several others are left out, as
 * each of these has its own section. Children stand right behind their parents.
 */
export function freshConcepts(concepts: readonly Concept[]): readonly Concept[] {
  const own = concepts.filter(each => each.combines === undefined);
  const below = (id: string): Concept[] =>
    own.filter(each => each.parent === id).flatMap(each => [each, ...below(each.id)]);
  const ids = new Set(own.map(each => each.id));
  return own
    .filter(each => each.parent === undefined || !ids.has(each.parent))
    .flatMap(each => [each, ...below(each.id)]);
}
