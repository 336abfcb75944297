import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardMetadataData } from '../../catalog/card-key.ts';
import type { FormData, FormHead } from '../../catalog/forms/form.ts';
import type {
  CatalogData,
  CatalogSource,
  CrosswalkData,
  FrameworkHead,
  VocabularyData,
} from '../../catalog/types.ts';

interface CatalogIndex {
  readonly heads: readonly FrameworkHead[];
  readonly documents: readonly string[];
  readonly crosswalks: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly forms: readonly FormHead[];
}

/** The catalogs of a build's folder; each file is read when it is first asked for. */
export function catalogsIn(folder: string): CatalogSource {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T;
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
