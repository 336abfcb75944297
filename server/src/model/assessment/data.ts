import type { Columns } from './columns.ts';
import type { LABELS, LabelledConcept, RECORDS, RecordName } from './shape.ts';

/** Metadata as plain data. Texts that YAML would read as something else are told apart from it when they are written. */
export type MetadataData =
  | string
  | number
  | boolean
  | null
  | readonly MetadataData[]
  | { readonly [key: string]: MetadataData };

type FieldData<C> = C extends { readonly list: true } ? readonly string[] : string;

/** Fields as plain texts; what is absent was not said. */
export type FilledData<C extends Columns> = { readonly [K in keyof C]?: FieldData<C[K]> };

/** A record as plain texts. */
export type RowData<C extends Columns> = FilledData<C> & {
  /** Columns that the model does not know, by title. */
  readonly more?: Readonly<Record<string, string>>;
};

/** A record of one of the lists, as plain texts. */
export type RowDataOf<N extends RecordName> = RowData<(typeof RECORDS)[N]>;

/**
 * An assessment as plain data, without places: what is read from either writing, and what either writing is made
 * from. Texts are Markdown; they are trimmed and have LF line breaks. Everything but the metadata may be left out.
 */
export interface AssessmentData {
  /** Front matter in the order in which it is written. */
  readonly metadata: { readonly [key: string]: MetadataData };
  readonly title?: string;
  readonly lead?: string;
  /** Texts of sections by concept id. */
  readonly sections?: Readonly<Record<string, string>>;
  readonly labels?: { readonly [K in LabelledConcept]?: FilledData<(typeof LABELS)[K]> };
  readonly records?: { readonly [N in RecordName]?: readonly RowDataOf<N>[] };
  readonly other?: readonly { readonly title: string; readonly text: string }[];
}
