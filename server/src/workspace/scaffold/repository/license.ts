import type { Stated } from '../../facts.ts';
import type { Graph } from '../../graph.ts';
import { folderOf, foldersUp, inFolder } from '../../paths.ts';
import type { LicenseFact } from '../../repository-facts.ts';

/** Names under which licence texts lie. */
const FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'COPYING'];

/**
 * The nearest licence text up the folder tree. Data seldom has the licence of the code around it, so for a dataset
 * card only a file beside it counts.
 */
export function licenseNear(path: string, kind: string, graph: Graph): Stated<LicenseFact> | undefined {
  const folders = foldersUp(folderOf(path));
  for (const folder of kind === 'dataset-card' ? folders.slice(0, 1) : folders) {
    for (const name of FILES) {
      const found = graph.licenseFile(inFolder(folder, name));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
