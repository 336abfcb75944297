import type { Span } from '../text/span.ts';
import { type PathReference, pathReferences } from '../workspace/references.ts';
import type { Session } from '../workspace/session.ts';

/** A link to a file, seen from that file. */
export interface LinkTo {
  readonly path: string;
  /** The written target with its quotes. */
  readonly span: Span;
  readonly fragment: string | undefined;
  readonly reference: PathReference;
}

/** Every link in the workspace to a file or to a part of it, its own links to itself included. */
export function linksTo(session: Session, path: string): LinkTo[] {
  const from = new Set([path, ...session.index.stated(`links:${path}`).map(each => each.path)]);
  return [...from].sort().flatMap(each => {
    const document = session.document(each);
    if (document === undefined) return [];
    return pathReferences(document, session.rootOf(each)).flatMap((reference): LinkTo[] => {
      const { target, span } = reference;
      if (target.kind !== 'file' || target.path !== path) return [];
      return [{ path: each, span, fragment: target.fragment, reference }];
    });
  });
}
