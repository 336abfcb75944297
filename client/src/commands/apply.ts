import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { EditResult } from '../../../server/src/lsp/protocol.ts';
import { isStale } from './stale.ts';

/**
 * Applies an edit of the server as one step that can be undone, and shows the document that it names. Says why where
 * the server refuses or the editor does. Returns how many places were changed; 0 for none.
 */
export async function applyEdit(client: BaseLanguageClient, asked: Promise<EditResult>): Promise<number> {
  let result: EditResult;
  try {
    result = await asked;
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return 0;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  // What was typed meanwhile is not written into; the conversion above took a moment too.
  if (isStale(result.edit, uri => versionOf(client, uri)) || !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The editor did not take the change: the document has changed meanwhile. Try again.'),
    );
    return 0;
  }
  if (result.show !== undefined) await vscode.window.showTextDocument(vscode.Uri.parse(result.show, true));
  return result.count;
}

function versionOf(client: BaseLanguageClient, uri: string): number | undefined {
  const wanted = client.protocol2CodeConverter.asUri(uri).toString();
  return vscode.workspace.textDocuments.find(each => each.uri.toString() === wanted)?.version;
}
