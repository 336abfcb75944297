import { type ConceptStates, conceptStates } from '../../workspace/concepts.ts';
import type { WorkspaceContext } from '../define.ts';

/**
 * What the checked document says about each concept, worked out once for all rules of a run.
 * @throws TypeError for a document without sections: no rule for such a kind asks this.
 */
export function statesOf({ document, library, scope }: WorkspaceContext): ConceptStates {
  const { model } = document;
  if (!('outline' in model)) throw new TypeError(`a ${model.kind} has no concepts`);
  return conceptStates(model, library.vocabulary(model.kind), scope.headings);
}
