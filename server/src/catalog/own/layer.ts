import { Catalog } from '../catalog.ts';
import { Library } from '../library.ts';
import type { CatalogData, CatalogSource, CrosswalkData, FrameworkHead, LicensedText } from '../types.ts';
import { frameworkNamed, itemNamed } from './names.ts';
import type { OwnCrosswalk, OwnOverlay, OwnSource } from './types.ts';

/**
 * A library with a workspace's own catalogs, crosswalks and overlays on top of another. A catalog whose id is taken is
 * left out; so is a pair whose ends are not both known. What the library below has loaded is not loaded again.
 */
export function layered(base: Library, own: readonly OwnSource[]): Library {
  const catalogs = new Map<string, CatalogData>();
  for (const { file } of own)
    for (const { data } of file.catalogs)
      if (!catalogs.has(data.id) && !base.heads.some(head => head.id === data.id))
        catalogs.set(data.id, data);
  const overlays = own.flatMap(each => each.file.overlays);
  const crosswalks = own.flatMap(each => each.file.crosswalks);
  const source: CatalogSource = {
    heads: [...base.heads, ...[...catalogs.values()].map(headOf)],
    catalog: framework =>
      overlaid(catalogs.get(framework) ?? base.catalog(framework)?.data, overlays, library),
    vocabulary: kind => base.vocabulary(kind).data,
    cardMetadata: () => base.cards.data,
    crosswalks: framework => [
      ...base.crosswalkSets(framework),
      ...crosswalks.flatMap(each => resolved(each, framework, library) ?? []),
    ],
    forms: base.forms,
    form: id => base.form(id)?.data,
  };
  const library: Library = new Library(source);
  return library;
}

function headOf({ items: _, publisher: __, provenance: ___, ...head }: CatalogData): FrameworkHead {
  return head;
}

/** A catalog with the licensed text that overlays add. */
function overlaid(
  data: CatalogData | undefined,
  overlays: readonly OwnOverlay[],
  library: Library,
): CatalogData | undefined {
  const fitting = overlays.filter(each => frameworkNamed([each.framework.value], library) === data?.id);
  if (data === undefined || fitting.length === 0) return data;
  const catalog = new Catalog(data);
  const texts = new Map<string, LicensedText>();
  for (const { id, text } of fitting.flatMap(each => each.items)) {
    const item = catalog.find(id.value);
    if (item !== undefined) texts.set(item.id, { ...texts.get(item.id), ...text });
  }
  const items = data.items.map(item => {
    const licensed = texts.get(item.id);
    return licensed === undefined ? item : { ...item, licensed };
  });
  return { ...data, items };
}

/** A crosswalk with ids as the catalogs print them; undefined where it does not touch the framework. */
function resolved(crosswalk: OwnCrosswalk, framework: string, library: Library): CrosswalkData | undefined {
  const from = frameworkNamed(crosswalk.from.names, library);
  const to = frameworkNamed(crosswalk.to.names, library);
  if (from === undefined || to === undefined || (from !== framework && to !== framework)) return undefined;
  const [source, target] = [library.catalog(from), library.catalog(to)];
  if (source === undefined || target === undefined) return undefined;
  const { id, basis, publisher, caveat } = crosswalk;
  return {
    id,
    from,
    to,
    basis,
    ...(publisher === undefined ? {} : { publisher }),
    ...(caveat === undefined ? {} : { caveat }),
    pairs: crosswalk.pairs.flatMap(({ from, to, ...rest }) => {
      const [a, b] = [itemNamed(source, from.value), itemNamed(target, to.value)];
      return a === undefined || b === undefined ? [] : [{ from: a.id, to: b.id, ...rest }];
    }),
  };
}
