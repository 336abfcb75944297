import type { DocumentKind } from '../../../../model/kinds.ts';
import { type SectionedModel, systemAt, textsAt } from '../../../../model/sectioned.ts';
import { folderOf, relativePath } from '../../../paths.ts';
import type { NewPlace } from '../kind.ts';

/** A document of the assessed system. */
export interface SystemDocument {
  readonly path: string;
  readonly model: SectionedModel;
}

/** The documents of a kind that belong to the system: by its id, or by their place where nothing names one. */
export function documentsOf(kind: DocumentKind, place: NewPlace): readonly SystemDocument[] {
  const { graph, session, system, path } = place;
  return graph.documents(kind).flatMap(each => {
    const model = session.document(each)?.model;
    if (each === path || model === undefined || !('outline' in model)) return [];
    const own = systemAt(model.metadata)?.value.value ?? graph.mappingOf(each, undefined)?.data.system;
    const belongs =
      system.id === undefined ? isBelow(each, folderOf(path)) : (own ?? system.id) === system.id;
    return belongs && (own !== undefined || isBelow(each, folderOf(path))) ? [{ path: each, model }] : [];
  });
}

/** Values of a key of front matter that the system's documents of a kind give, each once, with the first source. */
export function valuesIn(kind: DocumentKind, key: string, place: NewPlace): readonly Sourced[] {
  const found = new Map<string, string>();
  for (const { path, model } of documentsOf(kind, place))
    for (const { value } of textsAt(model.metadata, key))
      if (!found.has(value.value)) found.set(value.value, `${shownFrom(place, path)}: ${key}`);
  return [...found].map(([value, source]) => ({ value, source }));
}

/** A value with the place that says it, in words. */
export interface Sourced {
  readonly value: string;
  readonly source: string;
}

/** What the mapping of the system says of it. */
export function mappingValue(
  key: 'stage' | 'riskClass' | 'modelType' | 'sector' | 'role',
  place: NewPlace,
): Sourced | undefined {
  const { graph, mapping } = place;
  const value = mapping === undefined ? null : (graph.mapping(mapping)?.data[key] ?? null);
  return value === null || mapping === undefined
    ? undefined
    : { value, source: `${shownFrom(place, mapping)}: system.${key}` };
}

/** A path as it is seen from the new document. */
export function shownFrom({ path }: NewPlace, other: string): string {
  return relativePath(folderOf(path), other);
}

/** What the user has answered. */
export function answered(key: string, place: NewPlace): Sourced | undefined {
  const value = place.request.answers?.[key]?.trim();
  return value === undefined || value === ''
    ? undefined
    : { value, source: 'what was answered when this was started' };
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** The one system that the cards around the new document name. */
export function soleSystem(place: NewPlace): Sourced | undefined {
  const named = valuesOf('model-card', place);
  const [only, ...others] = named.length > 0 ? named : valuesOf('dataset-card', place);
  return others.some(each => each.value !== only?.value) ? undefined : only;
}

function valuesOf(kind: DocumentKind, place: NewPlace): readonly Sourced[] {
  const { graph, path } = place;
  return graph.documents(kind).flatMap(each => {
    const value = graph.card(each)?.system ?? undefined;
    return value === undefined || !isBelow(each, folderOf(path))
      ? []
      : [{ value, source: `${shownFrom(place, each)}: system` }];
  });
}
