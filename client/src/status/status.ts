import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type {
  DocumentMethod,
  DocumentParams,
  DocumentResult,
  StatusMethod,
  StatusParams,
} from '../../../server/src/lsp/protocol.ts';
import { LANGUAGES, SCHEMES } from '../options.ts';
import { statusText } from './text.ts';

const DOCUMENT: DocumentMethod = 'clausewright/document';
const STATUS: StatusMethod = 'clausewright/status';

/** The status bar item, and what the server last told of the workspace. */
export interface Status extends vscode.Disposable {
  /** How many documents the server knows; undefined until it has told. */
  documents(): number | undefined;
}

/**
 * Shows in the status bar what the active document is and how many findings it has. Nothing is shown for a document
 * of no kind. A click opens the Problems panel.
 */
export function showStatus(client: BaseLanguageClient, log: vscode.LogOutputChannel): Status {
  const item = vscode.window.createStatusBarItem(
    'clausewright.document',
    vscode.StatusBarAlignment.Right,
    100,
  );
  item.name = vscode.l10n.t('Clausewright: state of the document');
  item.command = 'workbench.actions.view.problems';
  let latest: StatusParams | undefined;
  let request = 0;

  const refresh = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const mine = ++request;
    const { kind, known = 0 } = (document && (await told(document))) ?? {};
    if (mine !== request) return; // another document came to the front meanwhile
    if (document === undefined || kind === undefined) {
      item.hide();
      return;
    }
    const loading = latest?.state === 'loading';
    const { text, tooltip } = statusText(kind, findings(document.uri), known, loading);
    item.text = text;
    item.tooltip = tooltip;
    item.show();
  };

  const told = async ({ uri, languageId }: vscode.TextDocument): Promise<DocumentResult | undefined> => {
    if (!includes(SCHEMES, uri.scheme) || !includes(LANGUAGES, languageId) || !client.isRunning())
      return undefined;
    try {
      const params: DocumentParams = { uri: client.code2ProtocolConverter.asUri(uri) };
      return await client.sendRequest<DocumentResult>(DOCUMENT, params);
    } catch (error) {
      if (client.isRunning()) log.error(error instanceof Error ? error : String(error));
      return undefined;
    }
  };

  const soon = debounced(() => void refresh());
  const parts = vscode.Disposable.from(
    item,
    soon,
    vscode.window.onDidChangeActiveTextEditor(() => void refresh()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some(uri => uri.toString() === active)) soon.call();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Starting) void refresh();
    }),
    client.onNotification(STATUS, (status: StatusParams) => {
      latest = status;
      soon.call();
    }),
  );
  return {
    documents: () => latest && Object.values(latest.documents).reduce((sum, count) => sum + count, 0),
    dispose: () => parts.dispose(),
  };
}

/** The findings of ours that are shown for a document. */
function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'clausewright');
}

function includes(list: readonly string[], value: string): boolean {
  return list.includes(value);
}

/** Calls once after a burst of calls; diagnostics change several times for one edit. */
function debounced(action: () => void): vscode.Disposable & { call(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call() {
      clearTimeout(timer);
      timer = setTimeout(action, 100);
    },
    dispose: () => clearTimeout(timer),
  };
}
