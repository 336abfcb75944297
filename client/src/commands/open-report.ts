import * as vscode from 'vscode';
import type { Requests } from '../overview/requests.ts';

/** Writes the coverage report as one HTML file where the user wants it, and opens it. */
export async function openReport(requests: Requests): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('Open the folder that the report is about first.'));
    return;
  }
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, 'evidence-coverage.html'),
    filters: { HTML: ['html'] },
    title: vscode.l10n.t('Save Coverage Report'),
  });
  if (target === undefined) return;
  const page = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Clausewright is writing the report'),
      cancellable: true,
    },
    (_, token) => requests.coveragePage({ form: 'file' }, token),
  );
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(page.html));
  const open = vscode.l10n.t('Open in Browser');
  // A browser can open only what lies on this machine's disk.
  const choices = target.scheme === 'file' ? [open] : [];
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('The report was written to {0}.', vscode.workspace.asRelativePath(target)),
    ...choices,
  );
  if (chosen === open) await vscode.env.openExternal(target);
}
