import type { CardMetadataData } from './card-key.ts';
import type { FormData, FormHead } from './forms/form.ts';
import type { CatalogData, CatalogSource, CrosswalkData, FrameworkHead, VocabularyData } from './types.ts';

/** What the build lists of the catalogs, so that only those that are asked for are read. */
interface CatalogIndex {
  readonly heads: readonly FrameworkHead[];
  readonly documents: readonly string[];
  readonly crosswalks: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly forms: readonly FormHead[];
}

/** The catalogs that the build has written; `read` gives one of its files by name, and is called when it is asked for. */
export function builtCatalogs(read: <T>(name: string) => T): CatalogSource {
  const index = read<CatalogIndex>('index');
  return {
    heads: index.heads,
    catalog: framework =>
      index.heads.some(head => head.id === framework)
        ? read<CatalogData>(`framework.${framework}`)
        : undefined,
    vocabulary: kind =>
      index.documents.includes(kind) ? read<VocabularyData>(`document.${kind}`) : undefined,
    cardMetadata: () => read<CardMetadataData>('card-metadata'),
    crosswalks: framework =>
      index.crosswalks
        .filter(set => set.from === framework || set.to === framework)
        .map(set => read<CrosswalkData>(`crosswalk.${set.id}`)),
    forms: index.forms,
    form: id => (index.forms.some(head => head.id === id) ? read<FormData>(`form.${id}`) : undefined),
  };
}
