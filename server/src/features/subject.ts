import { textsAt } from '../model/sectioned.ts';
import { at, type Span, touches } from '../text/span.ts';
import { systemOf } from '../workspace/navigation-facts.ts';
import { type PathReference, pathReferenceAt } from '../workspace/references.ts';
import type { Session } from '../workspace/session.ts';
import { contextOf } from './context.ts';
import { type ReferencePlace, referenceAt } from './locate/reference.ts';
import { headingAt, outlineIn } from './sections.ts';

/** What somebody who points at a place means by it. Spans are UTF-16 code units of the file. */
export type Subject =
  | {
      readonly kind: 'control';
      readonly id: string;
      readonly span: Span;
      readonly role: ReferencePlace['role'];
    }
  | { readonly kind: 'link'; readonly reference: PathReference; readonly span: Span }
  | { readonly kind: 'heading'; readonly index: number; readonly span: Span }
  | { readonly kind: 'system'; readonly id: string; readonly span: Span }
  | { readonly kind: 'dataset'; readonly name: string; readonly span: Span };

/** The subject at an offset. A control id inside a heading or a link's text counts before what is around it. */
export function subjectAt(session: Session, path: string, offset: number): Subject | undefined {
  const context = contextOf(session, path);
  if (context === undefined) return undefined;
  const { document } = context;
  const link = pathReferenceAt(document, session.rootOf(path), offset);
  if (link !== undefined) return { kind: 'link', reference: link, span: link.span };
  const system = systemOf(document);
  if (system !== undefined && touches(system.span, offset))
    return { kind: 'system', id: system.id, span: system.span };
  const named = 'metadata' in document.model ? textsAt(document.model.metadata, 'datasets') : [];
  const dataset = named.find(each => touches(at(each.start, each.value), offset));
  if (dataset !== undefined)
    return { kind: 'dataset', name: dataset.value.value, span: at(dataset.start, dataset.value) };
  const id = referenceAt(context, offset);
  if (id?.item !== undefined)
    return { kind: 'control', id: id.catalog.qualified(id.item), span: id.span, role: id.role };
  const outline = outlineIn(document);
  const index = headingAt(outline, offset);
  const heading = index === undefined ? undefined : outline[index];
  return index === undefined || heading === undefined
    ? undefined
    : { kind: 'heading', index, span: heading.heading };
}
