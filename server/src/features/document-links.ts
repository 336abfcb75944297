import type { Span } from '../text/span.ts';
import { pathReferences } from '../workspace/references.ts';
import type { Session } from '../workspace/session.ts';
import type { Target } from '../workspace/target.ts';
import { innerSpan } from './link-text.ts';

/** A link that can be followed. A file's exact place is found when it is, by `destinationsOf(session, target)`. */
export interface FollowableLink {
  /** The written target without quotes. UTF-16 code units of the file. */
  readonly span: Span;
  readonly target: Extract<Target, { kind: 'file' | 'url' }>;
}

/** The links of a document that lead to a file of the workspace or to an address on the web, in its order. */
export function documentLinks(session: Session, path: string): FollowableLink[] {
  const document = session.document(path);
  if (document === undefined) return [];
  const found: FollowableLink[] = [];
  for (const reference of pathReferences(document, session.rootOf(path))) {
    const { target } = reference;
    const span = innerSpan(document.source, reference);
    if (target.kind === 'file' && session.files.has(target.path)) found.push({ span, target });
    if (target.kind === 'url' && /^(?:https?:\/\/|mailto:)\S/i.test(target.url)) found.push({ span, target });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
