import type { Library } from '../catalog/library.ts';
import { frameworkNamed } from '../catalog/own/names.ts';
import type { ForeignEntry, ForeignModel } from '../model/foreign/model.ts';
import type { Fact, FactData } from './facts.ts';
import { symbol } from './navigation-facts.ts';

/** What `support:<qualified id>` says: a file of another tool speaks of the control. */
export interface SupportFact {
  readonly [key: string]: FactData;
  readonly format: string;
  /** Our word for the status: planned, partial, implemented or excluded. */
  readonly status: string | null;
  /** The status as the file words it. */
  readonly said: string | null;
  readonly component: string | null;
  /** Whether the file says in words how the control is fulfilled. */
  readonly narrated: boolean;
}

/** What a mapping of another tool states of the controls that are known here; unknown ids say nothing. */
export function foreignFacts(model: ForeignModel, library: Library): Fact[] {
  return model.entries.flatMap(entry => {
    const qualified = foreignId(entry, library);
    if (qualified === undefined) return [];
    const span = { start: entry.id.from, end: entry.id.to };
    const data: SupportFact = {
      format: model.format,
      status: entry.status ?? null,
      said: entry.said ?? null,
      component: entry.component ?? null,
      narrated: entry.narrated,
    };
    return [{ key: `support:${qualified}`, data, span }, symbol('entry', entry.id.value, qualified, span)];
  });
}

/** The qualified id of the control that an entry of another tool's mapping speaks of. */
export function foreignId(entry: ForeignEntry, library: Library): string | undefined {
  const framework = frameworkNamed(entry.frameworks, library);
  const catalog = framework === undefined ? undefined : library.catalog(framework);
  const item = catalog?.find(entry.id.value);
  return catalog === undefined || item === undefined ? undefined : catalog.qualified(item);
}
