import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  NewMethod,
  NewParams,
  NewResult,
  SystemsMethod,
  SystemsResult,
} from '../../../server/src/lsp/protocol.ts';

const NEW: NewMethod = 'clausewright/new';
const SYSTEMS: SystemsMethod = 'clausewright/systems';

/**
 * Starts a document and opens it. It is created as an edit, so that it can be undone, and never over a file.
 * @param where a folder of the explorer, or a file in it; without one, the folder of the active editor's file counts
 */
export async function newDocument(
  client: BaseLanguageClient,
  kind: string,
  where?: vscode.Uri,
): Promise<void> {
  const folder = await folderOf(where);
  if (folder === undefined) return;
  const system = await systemFor(client, kind, folder);
  if (system === undefined) return;
  const params: NewParams = {
    kind,
    folder: folder.toString(),
    ...(system === '' ? {} : { system }),
  };
  await createDocument(client, params);
}

/** Asks the server for a document, creates it and opens it. Tells the user where that is refused. */
export async function createDocument(client: BaseLanguageClient, params: NewParams): Promise<boolean> {
  let made: NewResult;
  try {
    made = await client.sendRequest<NewResult>(NEW, params);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return false;
  }
  const uri = vscode.Uri.parse(made.uri, true);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  edit.insert(uri, new vscode.Position(0, 0), made.text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be created.', made.path));
    return false;
  }
  await vscode.window.showTextDocument(uri);
  if (made.notes.length > 0) void vscode.window.showInformationMessage(made.notes.join(' '));
  return true;
}

/** The folder of what is documented; undefined when there is none or the user does not choose one. */
export async function folderOf(where: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  if (where !== undefined) {
    const { type } = await vscode.workspace.fs.stat(where);
    return (type & vscode.FileType.Directory) === 0 ? vscode.Uri.joinPath(where, '..') : where;
  }
  const active = vscode.window.activeTextEditor?.document.uri;
  const around = active === undefined ? undefined : vscode.workspace.getWorkspaceFolder(active);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (around !== undefined) return around.uri;
  if (folders.length < 2) {
    if (folders.length === 0)
      void vscode.window.showErrorMessage(
        vscode.l10n.t('Open the folder of what is to be documented first.'),
      );
    return folders[0]?.uri;
  }
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}

/** The system's id, empty where none has to be named; undefined when the user does not answer. */
async function systemFor(
  client: BaseLanguageClient,
  kind: string,
  folder: vscode.Uri,
): Promise<string | undefined> {
  const { systems } = await client.sendRequest<SystemsResult>(SYSTEMS);
  if (kind === 'control-mapping') {
    const free = systems.filter(each => each.mapping === undefined).map(each => each.id);
    const [only] = free;
    return vscode.window.showInputBox({
      title: vscode.l10n.t('New Control Mapping'),
      prompt: vscode.l10n.t('A short id of the AI system, as documents name it in "system:"'),
      value: free.length === 1 && only !== undefined ? only : idFrom(folder),
      validateInput: text =>
        text.trim() === '' ? vscode.l10n.t('The mapping is for one AI system.') : undefined,
    });
  }
  if (systems.length < 2) return '';
  const chosen = await vscode.window.showQuickPick(
    systems.map(({ id, name }) => ({ label: id, ...(name === undefined ? {} : { description: name }) })),
    { placeHolder: vscode.l10n.t('Which AI system is it written for?') },
  );
  return chosen?.label;
}

/** A folder's name in the form of an id. */
function idFrom(folder: vscode.Uri): string {
  const name = folder.path.split('/').findLast(part => part !== '') ?? '';
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
