import type { Reference } from '../../catalog/library.ts';
import type { Entry } from '../../model/entry.ts';
import { defaultFramework } from '../../workspace/frameworks.ts';
import type { WorkspaceContext } from '../define.ts';

/** An entry with what its id names. */
export interface ResolvedEntry {
  /** Offset of the unit that holds the entry. */
  readonly start: number;
  readonly entry: Entry;
  /** Absent without an id, and where its framework is not known. */
  readonly reference: Reference | undefined;
  /** `framework:id`; absent where the id names nothing. */
  readonly qualified: string | undefined;
}

/** The entries of the checked mapping; shared by the rules through `context.derive`. */
export function resolvedEntries({ document, library, scope }: WorkspaceContext): readonly ResolvedEntry[] {
  const { model } = document;
  if (model.kind !== 'control-mapping') return [];
  const framework = defaultFramework(model, scope.framework);
  return model.entries.map(({ start, value: entry }) => {
    const reference = entry.id === undefined ? undefined : library.resolve(entry.id.value, framework);
    const qualified = reference?.item === undefined ? undefined : reference.catalog.qualified(reference.item);
    return { start, entry, reference, qualified };
  });
}
