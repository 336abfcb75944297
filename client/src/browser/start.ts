import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { startClient } from '../activate.ts';
import type { Started } from '../gate/gate.ts';
import type { LazyViews } from '../gate/lazy-view.ts';

/** Starts the language server as a web worker and everything that talks to it. */
export function start(context: ExtensionContext, views: LazyViews): Promise<Started> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js');
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  const connect = async (): Promise<MessageTransports> => {
    worker?.terminate(); // that of before a restart
    worker = await startWorker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return startClient(
    context,
    views,
    options => new LanguageClient('clausewright', 'Clausewright', connect, options),
  );
}

/** A worker from a file of the extension. Where that file lies behind a remote connection, its text has to be fetched. */
async function startWorker(script: Uri): Promise<Worker> {
  if (script.scheme !== 'vscode-remote') return new Worker(script.toString(true));
  const text = new Blob([(await workspace.fs.readFile(script)).slice()], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(text));
}
