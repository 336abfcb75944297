import type { Entry } from '../../model/entry.ts';
import { folderOf, inFolder } from '../paths.ts';
import { targetOf } from '../target.ts';

/** The folders of an entry's Markdown evidence, one for each piece. */
export function evidenceFolders({ evidence }: Entry, document: string, root: string): string[] {
  return evidence.flatMap(({ target: written }) => {
    const target = targetOf(written.value, document, root);
    return target.kind === 'file' && /\.(?:md|markdown)$/i.test(target.path) ? [folderOf(target.path)] : [];
  });
}

/** Of the folders of all Markdown evidence the one for new evidence: the most frequent, else `docs` beside the document. */
export function busiestFolder(folders: Iterable<string>, document: string, root: string): string {
  const counts = new Map<string, number>();
  for (const folder of folders) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  counts.delete(root);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0] ?? inFolder(folderOf(document), 'docs');
}
