import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  DiagnosticSeverity,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageclient';

/**
 * Checks every document of the workspace, says what came out, and offers the Problems panel.
 * @param documents how many documents there are, asked after the check
 */
export async function checkWorkspace(
  client: BaseLanguageClient,
  documents: () => number | undefined,
): Promise<void> {
  const report = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Clausewright is checking the workspace'),
      cancellable: true,
    },
    (_, token) => client.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] }, token),
  );
  const show = vscode.l10n.t('Show Problems');
  const { text, any } = summary(report, documents() ?? report.items.length);
  const chosen = await vscode.window.showInformationMessage(text, ...(any ? [show] : []));
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** The outcome as a sentence. */
function summary({ items }: WorkspaceDiagnosticReport, documents: number): { text: string; any: boolean } {
  const found = items.flatMap(item => (item.kind === 'full' ? item.items : []));
  const count = (severity: DiagnosticSeverity): number =>
    found.filter(each => (each.severity ?? DiagnosticSeverity.Error) === severity).length;
  if (documents === 0)
    return {
      text: vscode.l10n.t('Clausewright: there is no card, assessment or control mapping here.'),
      any: false,
    };
  if (found.length === 0)
    return { text: vscode.l10n.t('Clausewright: no findings in {0} documents.', documents), any: false };
  const [errors, warnings] = [count(DiagnosticSeverity.Error), count(DiagnosticSeverity.Warning)];
  return {
    text: vscode.l10n.t(
      'Clausewright: {0} documents checked, errors: {1}, warnings: {2}, others: {3}.',
      documents,
      errors,
      warnings,
      found.length - errors - warnings,
    ),
    any: true,
  };
}
