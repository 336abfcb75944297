import type { NewKind, NewPlace } from '../kind.ts';
import { DEPTHS, type Depth } from './front.ts';
import { fullAssessment } from './full.ts';
import { reassessment } from './reassess.ts';
import { screening } from './screening.ts';
import { soleSystem } from './sources.ts';

/** An impact assessment: a screening, a whole one, or one that starts from the assessment before. */
export const newImpactAssessment: NewKind = {
  kind: 'impact-assessment',
  title: 'an impact assessment',
  formats: ['markdown', 'yaml'],
  fileName: (request, format) =>
    `${NAMES[depthOf(request.answers?.['depth']) ?? 'full']}.${format === 'yaml' ? 'yaml' : 'md'}`,
  write(given) {
    const place = withSystem(given);
    const asked = place.request.answers?.['depth'];
    const depth = depthOf(asked);
    if (depth === undefined) return `"${asked}" is no depth of an assessment; it is ${DEPTHS.join(', ')}`;
    if (depth === 'reassessment') return reassessment(place);
    return depth === 'screening' ? screening(place) : fullAssessment(place);
  },
};

/** Where neither the user nor a mapping names the system, the cards may. */
function withSystem(place: NewPlace): NewPlace {
  const id = place.system.id ?? soleSystem(place)?.value;
  return { ...place, system: { ...place.system, id } };
}

const NAMES: Readonly<Record<Depth, string>> = {
  screening: 'impact-assessment-screening',
  full: 'impact-assessment',
  reassessment: 'impact-assessment-next',
};

function depthOf(text: string | undefined): Depth | undefined {
  return text === undefined ? 'full' : DEPTHS.find(each => each === text);
}
