import { DEFAULT_LAYOUT } from '../../yaml-layout.ts';
import { pairLines } from '../../yaml-write.ts';
import { sourcedLines, systemLines } from '../front.ts';
import type { NewPlace } from '../kind.ts';
import { recordedLines } from './recorded.ts';
import { soleSystem, valuesIn } from './sources.ts';

/** How deep an assessment goes. */
export const DEPTHS = ['screening', 'full', 'reassessment'] as const;

/** How deep an assessment goes. */
export type Depth = (typeof DEPTHS)[number];

/** Front matter of a new assessment, or the head of one in YAML: what is known, and what is to be filled in. */
export function frontLines(place: NewPlace, depth: Exclude<Depth, 'reassessment'>): string[] {
  const named =
    place.request.system === undefined && place.mapping === undefined ? soleSystem(place) : undefined;
  const [version, ...others] = valuesIn('model-card', 'version', place);
  return [
    'clausewright: impact-assessment/1',
    ...(depth === 'screening' ? ['depth: screening'] : []),
    ...(named === undefined ? systemLines(place) : sourcedLines('system', named.value, named.source)),
    ...(version === undefined || others.length > 0
      ? ['# version: not known yet; the version of the system that is assessed']
      : sourcedLines('version', version.value, version.source)),
    '# assessor: who carries out the assessment',
    '# approver: who accepts the result, somebody else than the assessor',
    ...pairLines('status', 'draft', DEFAULT_LAYOUT),
    '# assessed: when it was carried out (YYYY-MM-DD)',
    '# review_by: when it is due again (YYYY-MM-DD)',
    ...[...recordedLines(place).values()].flat(),
  ];
}
