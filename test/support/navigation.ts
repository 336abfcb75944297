import type { Destination } from '../../server/src/features/destination.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import type { Span } from '../../server/src/text/span.ts';
import type { FileChange } from '../../server/src/workspace/change.ts';
import type { Session } from '../../server/src/workspace/session.ts';
import { type Fixture, parseFixture, sessionOf } from './fixture.ts';

/** A fixture with its session and its cursor. */
export interface Opened {
  readonly fixture: Fixture;
  readonly session: Session;
  readonly path: string;
  readonly offset: number;
}

/** Opens a fixture of several files; without a `$0` the cursor is at the start of the first. */
export function opened(text: string): Opened {
  const fixture = parseFixture(text, 'controls.yaml');
  return { fixture, session: sessionOf(fixture.files), path: fixture.path, offset: fixture.cursor ?? 0 };
}

/** `path: text` of a place. */
export function shown({ fixture }: Opened, path: string, span: Span): string {
  return `${path}: ${fixture.files.get(path)?.slice(span.start, span.end) ?? '?'}`;
}

/** A destination as one line of text. */
export function leading(open: Opened, destination: Destination): string {
  switch (destination.kind) {
    case 'place':
      return shown(open, destination.path, destination.span);
    case 'lines':
      return `${destination.path} lines ${destination.first}-${destination.last}`;
    case 'file':
      return destination.path;
    case 'catalog':
      return `catalog ${destination.id}`;
  }
}

/** The files of a fixture after changes. */
export function changed(
  files: ReadonlyMap<string, string>,
  changes: readonly FileChange[],
): Map<string, string> {
  const after = new Map(files);
  for (const change of changes) {
    if (change.kind === 'create') after.set(change.path, change.text);
    else after.set(change.path, applyEdits(after.get(change.path) ?? '', change.edits));
  }
  return after;
}

/** Files as one fixture text, sorted, to compare all of them at once. */
export function written(files: ReadonlyMap<string, string>): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => `//- ${path}\n${text}`)
    .join('');
}
