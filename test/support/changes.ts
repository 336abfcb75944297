import { applyEdits } from '../../server/src/text/edits.ts';
import type { FileChange } from '../../server/src/workspace/change.ts';

/** The files after changes, as an editor applies them. A file that exists is never created over. */
export function changed(
  files: ReadonlyMap<string, string>,
  changes: readonly FileChange[],
): Map<string, string> {
  const after = new Map(files);
  for (const change of changes) {
    if (change.kind === 'create') {
      if (files.has(change.path)) throw new Error(`${change.path} exists and would be written over`);
      after.set(change.path, change.text);
    } else after.set(change.path, applyEdits(files.get(change.path) ?? '', change.edits));
  }
  return after;
}
