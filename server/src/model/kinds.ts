/**
 * The kinds of document that are understood. `space-card` is the README of a demo on the Hugging Face hub, `catalog` a
 * file that `catalogs:` of a configuration names, `foreign-mapping` a mapping in the format of another tool, `evidence`
 * any other file that a mapping points at.
 */
export const DOCUMENT_KINDS = [
  'control-mapping',
  'model-card',
  'dataset-card',
  'space-card',
  'impact-assessment',
  'incident',
  'config',
  'catalog',
  'foreign-mapping',
  'evidence',
] as const;

/** What a document is to us. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The kinds that people write after a vocabulary of sections. */
export const SECTIONED_KINDS = ['model-card', 'dataset-card', 'impact-assessment', 'incident'] as const;

/** A kind that people write after a vocabulary of sections. */
export type SectionedKind = (typeof SECTIONED_KINDS)[number];

/** The kinds whose front matter is that of the Hugging Face hub. The body of a Space's README is free. */
export const CARD_KINDS = ['model-card', 'dataset-card', 'space-card'] as const;

/** A kind whose front matter is that of the Hugging Face hub. */
export type CardKind = (typeof CARD_KINDS)[number];

/** Kinds that `clausewright: <kind>/1` can name at the top of a file. */
export const MARKABLE_KINDS: readonly DocumentKind[] = ['control-mapping', ...SECTIONED_KINDS, 'space-card'];

/** The version of every format that this build reads. */
export const FORMAT_VERSION = 1;

/** Reads a mark such as `control-mapping/1`. */
export function kindOfMark(mark: string): DocumentKind | undefined {
  const [name, version] = mark.trim().split('/');
  const kind = MARKABLE_KINDS.find(each => each === name);
  return version === undefined || Number(version) === FORMAT_VERSION ? kind : undefined;
}
