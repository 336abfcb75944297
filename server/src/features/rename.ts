import type { Span } from '../text/span.ts';
import type { FileChange } from '../workspace/change.ts';
import type { Session } from '../workspace/session.ts';
import { renameHeading } from './rename-heading.ts';
import { renameSystem } from './rename-system.ts';
import { headingAt, outlineIn, sectionFinder } from './sections.ts';
import { subjectAt } from './subject.ts';

/** What can be renamed at a place, or in a sentence why it cannot. */
export type RenameRange =
  | { readonly kind: 'range'; readonly span: Span; readonly placeholder: string }
  | Refused;

/** The changes of a rename, or in a sentence why it cannot be done. */
export type RenameResult = { readonly kind: 'changes'; readonly changes: readonly FileChange[] } | Refused;

/** Why something cannot be renamed, with what to do instead. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: string;
}

/** What a rename would change. */
type Renamed =
  | {
      readonly kind: 'heading';
      readonly path: string;
      readonly index: number;
      readonly span: Span;
      readonly name: string;
    }
  | { readonly kind: 'system'; readonly id: string; readonly span: Span };

/** What a rename at an offset would take; undefined where nothing stands that has a name. */
export function prepareRename(session: Session, path: string, offset: number): RenameRange | undefined {
  const found = renamedAt(session, path, offset);
  if (found === undefined || found.kind === 'refused') return found;
  const placeholder = found.kind === 'system' ? found.id : found.name;
  return { kind: 'range', span: found.span, placeholder };
}

/**
 * Gives what stands at an offset another name, everywhere: a heading with every link to it, also when the cursor
 * stands on such a link's `#fragment`; a system's id in all documents of the system. Undefined where nothing stands
 * that has a name.
 */
export function rename(
  session: Session,
  path: string,
  offset: number,
  name: string,
): RenameResult | undefined {
  const found = renamedAt(session, path, offset);
  if (found === undefined || found.kind === 'refused') return found;
  if (found.kind === 'system') return renameSystem(session, found.id, name);
  return renameHeading(session, found.path, found.index, name);
}

function renamedAt(session: Session, path: string, offset: number): Renamed | Refused | undefined {
  const document = session.document(path);
  if (document === undefined) return undefined;
  const subject = subjectAt(session, path, offset);
  const index = subject?.kind === 'link' ? undefined : headingAt(outlineIn(document), offset);
  if (index !== undefined) return headingOf(session, path, index, undefined);
  switch (subject?.kind) {
    case 'system':
      return { kind: 'system', id: subject.id, span: subject.span };
    case 'link': {
      const { target, written } = subject.reference;
      if (target.kind !== 'file') return refused(`"${written}" names no section or file of the workspace`);
      const linked = target.fragment === undefined ? undefined : session.document(target.path);
      const outline = linked === undefined ? [] : outlineIn(linked);
      const section = sectionFinder(outline)(target.fragment ?? '');
      if (section !== undefined) return headingOf(session, target.path, section, subject.span);
      return refused(
        target.fragment === undefined
          ? `Rename the file ${target.path} itself, in the explorer: every link to it is then updated`
          : `${target.path} has no heading "#${target.fragment}" to rename`,
      );
    }
    case 'control':
      return refused(
        `${subject.id} is the id of a catalog, which is the same for everybody; change the entry instead`,
      );
    case 'dataset':
      return refused(
        `"${subject.name}" names a dataset on the hub or in another card; its name is not decided here`,
      );
    default:
      return undefined;
  }
}

function headingOf(
  session: Session,
  path: string,
  index: number,
  span: Span | undefined,
): Renamed | Refused | undefined {
  const document = session.document(path);
  const item = document === undefined ? undefined : outlineIn(document)[index];
  if (document === undefined || item === undefined) return undefined;
  if (item.style === 'bold')
    return refused(
      'A bold line has no address that a link could name. Make it a heading with "#" first, or edit the text',
    );
  const name = document.source.slice(item.heading);
  return { kind: 'heading', path, index, span: span ?? item.heading, name };
}

function refused(reason: string): Refused {
  return { kind: 'refused', reason };
}
