import type { Placed } from '../../text/span.ts';
import { metricsIn, type StatedMetric } from '../metrics.ts';
import type { SectionedModel } from '../sectioned.ts';
import { type Contact, contactsIn } from './contacts.ts';
import { datasetsIn, type NamedDataset } from './datasets.ts';
import { licensesIn, type NamedLicense } from './licenses.ts';

/** What the body of a card states as data, each with its place; `start` is the offset of the section in the file. */
export interface CardContents {
  readonly results: readonly Placed<StatedMetric>[];
  readonly datasets: readonly Placed<NamedDataset>[];
  readonly contacts: readonly Placed<Contact>[];
  readonly licenses: readonly Placed<NamedLicense>[];
}

/** Reads a card's body as data. What a section states is worked out once for as long as its text stays. */
export function contentsOf(model: SectionedModel): CardContents {
  const sections = model.body?.sections ?? [];
  const all = <T>(read: (section: (typeof sections)[number]['value']) => readonly T[]): Placed<T>[] =>
    sections.flatMap(({ start, value }) => read(value).map(each => ({ start, value: each })));
  return {
    results: all(metricsIn),
    datasets: all(datasetsIn),
    contacts: all(contactsIn),
    licenses: all(licensesIn),
  };
}
