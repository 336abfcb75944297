import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { checkWorkspace } from './commands/check-workspace.ts';
import { explainControl } from './commands/explain-control.ts';
import type { Commands } from './commands/names.ts';
import { answerFiles } from './files.ts';
import { clientOptions } from './options.ts';
import { SCOPE_SETTING } from './settings.ts';
import { showStatus } from './status/status.ts';

/** Makes the language client of a host: a server in a process of its own, or in a web worker. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the language client and everything around it. Resolves when the server has answered, or has failed to. */
export async function startClient(context: vscode.ExtensionContext, create: CreateClient): Promise<Commands> {
  const log = vscode.window.createOutputChannel('Clausewright', { log: true });
  const client: BaseLanguageClient = create(
    clientOptions(log, document => client.visibleDocuments.isVisible(document)),
  );
  const status = showStatus(client, log);
  const restart = async (): Promise<void> => {
    log.info(vscode.l10n.t('Restarting the language server'));
    if (client.needsStop()) await client.stop();
    await client.start();
  };
  context.subscriptions.push(
    log,
    status,
    ...answerFiles(client),
    { dispose: () => void (client.needsStop() ? client.dispose() : undefined) },
    vscode.workspace.onDidChangeConfiguration(change => {
      // Findings that were shown under the old setting are taken back by starting afresh.
      if (change.affectsConfiguration(SCOPE_SETTING)) void restart();
    }),
  );
  // A server that does not start is told by the client; the commands stay, so that it can be started again.
  await client.start().catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
  return {
    checkWorkspace: () => checkWorkspace(client, status.documents),
    explainControl: which => explainControl(client, typeof which === 'string' ? which : undefined),
    restartServer: restart,
    showLog: () => log.show(),
  };
}
