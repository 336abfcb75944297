import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { AskMethod } from '../../server/src/lsp/protocol.ts';
import { checkWorkspace } from './commands/check-workspace.ts';
import { explainControl } from './commands/explain-control.ts';
import { newImpactAssessment } from './commands/new-assessment.ts';
import { newDocument } from './commands/new-document.ts';
import { openExample } from './commands/open-example.ts';
import { reportIssue } from './commands/report-issue.ts';
import { answerFiles } from './files.ts';
import type { Started } from './gate/gate.ts';
import type { LazyViews } from './gate/lazy-view.ts';
import { openViews } from './open-views.ts';
import { clientOptions } from './options.ts';
import { SCOPE_SETTING } from './settings.ts';
import { showStatus } from './status/status.ts';
import { isControlNode } from './views/control-node.ts';

const ASK: AskMethod = 'clausewright/ask';

/** Makes the language client of a host: a server in a process of its own, or in a web worker. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the language client and everything around it. Resolves when the server has answered, or has failed to. */
export async function startClient(
  context: vscode.ExtensionContext,
  views: LazyViews,
  create: CreateClient,
): Promise<Started> {
  const log = vscode.window.createOutputChannel('Clausewright', { log: true });
  const client: BaseLanguageClient = create(
    clientOptions(log, document => client.visibleDocuments.isVisible(document)),
  );
  const status = showStatus(client, log);
  const opened = openViews(context, client, views, log);
  const restart = async (): Promise<void> => {
    log.info(vscode.l10n.t('Restarting the language server'));
    if (client.needsStop()) await client.stop();
    await client.start();
  };
  context.subscriptions.push(
    log,
    status,
    opened,
    ...answerFiles(client),
    { dispose: () => void (client.needsStop() ? client.dispose() : undefined) },
    vscode.workspace.onDidChangeConfiguration(change => {
      // Findings that were shown under the old setting are taken back by starting afresh.
      if (change.affectsConfiguration(SCOPE_SETTING)) void restart();
    }),
  );
  // The server runs git in a trusted workspace only.
  context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(() => void restart()));
  // A server that does not start is told by the client; the commands stay, so that it can be started again.
  await client.start().catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
  return {
    commands: {
      ...opened.commands,
      checkWorkspace: () => checkWorkspace(client, status.documents),
      explainControl: which => explainControl(client, controlGiven(which)),
      newModelCard: where => newDocument(client, 'model-card', folderGiven(where)),
      newDatasetCard: where => newDocument(client, 'dataset-card', folderGiven(where)),
      newControlMapping: where => newDocument(client, 'control-mapping', folderGiven(where)),
      newImpactAssessment: where => newImpactAssessment(client, folderGiven(where)),
      openExample: where => openExample(context.extensionUri, folderGiven(where)),
      reportIssue: () => reportIssue(client, context.extension, status.documents()),
      restartServer: restart,
      showLog: () => log.show(),
    },
    restoreOverview: opened.restoreOverview,
    ask: (tool, input, token) => client.sendRequest(ASK, { tool, input }, token),
  };
}

/** What a link or an item of a view hands to the command. */
function controlGiven(which: unknown): string | undefined {
  if (isControlNode(which)) return which.control.page;
  return typeof which === 'string' ? which : undefined;
}

/** What the explorer hands to a command of its menu. */
function folderGiven(where: unknown): vscode.Uri | undefined {
  return where instanceof vscode.Uri ? where : undefined;
}
