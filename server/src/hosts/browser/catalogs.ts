import type { CardMetadataData } from '../../catalog/card-key.ts';
import type { FormData, FormHead } from '../../catalog/forms/form.ts';
import type {
  CatalogData,
  CatalogSource,
  CrosswalkData,
  FrameworkHead,
  VocabularyData,
} from '../../catalog/types.ts';

/** Replaced by the bundler with the built catalogs, each of which is evaluated when it is first asked for. */
declare const require: (path: string) => unknown;

interface CatalogIndex {
  readonly heads: readonly FrameworkHead[];
  readonly documents: readonly string[];
  readonly crosswalks: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly forms: readonly FormHead[];
}

/** The catalogs that the build puts into the worker's file. */
export function bundledCatalogs(): CatalogSource {
  const read = <T>(name: string): T => require(`../../../../dist/catalogs/${name}.json`) as T;
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
