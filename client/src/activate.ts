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

/** Starts the language client and everything around it. Resolves when the server has answered. */
export async function startClient(context: vscode.ExtensionContext, create: CreateClient): Promise<Commands> {
  const log = vscode.window.createOutputChannel('Clausewright', { log: true });
  const client = create(clientOptions(log));
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
  await client.start();
  return {
    checkWorkspace: () => checkWorkspace(client),
    explainControl: which => explainControl(client, typeof which === 'string' ? which : undefined),
    restartServer: restart,
    showLog: () => log.show(),
  };
}
