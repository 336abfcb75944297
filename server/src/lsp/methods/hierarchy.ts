import type {
  Range,
  TypeHierarchyItem,
  TypeHierarchyPrepareParams,
  TypeHierarchySubtypesParams,
  TypeHierarchySupertypesParams,
} from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import { type HierarchyItem, prepareHierarchy, subtypes, supertypes } from '../../features/hierarchy.ts';
import { placeWhenLoaded } from '../at.ts';
import type { Context } from '../context.ts';
import { locationOf } from '../destinations.ts';
import { pageOf } from '../pages.ts';
import type { Realm } from '../realm.ts';

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** By what an item is found again: what it is, and the document in whose realm it was found. */
interface ItemData {
  readonly uri: string;
  readonly item: HierarchyItem;
}

/** textDocument/prepareTypeHierarchy */
export async function prepareTypeHierarchy(
  context: Context,
  params: TypeHierarchyPrepareParams,
): Promise<TypeHierarchyItem[] | null> {
  const place = await placeWhenLoaded(context, params);
  if (place === undefined) return null;
  const items = prepareHierarchy(place.session, place.path, place.offset);
  return items.flatMap(item => itemOf(place.realm, { uri: place.uri, item }) ?? []);
}

/** typeHierarchy/supertypes: what an item is evidence of */
export function typeHierarchySupertypes(
  context: Context,
  params: TypeHierarchySupertypesParams,
): TypeHierarchyItem[] {
  return walk(context, params.item.data, supertypes);
}

/** typeHierarchy/subtypes: what is evidence of an item */
export function typeHierarchySubtypes(
  context: Context,
  params: TypeHierarchySubtypesParams,
): TypeHierarchyItem[] {
  return walk(context, params.item.data, subtypes);
}

function walk(context: Context, data: unknown, step: typeof supertypes): TypeHierarchyItem[] {
  if (!isItemData(data)) return [];
  const view = context.workspace.view(data.uri);
  if (view === undefined) return [];
  return step(view.session, data.item).flatMap(item => itemOf(view.realm, { uri: data.uri, item }) ?? []);
}

function itemOf(realm: Realm, data: ItemData): TypeHierarchyItem | undefined {
  const { item } = data;
  const place =
    item.place === undefined
      ? item.kind === 'control'
        ? { uri: pageOf(item.id), range: TOP }
        : undefined
      : (locationOf(realm, item.place.path, item.place.span) ?? topOf(realm, item.place.path));
  if (place === undefined) return undefined;
  const kind =
    item.kind === 'control'
      ? SymbolKind.Interface
      : item.kind === 'section'
        ? SymbolKind.String
        : SymbolKind.File;
  const { uri, range } = place;
  return { name: item.name, detail: item.detail, kind, uri, range, selectionRange: range, data };
}

function topOf(realm: Realm, path: string): { uri: string; range: Range } | undefined {
  const uri = realm.uriOf(path);
  return uri === undefined ? undefined : { uri, range: TOP };
}

function isItemData(data: unknown): data is ItemData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'uri' in data &&
    'item' in data &&
    typeof data.uri === 'string'
  );
}
