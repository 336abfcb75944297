import type {
  DocumentSymbol,
  DocumentSymbolParams,
  SymbolInformation,
  WorkspaceSymbol,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import { documentSymbols, type DocumentSymbol as Outlined } from '../../features/document-symbols.ts';
import { workspaceSymbols } from '../../features/workspace-symbols.ts';
import { documentOf } from '../at.ts';
import type { Context } from '../context.ts';
import { locationOf } from '../destinations.ts';
import { rangeOf } from '../positions.ts';
import type { View } from '../realm.ts';

const KIND: Readonly<Record<Outlined['kind'], SymbolKind>> = {
  section: SymbolKind.String,
  entry: SymbolKind.Field,
  system: SymbolKind.Module,
  key: SymbolKind.Key,
};

/** textDocument/documentSymbol */
export function documentSymbol(
  context: Context,
  params: DocumentSymbolParams,
): DocumentSymbol[] | SymbolInformation[] | null {
  const view = documentOf(context, params);
  if (view === undefined) return null;
  const symbols = documentSymbols(view.session, view.path);
  return context.client.hierarchicalSymbols
    ? symbols.map(each => nested(view, each))
    : symbols.flatMap(each => flat(view, each, undefined));
}

/** workspace/symbol */
export async function workspaceSymbol(
  context: Context,
  { query }: WorkspaceSymbolParams,
): Promise<WorkspaceSymbol[]> {
  await context.loader().ready;
  context.workspace.settle();
  const { main } = context.workspace;
  return workspaceSymbols(main.session, String(query ?? '')).flatMap(({ kind, name, path, span }) => {
    const location = locationOf(main, path, span);
    return location === undefined ? [] : [{ name, kind: KIND[kind], location, containerName: path }];
  });
}

function nested(view: View, symbol: Outlined): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: KIND[symbol.kind],
    range: rangeOf(view.source, symbol.span),
    selectionRange: rangeOf(view.source, symbol.selection),
    children: symbol.children.map(each => nested(view, each)),
  };
}

function flat(view: View, symbol: Outlined, above: string | undefined): SymbolInformation[] {
  const range = rangeOf(view.source, symbol.span);
  const own: SymbolInformation = {
    name: symbol.name,
    kind: KIND[symbol.kind],
    location: { uri: view.uri, range },
  };
  if (above !== undefined) own.containerName = above;
  return [own, ...symbol.children.flatMap(each => flat(view, each, symbol.name))];
}
