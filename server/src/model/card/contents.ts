import type { Section } from '../../syntax/markdown/section.ts';
import { Derived } from '../../text/derived.ts';
import type { Placed } from '../../text/span.ts';
import { metricsIn, type StatedMetric } from '../metrics.ts';
import type { SectionedModel } from '../sectioned.ts';
import { type Contact, contactsIn } from './contacts.ts';
import { datasetsIn, type NamedDataset } from './datasets.ts';
import { licensesIn, type NamedLicense } from './licenses.ts';

/**
 * What the body of a card states as data, each with its place; `start` is the offset of the section in the file. Each
 * list is put together when it is asked for, from what its sections state, which is worked out once for a section.
 */
export class CardContents extends Derived {
  private readonly sections: readonly Placed<Section>[];

  constructor(model: Pick<SectionedModel, 'body'>) {
    super();
    this.sections = model.body?.sections ?? [];
  }

  get results(): readonly Placed<StatedMetric>[] {
    return this.derive(results);
  }

  get datasets(): readonly Placed<NamedDataset>[] {
    return this.derive(datasets);
  }

  get contacts(): readonly Placed<Contact>[] {
    return this.derive(contacts);
  }

  get licenses(): readonly Placed<NamedLicense>[] {
    return this.derive(licenses);
  }

  /** What a reader finds in each section, in the order of the text. */
  all<T>(read: (section: Section) => readonly T[]): Placed<T>[] {
    return this.sections.flatMap(({ start, value }) => read(value).map(each => ({ start, value: each })));
  }
}

const results = (contents: CardContents): Placed<StatedMetric>[] => contents.all(metricsIn);
const datasets = (contents: CardContents): Placed<NamedDataset>[] => contents.all(datasetsIn);
const contacts = (contents: CardContents): Placed<Contact>[] => contents.all(contactsIn);
const licenses = (contents: CardContents): Placed<NamedLicense>[] => contents.all(licensesIn);
