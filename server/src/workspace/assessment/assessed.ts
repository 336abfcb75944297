import { type Metadata, textAt } from '../../model/sectioned.ts';
import { at, type Span } from '../../text/span.ts';
import { isDate } from '../evidence/dates.ts';
import type { FactData } from '../facts.ts';

/** When a system was assessed, by the assessment's own word; also what `assessed:<path>` says. */
export interface AssessedAt {
  readonly [key: string]: FactData;
  /** Day of `assessed:`, YYYY-MM-DD. */
  readonly day: string | null;
  /** Id of the commit that was assessed, from `commit:`. */
  readonly commit: string | null;
}

/** What `assessed:` and `commit:` say with the place of the one that counts; undefined where neither is usable. */
export function assessedAt(
  metadata: Metadata,
): { readonly data: AssessedAt; readonly span: Span } | undefined {
  const day = textAt(metadata, 'assessed');
  const commit = textAt(metadata, 'commit');
  const isDay = day !== undefined && isDate(day.value.value.trim());
  const isCommit = commit !== undefined && /^[0-9a-f]{7,64}$/i.test(commit.value.value.trim());
  const place = isCommit ? commit : isDay ? day : undefined;
  if (place === undefined) return undefined;
  return {
    data: {
      day: isDay ? day.value.value.trim() : null,
      commit: isCommit ? commit.value.value.trim().toLowerCase() : null,
    },
    span: at(place.start, place.value),
  };
}
