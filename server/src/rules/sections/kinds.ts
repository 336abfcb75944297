import type { DocumentKind } from '../../model/kinds.ts';

/** What a message calls a document of a kind. */
export const CALLED: Readonly<Partial<Record<DocumentKind, string>>> = {
  'model-card': 'model card',
  'dataset-card': 'dataset card',
  'impact-assessment': 'impact assessment',
  incident: 'incident record',
};
