import { claimsIn } from '../model/claims.ts';
import { bodyOf } from '../model/document.ts';
import { type Metadata, textAt, textsAt } from '../model/sectioned.ts';
import { at, overlaps, type Span } from '../text/span.ts';
import { daysBetween, isDate } from '../workspace/evidence/dates.ts';
import type { Session } from '../workspace/session.ts';
import { contextOf, type FeatureContext } from './context.ts';

/** A few words that are shown behind a place without being part of the text. */
export interface InlayHint {
  /** Where they are shown. */
  readonly offset: number;
  readonly label: string;
  readonly kind: 'title' | 'date';
}

/** Behind an id or a date that stands in the document. */
interface Hinted {
  readonly span: Span;
  readonly label: string | undefined;
  readonly kind: InlayHint['kind'];
}

/**
 * Titles behind the ids of controls and days left behind dates on which something ends, for what lies in `span` (the
 * whole document without one).
 */
export function inlayHints(session: Session, path: string, span?: Span): InlayHint[] {
  const context = contextOf(session, path);
  if (context === undefined) return [];
  const wanted = span ?? { start: 0, end: context.document.source.text.length };
  const found: InlayHint[] = [];
  for (const each of hinted(context, wanted)) {
    if (each.label === undefined || !overlaps(each.span, wanted)) continue;
    found.push({ offset: each.span.end, label: each.label, kind: each.kind });
  }
  return found.sort((a, b) => a.offset - b.offset);
}

function* hinted(context: FeatureContext, wanted: Span): Iterable<Hinted> {
  const { model } = context.document;
  if (model.kind === 'control-mapping') {
    for (const { start, value } of model.entries) {
      if (!overlaps(at(start, value), wanted)) continue;
      if (value.id !== undefined) yield title(context, value.id.value, at(start, value.id));
      for (const each of value.satisfies) yield title(context, each.value, at(start, each));
      if (value.until !== undefined) yield days(context, value.until.value, at(start, value.until));
      for (const { expires, reviewed } of value.evidence) {
        if (expires !== undefined) yield days(context, expires.value, at(start, expires));
        const on = reviewed?.on;
        if (on !== undefined) yield reviewDue(context, on.value, at(start, on));
      }
    }
    return;
  }
  if ('metadata' in model) yield* ofMetadata(context, model.metadata);
  for (const { start, value } of bodyOf(model)?.sections ?? []) {
    if (start > wanted.end || start + value.text.length < wanted.start) continue;
    for (const claim of value.derive(claimsIn)) yield title(context, claim.id, at(start, claim));
  }
}

function* ofMetadata(context: FeatureContext, metadata: Metadata): Iterable<Hinted> {
  for (const { start, value } of textsAt(metadata, 'controls'))
    yield title(context, value.value, at(start, value));
  const due = textAt(metadata, 'review_by');
  if (due !== undefined) yield days(context, due.value.value, at(due.start, due.value));
}

function title({ library, framework }: FeatureContext, id: string, span: Span): Hinted {
  return { span, label: library.resolve(id, framework)?.item?.title, kind: 'title' };
}

function days({ session }: FeatureContext, date: string, span: Span): Hinted {
  const left = isDate(date) ? daysBetween(session.today, date) : undefined;
  return { span, label: left === undefined ? undefined : inWords(left), kind: 'date' };
}

/** A sign-off counts for the review period from its day on. */
function reviewDue({ session, scope }: FeatureContext, date: string, span: Span): Hinted {
  const age = isDate(date) ? daysBetween(date, session.today) : undefined;
  const left = age === undefined || age < 0 ? undefined : scope.reviewPeriod - age;
  const label = left === undefined ? undefined : left < 0 ? 'review overdue' : `review due ${inWords(left)}`;
  return { span, label, kind: 'date' };
}

function inWords(days: number): string {
  if (days === 0) return 'today';
  if (days > 0) return days === 1 ? 'in 1 day' : `in ${days} days`;
  return days === -1 ? '1 day ago' : `${-days} days ago`;
}
