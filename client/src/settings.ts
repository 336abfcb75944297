import * as vscode from 'vscode';

/** The setting that says for which documents findings are shown. */
export const SCOPE_SETTING = 'clausewright.diagnostics.scope';

/** Whether findings of documents that are not open are shown too. */
export function showsWholeWorkspace(): boolean {
  return vscode.workspace.getConfiguration().get<string>(SCOPE_SETTING) !== 'openDocuments';
}
