import type { Position, TextDocumentIdentifier } from 'vscode-languageserver';
import type { Context } from './context.ts';
import { contentModified, invalid } from './errors.ts';
import { offsetOf } from './positions.ts';
import type { View } from './realm.ts';

/** The document that a request names; undefined when the server knows none there. */
export function documentOf(
  context: Context,
  params: { textDocument: TextDocumentIdentifier },
): View | undefined {
  const uri: unknown = params.textDocument?.uri;
  if (typeof uri !== 'string') throw invalid('The request names no document: "textDocument.uri" is missing.');
  return context.workspace.view(uri);
}

/** The place that a request names. */
export function placeOf(
  context: Context,
  params: { textDocument: TextDocumentIdentifier; position: Position },
): (View & { readonly offset: number }) | undefined {
  const position: unknown = params.position;
  if (typeof position !== 'object' || position === null)
    throw invalid('The request names no place: "position" is missing.');
  const view = documentOf(context, params);
  return view === undefined ? undefined : { ...view, offset: offsetOf(view.source, params.position) };
}

/**
 * The place that a request names, once all files were read: for answers that lean on the whole workspace. Refuses
 * the request when the document has changed meanwhile.
 */
export async function placeWhenLoaded(
  context: Context,
  params: { textDocument: TextDocumentIdentifier; position: Position },
): Promise<(View & { readonly offset: number }) | undefined> {
  const before = placeOf(context, params);
  if (context.workspace.isLoaded) return before;
  await context.loader().ready;
  const after = placeOf(context, params);
  if (before !== undefined && after?.version !== before.version) throw contentModified();
  return after;
}
