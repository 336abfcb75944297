import { statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { inSkippedFolder } from '../../workspace/skipped.ts';
import { UsageError } from './command.ts';
import { reasonOf } from './output.ts';

/** A folder that is indexed as a whole, and the parts of it that were asked for. */
export interface Place {
  /** Absolute path. */
  readonly root: string;
  /** What was asked for, as workspace paths; an empty text stands for everything. */
  readonly given: readonly GivenPath[];
}

/** A path that was asked for. */
export interface GivenPath {
  /** As written on the command line. */
  readonly written: string;
  /** Below the root, with `/`. */
  readonly path: string;
  readonly folder: boolean;
}

/**
 * The folders to index for the paths of a command line. Paths in the working folder share it, as evidence may lie
 * anywhere in it; of any other path, and of one in a folder that listing leaves out, its own folder is indexed.
 * @throws UsageError when a path does not exist or cannot be looked at.
 */
export function placesFor(paths: readonly string[], folder: string): Place[] {
  const found = (paths.length === 0 ? ['.'] : paths).map(written => {
    const path = resolve(folder, written);
    const isFolder = isDirectory(path, written);
    const shared = isInside(folder, path) && !isSkipped(slashed(relative(folder, path)), isFolder);
    return { written, path, folder: isFolder, root: shared ? folder : isFolder ? path : dirname(path) };
  });
  const roots = [...new Set(found.map(each => each.root))].filter(
    (root, _, all) =>
      !all.some(
        other => other !== root && isInside(other, root) && !isSkipped(slashed(relative(other, root)), true),
      ),
  );
  return roots.map(root => ({
    root,
    given: found
      .filter(each => isInside(root, each.root) && !(each.root !== root && roots.includes(each.root)))
      .map(({ written, path, folder: isFolder }) => ({
        written,
        path: slashed(relative(root, path)),
        folder: isFolder,
      })),
  }));
}

function isDirectory(path: string, written: string): boolean {
  try {
    const stats = statSync(path);
    if (!stats.isDirectory() && !stats.isFile())
      throw new UsageError(`"${written}" is neither a file nor a folder`);
    return stats.isDirectory();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UsageError(
      missing ? `"${written}" does not exist` : `cannot look at "${written}": ${reasonOf(error)}`,
    );
  }
}

/** Whether a path lies in a folder that is left out when one above it is listed, such as `node_modules`. */
function isSkipped(path: string, folder: boolean): boolean {
  return inSkippedFolder(folder ? `${path}/.` : path);
}

/** Whether an absolute path is a folder or lies in it. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Whether a workspace path was asked for. */
export function isGiven(place: Place, path: string): boolean {
  return place.given.some(
    each => each.path === '' || each.path === path || (each.folder && path.startsWith(`${each.path}/`)),
  );
}

/** Whether an absolute path, of a file that need not exist, was asked for. */
export function isGivenFile(place: Place, file: string): boolean {
  return isInside(place.root, file) && isGiven(place, slashed(relative(place.root, file)));
}

/** A workspace path as seen from the working folder, with `/`. */
export function shownPath(place: Place, path: string, folder: string): string {
  return place.root === folder ? path : slashed(relative(folder, resolve(place.root, path)));
}

/** A path of this machine with `/`. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
