import { textAt } from '../../../model/sectioned.ts';
import type { Host } from '../../host.ts';
import type { Session } from '../../session.ts';
import { restedOn } from './assessment/changed.ts';
import { assessedBefore } from './assessment/reassess.ts';
import { textsOn } from './earlier.ts';
import type { NewRequest } from './kind.ts';
import { placeAt } from './new-document.ts';

/**
 * A request with what only the host can find out for it: for a reassessment the texts of the day on which the system
 * was assessed before, and the writing of that assessment where none is asked for. Never rejects.
 */
export async function prepared(session: Session, request: NewRequest, host: Host): Promise<NewRequest> {
  if (request.kind !== 'impact-assessment' || request.answers?.['depth'] !== 'reassessment') return request;
  const place = placeAt(
    session,
    request,
    request.path ?? `${request.folder}/.`.replace(/^\//, ''),
    'markdown',
  );
  const before = assessedBefore(place);
  if (before === undefined) return request;
  const format = request.format ?? before.model.form;
  const path = request.path ?? before.path.replace(/(?=\.[^./]*$)/, '-next');
  const on = textAt(before.model.metadata, 'assessed')?.value.value;
  if (on === undefined) return { ...request, path, format };
  return { ...request, path, format, earlier: await textsOn(on, restedOn(place), host, session) };
}
