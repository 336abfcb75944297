import type { Graph } from '../graph.ts';

/** The documents that an assessment rests on: the cards of its system, and the mapping that governs it. */
export function restedOn(graph: Graph, path: string, system: string | undefined): readonly string[] {
  const cards = graph.peers(path, system).filter(each => {
    const kind = graph.card(each)?.kind;
    return kind === 'model-card' || kind === 'dataset-card';
  });
  const mapping = graph.mappingOf(path, system)?.path;
  return [...cards, ...(mapping === undefined ? [] : [mapping])];
}
