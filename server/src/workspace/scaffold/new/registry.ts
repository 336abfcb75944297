import { newImpactAssessment } from './assessment/impact-assessment.ts';
import { newControlMapping } from './control-mapping.ts';
import { newDatasetCard } from './dataset-card.ts';
import { newIncident } from './incident.ts';
import type { NewKind } from './kind.ts';
import { newModelCard } from './model-card.ts';

/** Every kind of document that can be started, in the order of the help page. */
export const NEW_KINDS: readonly NewKind[] = [
  newModelCard,
  newDatasetCard,
  newImpactAssessment,
  newControlMapping,
  newIncident,
];
