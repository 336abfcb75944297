import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ControlEntry, ControlsMethod, ControlsResult } from '../../../server/src/lsp/protocol.ts';
import { CATALOG } from '../links.ts';

const CONTROLS: ControlsMethod = 'clausewright/controls';

interface Item extends vscode.QuickPickItem {
  readonly entry: ControlEntry;
}

/**
 * Shows the page of a control or clause.
 * @param which a page's URI, or an id; without one, or for an unknown id, the user searches all frameworks
 */
export async function explainControl(client: BaseLanguageClient, which: string | undefined): Promise<void> {
  const uri = which?.startsWith(`${CATALOG}:`) ? which : await find(client, which);
  if (uri !== undefined) await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.parse(uri));
}

async function find(client: BaseLanguageClient, id: string | undefined): Promise<string | undefined> {
  const entries = client.sendRequest<ControlsResult>(CONTROLS).then(({ controls }) => controls);
  const known = id === undefined ? undefined : (await entries).find(each => each.id === id);
  return (known ?? (await choose(entries)))?.uri;
}

async function choose(entries: Thenable<readonly ControlEntry[]>): Promise<ControlEntry | undefined> {
  const items = async (): Promise<Item[]> =>
    (await entries).map(entry => ({
      label: entry.id,
      description: entry.title,
      detail: entry.framework,
      entry,
    }));
  const chosen = await vscode.window.showQuickPick(items(), {
    placeHolder: vscode.l10n.t('Search controls and clauses by id, title or framework'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.entry;
}
