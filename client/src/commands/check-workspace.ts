import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  DiagnosticSeverity,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageclient';

/**
 * Checks every document of the workspace, says what came out, and shows what was found in the Problems panel.
 * @param documents how many documents there are, asked after the check
 */
export async function checkWorkspace(
  client: BaseLanguageClient,
  documents: () => number | undefined,
): Promise<void> {
  const items = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Clausewright is checking the workspace'),
      cancellable: true,
    },
    (progress, token) =>
      collect(client, token, checked => {
        const all = documents();
        const message =
          all === undefined
            ? vscode.l10n.t('{0} documents', checked)
            : vscode.l10n.t('{0} of {1} documents', checked, all);
        progress.report({ message });
      }),
  );
  if (items === undefined) return;
  const { text, any } = summary(items, documents() ?? items.length);
  if (any) await vscode.commands.executeCommand('workbench.actions.view.problems');
  void vscode.window.showInformationMessage(text);
}

type Item = WorkspaceDiagnosticReport['items'][number];

/** What was found, document by document as it comes in; undefined when the user has had enough. */
async function collect(
  client: BaseLanguageClient,
  token: vscode.CancellationToken,
  counted: (documents: number) => void,
): Promise<readonly Item[] | undefined> {
  const items: Item[] = [];
  const partialResultToken = crypto.randomUUID();
  const { partialResult, type } = WorkspaceDiagnosticRequest;
  const following = client.onProgress(partialResult, partialResultToken, part => {
    items.push(...part.items);
    counted(items.length);
  });
  try {
    const rest = await client.sendRequest(type, { previousResultIds: [], partialResultToken }, token);
    return [...items, ...rest.items];
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    following.dispose();
  }
}

/** The outcome as a sentence. */
function summary(items: readonly Item[], documents: number): { text: string; any: boolean } {
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
  const others = found.length - errors - warnings;
  const text = vscode.l10n.t(
    'Clausewright: documents: {0}, errors: {1}, warnings: {2}',
    documents,
    errors,
    warnings,
  );
  return { text: others === 0 ? text : `${text}, ${vscode.l10n.t('others: {0}', others)}`, any: true };
}
