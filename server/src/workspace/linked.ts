import { folderOf } from './paths.ts';
import type { Session } from './session.ts';
import { targetOf } from './target.ts';

/**
 * Paths that entries point at and that no listed file or folder answers to: files in folders that are not listed,
 * files behind links, and files that do not exist. The host says which is which. A glob gives the folder that its
 * matches would lie in.
 */
export function linkedElsewhere(session: Session): string[] {
  const paths = new Set<string>();
  const graph = session.graph(new Set());
  for (const { path } of graph.mappings) {
    const root = session.rootOf(path);
    for (const written of graph.targets(path)) {
      const target = targetOf(written, path, root);
      if (target.kind === 'file') paths.add(target.path);
      if (target.kind === 'glob') paths.add(folderBefore(target.pattern));
    }
  }
  return [...paths].filter(path => path !== '' && !session.files.has(path) && !session.files.hasFolder(path));
}

/** The folder that a glob names before its first wildcard. */
function folderBefore(glob: string): string {
  const wild = glob.search(/[*?{[]/);
  return folderOf(wild < 0 ? glob : glob.slice(0, wild));
}
