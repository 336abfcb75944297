import type { TextChange } from '../text/source.ts';

/** A change to one file of the workspace. Spans refer to the text as it was checked. */
export type FileChange =
  | { readonly kind: 'edit'; readonly path: string; readonly edits: readonly TextChange[] }
  | { readonly kind: 'create'; readonly path: string; readonly text: string };

/** A change to one file that exists. */
export function editFile(path: string, ...edits: TextChange[]): FileChange {
  return { kind: 'edit', path, edits };
}

/** A new file. It is never written over one that exists. */
export function createFile(path: string, text: string): FileChange {
  return { kind: 'create', path, text };
}
