import type { KnownItem } from '../../catalog/library.ts';
import type { EntryFact } from '../../workspace/entry-facts.ts';
import type { Stated } from '../../workspace/facts.ts';
import type { FeatureContext } from '../context.ts';

/** A document's context with answers that one reading of it asks for again and again. */
export interface TokenContext extends FeatureContext {
  /** Whether the document's system has the control in its mapping, as one that does not apply. */
  isExcluded(known: KnownItem): boolean;
  /** The entry for a control whose id stands at an offset of the document. */
  entryAt(control: string, offset: number): Stated<EntryFact> | undefined;
}

/** Makes the context of one reading. */
export function tokenContext(context: FeatureContext): TokenContext {
  const { graph, system, document } = context;
  const excluded = new Map<string, boolean>();
  const entries = new Map<string, ReadonlyMap<number, Stated<EntryFact>>>();
  const readExcluded = (control: string): boolean => {
    if (system === undefined) return false;
    const own = graph.entries(control).filter(({ data }) => data.system === system);
    return own.length > 0 && own.every(({ data }) => !data.applicable);
  };
  return {
    ...context,
    isExcluded({ catalog, item }) {
      const control = catalog.qualified(item);
      const known = excluded.get(control) ?? readExcluded(control);
      excluded.set(control, known);
      return known;
    },
    entryAt(control, offset) {
      const known =
        entries.get(control) ??
        new Map(graph.entriesIn(document.path, control).map(each => [each.span.start, each]));
      entries.set(control, known);
      return known.get(offset);
    },
  };
}
