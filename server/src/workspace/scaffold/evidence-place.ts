import type { MappingModel } from '../../model/mapping.ts';
import { folderOf, inFolder } from '../paths.ts';
import { targetOf } from '../target.ts';

/** The folder for new evidence: that which holds most of a mapping's Markdown evidence, else `docs` beside it. */
export function evidenceFolder(mapping: MappingModel, document: string, root: string): string {
  const counts = new Map<string, number>();
  for (const { value } of mapping.entries) {
    for (const { target: written } of value.evidence) {
      const target = targetOf(written.value, document, root);
      if (target.kind !== 'file' || !/\.(?:md|markdown)$/i.test(target.path)) continue;
      const folder = folderOf(target.path);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  counts.delete(root);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0] ?? inFolder(folderOf(document), 'docs');
}
