import type { Span } from '../../text/span.ts';
import type { Metadata } from '../sectioned.ts';
import type { Columns } from './columns.ts';
import type { LABELS, LabelledConcept, RECORDS, RecordName } from './shape.ts';

/** A text with its place; offsets are UTF-16 code units of the file, marks of escaping included. */
export interface Value {
  /** As a reader means it: trimmed, escapes undone, line breaks as LF. Never empty. */
  readonly value: string;
  readonly span: Span;
}

/** A column or key that the model does not know, kept as it is. */
export interface ExtraValue extends Value {
  readonly title: string;
}

/** A field that holds one value, or a list of them. */
type FieldOf<C> = C extends { readonly list: true } ? readonly Value[] : Value | undefined;

/** Fields with their places; one that is not written is undefined or an empty list. */
export type Filled<C extends Columns> = { readonly [K in keyof C]: FieldOf<C[K]> };

/** A record: a row of a table, or an item of a YAML list. */
export interface Row<C extends Columns> {
  readonly fields: Filled<C>;
  readonly extra: readonly ExtraValue[];
  /** The row or the item. */
  readonly span: Span;
}

/** A record of one of the assessment's lists. */
export type RowOf<N extends RecordName> = Row<(typeof RECORDS)[N]>;

export type Party = RowOf<'parties'>;
export type Benefit = RowOf<'benefits'>;
export type Harm = RowOf<'harms'>;
export type Failure = RowOf<'failures'>;
export type Measure = RowOf<'measures'>;
export type Acceptance = RowOf<'acceptances'>;

/** The section of one concept of the vocabulary. */
export interface SectionContent {
  /** Concept id. */
  readonly concept: string;
  /** The title that was written, or the YAML key. */
  readonly heading: Span;
  /**
   * What the section says in its own words, as Markdown: without tables of records and labelled values that the model
   * takes out, and with the sections below it that are no concept of their own, their headings from level 4 on.
   */
  readonly text: Value | undefined;
  /** Whether nothing at all stands in the section itself, no table and no labelled value either. */
  readonly empty: boolean;
}

/** A section that is no concept of the vocabulary. */
export interface OtherSection {
  readonly title: string;
  readonly heading: Span;
  readonly text: Value | undefined;
}

/** Labelled values by concept. */
export type Labelled = { readonly [K in LabelledConcept]: Filled<(typeof LABELS)[K]> };

/** The lists of records by name, in the order of the text. */
export type RecordLists = { readonly [N in RecordName]: readonly RowOf<N>[] };

/** An AI system impact assessment in either writing: the same content gives the same model, places aside. */
export interface Assessment {
  /** Front matter, or those top-level keys of YAML that are neither sections nor records. */
  readonly metadata: Metadata;
  readonly title: Value | undefined;
  /** Text between the title and the first section. */
  readonly lead: Value | undefined;
  /** By concept id, in the order of the text. */
  readonly sections: ReadonlyMap<string, SectionContent>;
  readonly labels: Labelled;
  readonly records: RecordLists;
  readonly other: readonly OtherSection[];
}
