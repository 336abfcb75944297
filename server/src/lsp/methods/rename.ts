import type {
  PrepareRenameParams,
  PrepareRenameResult,
  RenameFilesParams,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { type FileMove, willRename } from '../../features/file-renames.ts';
import { prepareRename as prepareAt, rename as renameAt } from '../../features/rename.ts';
import { placeOf, placeWhenLoaded } from '../at.ts';
import type { Context } from '../context.ts';
import { workspaceEdit } from '../edits.ts';
import { refused } from '../errors.ts';
import { rangeOf } from '../positions.ts';

/** textDocument/prepareRename */
export function prepareRename(context: Context, params: PrepareRenameParams): PrepareRenameResult | null {
  const place = placeOf(context, params);
  const found = place === undefined ? undefined : prepareAt(place.session, place.path, place.offset);
  if (place === undefined || found === undefined) return null;
  if (found.kind === 'refused') throw refused(found.reason);
  return { range: rangeOf(place.source, found.span), placeholder: found.placeholder };
}

/** textDocument/rename */
export async function rename(context: Context, params: RenameParams): Promise<WorkspaceEdit | null> {
  const place = await placeWhenLoaded(context, params);
  const found =
    place === undefined
      ? undefined
      : renameAt(place.session, place.path, place.offset, String(params.newName));
  if (place === undefined || found === undefined) return null;
  if (found.kind === 'refused') throw refused(found.reason);
  return workspaceEdit(place.realm, found.changes, context.client) ?? null;
}

/** workspace/willRenameFiles: links follow files that are moved inside the workspace. */
export async function willRenameFiles(
  context: Context,
  { files }: RenameFilesParams,
): Promise<WorkspaceEdit | null> {
  await context.loader().ready;
  const { workspace, client } = context;
  workspace.settle();
  const moves = files.flatMap(({ oldUri, newUri }): FileMove[] => {
    const from = workspace.locations.pathOf(oldUri);
    const to = workspace.locations.pathOf(newUri);
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  const changes = willRename(workspace.main.session, moves);
  return changes.length === 0 ? null : (workspaceEdit(workspace.main, changes, client) ?? null);
}
