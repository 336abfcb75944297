import type { Library } from '../catalog/library.ts';
import type { Graph } from './graph.ts';

/** A section that could be linked as evidence of a control. */
export interface Candidate {
  readonly path: string;
  /** Part of a link behind `#`. */
  readonly fragment: string;
  /** The heading as the author wrote it. */
  readonly title: string;
}

/** The kinds whose sections can evidence a control, the ones closest to the model first. */
const KINDS = ['model-card', 'dataset-card', 'impact-assessment'] as const;

/**
 * The sections with real text that can evidence a control, in documents of the mapping's system: those that name
 * it, and those without a system of their own that the mapping is nearest to.
 */
export function candidateSections(
  qualified: string,
  mapping: { readonly path: string; readonly system: string | undefined },
  graph: Graph,
  library: Library,
): Candidate[] {
  return candidatesWhere(qualified, (path, system) => belongs(path, system, mapping, graph), graph, library);
}

/** The same for documents of one's own choice, by path and by the system that they name. */
export function candidatesWhere(
  qualified: string,
  isOwn: (path: string, system: string | null) => boolean,
  graph: Graph,
  library: Library,
): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const kind of KINDS) {
    for (const concept of library.vocabulary(kind).supporting(qualified)) {
      for (const { path, data } of graph.conceptSections(kind, concept.id)) {
        const { slug, title, substance } = data;
        if (slug === null || substance !== 'text' || !isOwn(path, data.system)) continue;
        const key = `${path}#${slug}`;
        if (!found.has(key)) found.set(key, { path, fragment: slug, title });
      }
    }
  }
  return [...found.values()];
}

function belongs(
  path: string,
  system: string | null,
  mapping: { readonly path: string; readonly system: string | undefined },
  graph: Graph,
): boolean {
  if (system !== null) return system === mapping.system;
  return graph.mappingOf(path, undefined)?.path === mapping.path;
}
