import type { TextChange } from '../text/source.ts';
import { editFile, type FileChange } from '../workspace/change.ts';
import { linkTarget } from '../workspace/links.ts';
import { folderOf, foldersUp } from '../workspace/paths.ts';
import { type PathReference, pathReferences } from '../workspace/references.ts';
import type { Session } from '../workspace/session.ts';
import { type Target, targetOf } from '../workspace/target.ts';
import { fixedFolder, withPath } from './link-text.ts';

/** A file or a folder that is about to get another path. Paths are workspace paths. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/**
 * The edits that keep links right when files and folders move: links to them, and the links inside them. They are
 * made before the move, so they name each file by its path of today. A link that the move leaves right, and one
 * that leads nowhere anyway, stays as it is.
 */
export function willRename(session: Session, moves: readonly FileMove[]): FileChange[] {
  const real = moves.filter(({ from, to }) => from !== to && from !== '' && to !== '');
  if (real.length === 0) return [];
  const moved = movedBy(real);
  return affected(session, real).flatMap(path => {
    const document = session.document(path);
    if (document === undefined) return [];
    const after = moved(path);
    const before = session.rootOf(path);
    const root = session.rootOf(after);
    const edits = pathReferences(document, before).flatMap((reference): TextChange[] => {
      const path = newPath(reference, moved);
      if (path === undefined || stillLeads(reference, path, after, root)) return [];
      const change = withPath(document.source, reference, path, after, root);
      return change === undefined ? [] : [change];
    });
    return edits.length === 0 ? [] : [editFile(path, ...edits)];
  });
}

/** Where a path lies after the moves; the innermost moved folder decides. */
function movedBy(moves: readonly FileMove[]): (path: string) => string {
  const byFrom = new Map(moves.map(move => [move.from, move.to]));
  return path => {
    for (const above of foldersUp(path)) {
      const to = byFrom.get(above);
      if (to !== undefined) return to + path.slice(above.length);
    }
    return path;
  };
}

/** The path that a reference has to name after the moves; undefined for what is no path of the workspace. */
function newPath({ target }: PathReference, moved: (path: string) => string): string | undefined {
  if (target.kind === 'file') return moved(target.path);
  if (target.kind !== 'glob') return undefined;
  const base = fixedFolder(target.pattern);
  return moved(base) + target.pattern.slice(base.length);
}

/** Whether the link, as it is written, leads to the right path from where its document will be. */
function stillLeads(reference: PathReference, path: string, document: string, root: string): boolean {
  const target = read(reference, document, root);
  if (reference.written.startsWith('#')) return true;
  return (
    (target.kind === 'file' && target.path === path) || (target.kind === 'glob' && target.pattern === path)
  );
}

function read({ role, written }: PathReference, document: string, root: string): Target {
  const evidence = role === 'evidence' || role === 'covers';
  return evidence ? targetOf(written, document, root) : linkTarget(written, document, root);
}

/** The documents that move, and those that name something that moves. */
function affected(session: Session, moves: readonly FileMove[]): string[] {
  const { index, files } = session;
  const found = new Set<string>();
  const named = (path: string): void => {
    for (const { path: from } of index.stated(`links:${path}`)) found.add(from);
  };
  const folders = new Set<string>();
  for (const { from } of moves) {
    named(from);
    if (files.has(from)) found.add(from);
    if (!files.hasFolder(from)) continue;
    for (const path of files.all.filter(each => each.startsWith(`${from}/`))) {
      found.add(path);
      named(path);
      for (let up = folderOf(path); up.length > from.length && !folders.has(up); up = folderOf(up)) {
        folders.add(up);
        named(up);
      }
    }
  }
  for (const { path } of index.stated('globs')) found.add(path);
  return [...found].sort();
}
