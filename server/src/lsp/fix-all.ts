import type { TextChange } from '../text/source.ts';
import { overlaps } from '../text/span.ts';
import type { FileChange } from '../workspace/change.ts';
import type { Finding, Fix } from '../workspace/finding.ts';

/**
 * The safe fixes of a document's findings as one change of each file. A fix that would touch the same text as one
 * before it is left for the next time.
 */
export function safeChanges(findings: readonly Finding[]): FileChange[] {
  return safeFixes(findings).changes;
}

/** {@link safeChanges} with the fixes that they are made of. */
export function safeFixes(findings: readonly Finding[]): { changes: FileChange[]; fixes: Fix[] } {
  const fixes: Fix[] = [];
  const edits = new Map<string, TextChange[]>();
  const created = new Map<string, FileChange>();
  for (const fix of findings.flatMap(each => each.fixes.filter(({ kind }) => kind === 'safe').slice(0, 1))) {
    const changes = fix.change();
    if (changes.some(each => collides(each, edits, created))) continue;
    fixes.push(fix);
    for (const change of changes) {
      if (change.kind === 'create') created.set(change.path, change);
      else edits.set(change.path, [...(edits.get(change.path) ?? []), ...change.edits]);
    }
  }
  const changes = [
    ...created.values(),
    ...[...edits].map(([path, list]): FileChange => ({ kind: 'edit', path, edits: list })),
  ];
  return { changes, fixes };
}

function collides(
  change: FileChange,
  edits: ReadonlyMap<string, readonly TextChange[]>,
  created: ReadonlyMap<string, FileChange>,
): boolean {
  if (change.kind === 'create') return created.has(change.path);
  const taken = edits.get(change.path) ?? [];
  return change.edits.some(edit => taken.some(other => overlaps(edit.span, other.span)));
}
