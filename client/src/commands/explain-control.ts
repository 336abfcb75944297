import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ControlEntry, ControlsMethod, ControlsResult } from '../../../server/src/lsp/protocol.ts';
import { CATALOG } from '../links.ts';

const CONTROLS: ControlsMethod = 'clausewright/controls';

interface Item extends vscode.QuickPickItem {
  /** Absent for the lines between frameworks. */
  readonly entry?: ControlEntry;
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
  const chosen = await vscode.window.showQuickPick<Item>(entries.then(itemsOf), {
    placeHolder: vscode.l10n.t('Search controls and clauses by id or title'),
    matchOnDescription: true,
  });
  return chosen?.entry;
}

/** The items in their order, a line with the framework's name before the first of each. */
function itemsOf(entries: readonly ControlEntry[]): Item[] {
  return entries.flatMap((entry, index): Item[] => {
    const item = { label: entry.id, description: entry.title, entry };
    return entries[index - 1]?.framework === entry.framework
      ? [item]
      : [{ label: entry.framework, kind: vscode.QuickPickItemKind.Separator }, item];
  });
}
