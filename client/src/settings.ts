import * as vscode from 'vscode';

/** The setting that says for which documents findings are shown. */
export const SCOPE_SETTING = 'clausewright.diagnostics.scope';

/** Whether findings of documents that are not open are shown too. */
export function showsWholeWorkspace(): boolean {
  return vscode.workspace.getConfiguration().get<string>(SCOPE_SETTING) !== 'openDocuments';
}

/** The setting that says who the user is in the fields of owners. */
export const USER_SETTING = 'clausewright.user';

/** Who the user is by that setting; undefined where git is to say. */
export function userName(): string | undefined {
  const name = vscode.workspace.getConfiguration().get<string>(USER_SETTING)?.trim() ?? '';
  return name === '' ? undefined : name;
}
