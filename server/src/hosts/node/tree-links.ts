import { folderOf, resolvePath } from '../../workspace/paths.ts';
import type { TreeFile } from './git-objects.ts';

/** Links that lead to links are followed this far. */
const MOST_STEPS = 5;

/**
 * The files that symbolic links of a tree stand for, under the links' own paths. A link that leads out of the tree,
 * to a folder or to nothing stands for none. `targetOf` gives what a link says.
 */
export function linkedFiles(
  files: ReadonlyMap<string, TreeFile>,
  links: readonly TreeFile[],
  targetOf: (link: TreeFile) => string | undefined,
): TreeFile[] {
  const byPath = new Map(links.map(link => [link.path, link]));
  const next = (link: TreeFile): string | undefined => {
    const target = targetOf(link);
    return target === undefined ? undefined : resolvePath(folderOf(link.path), target);
  };
  return links.flatMap(link => {
    let path = next(link);
    for (let step = 0; step < MOST_STEPS && path !== undefined; step += 1) {
      const further = byPath.get(path);
      if (further === undefined) break;
      path = next(further);
    }
    const file = path === undefined ? undefined : files.get(path);
    return file === undefined ? [] : [{ ...file, path: link.path }];
  });
}
