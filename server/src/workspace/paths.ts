/** Folder of a workspace path, without a trailing slash; empty for the outermost level. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path below a folder. */
export function inFolder(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

/** A path as part of a glob, its own special characters taken literally. */
export function asGlob(path: string): string {
  return path.replace(/[\\()[\]{}*?!+@$^|]/g, String.raw`\$&`);
}

/** The folder and those above it, nearest first, down to the outermost. */
export function foldersUp(folder: string): string[] {
  const folders = [folder];
  for (let up = folder; up !== ''; ) {
    up = folderOf(up);
    folders.push(up);
  }
  return folders;
}

/** A path without anything that has to be worked off, as most are. */
const PLAIN = /^(?!\.{0,2}(?:\/|$))[^\\:~/]+(?:\/(?!\.{0,2}(?:\/|$))[^\\:/]+)*$/;

/**
 * A relative path read from a folder, with `.` and `..` worked off. Undefined when it climbs out of `root`, or
 * does not stay inside the workspace for another reason (absolute, another drive, another scheme).
 */
export function resolvePath(folder: string, relative: string, root = ''): string | undefined {
  if (PLAIN.test(relative)) return inFolder(folder, relative);
  if (/^(?:[a-z][a-z0-9+.-]*:|[\\/]|~[\\/])/i.test(relative)) return undefined;
  const parts = folder === '' ? [] : folder.split('/');
  const floor = root === '' ? 0 : root.split('/').length;
  for (const part of relative.split(/[\\/]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length <= floor) return undefined;
    else parts.pop();
  }
  return parts.join('/');
}

/** A path as seen from a folder, with `..` where needed; `.` for the folder itself. */
export function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path === '' ? [] : path.split('/');
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/') || '.';
}
