import { boundary } from '../../text/sorted.ts';

/** What lies directly in a folder. */
export interface Children {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/**
 * The files and folders directly below a folder, from all paths in sorted order. Whole subfolders are jumped over, so
 * that a workspace of 200,000 files costs no more than what is shown.
 */
export function childrenOf(sorted: readonly string[], folder: string): Children {
  const prefix = folder === '' ? '' : `${folder}/`;
  const files: string[] = [];
  const folders: string[] = [];
  for (let index = boundary(sorted, each => each < prefix); index < sorted.length; ) {
    const path = sorted[index] ?? '';
    if (!path.startsWith(prefix)) break;
    const slash = path.indexOf('/', prefix.length);
    if (slash < 0) {
      files.push(path);
      index += 1;
    } else {
      const child = path.slice(0, slash);
      folders.push(child);
      const behind = `${child}0`; // '0' is the character behind '/'
      index = boundary(sorted, each => each < behind);
    }
  }
  return { files, folders: [...new Set(folders)] };
}
