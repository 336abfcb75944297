import { assessedAt } from '../../assessment/assessed.ts';
import { earlierTexts } from '../../assessment/earlier-texts.ts';
import type { Host } from '../../host.ts';
import type { Session } from '../../session.ts';
import { restedOn } from './assessment/changed.ts';
import { assessedBefore } from './assessment/reassess.ts';
import type { NewRequest } from './kind.ts';
import { placeAt } from './new-document.ts';

/**
 * A request with what only the host can find out for it: for a reassessment the texts of the commit in which the
 * system was assessed before, and the writing of that assessment where none is asked for. Never rejects.
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
  const assessed = assessedAt(before.model.metadata)?.data;
  if (assessed === undefined) return { ...request, path, format };
  const earlier = await earlierTexts(before.path, assessed, restedOn(place), host, session);
  return { ...request, path, format, earlier };
}
