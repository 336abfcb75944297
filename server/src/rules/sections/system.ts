import { systemAt } from '../../model/sectioned.ts';
import type { Stated } from '../../workspace/facts.ts';
import type { MappingFact } from '../../workspace/mapping-facts.ts';
import type { WorkspaceContext } from '../define.ts';

/** What the mapping that governs a document says of its system; undefined where none does. */
export function systemOf({ document, graph }: WorkspaceContext): Stated<MappingFact> | undefined {
  const { model } = document;
  if (!('metadata' in model)) return undefined;
  return graph.mappingOf(document.path, systemAt(model.metadata)?.value.value);
}

/** The system as a sentence names it. */
export function nameOfSystem({ data, path }: Stated<MappingFact>): string {
  const name = data.name ?? data.system;
  return name === null ? `The system of ${path}` : `The system "${name}" (${path})`;
}
