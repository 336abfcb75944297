import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient } from '../activate.ts';
import type { Started } from '../gate/gate.ts';
import type { LazyViews } from '../gate/lazy-view.ts';

/** Starts the language server as a process of its own and everything that talks to it. */
export function start(context: ExtensionContext, views: LazyViews): Promise<Started> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--enable-source-maps', '--inspect=6009'] } };
  return startClient(
    context,
    views,
    options => new LanguageClient('clausewright', 'Clausewright', { run, debug }, options),
  );
}
