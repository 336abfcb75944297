import * as vscode from 'vscode';
import { COMMANDS, type CommandName, type Commands } from '../commands/names.ts';
import { type Ask, registerTools } from '../tools/tools.ts';
import { OVERVIEW_TYPE } from '../views/names.ts';
import { type LazyViews, lazyView } from './lazy-view.ts';
import { HEAD, mayBeOurs, TELLING_NAMES } from './recognise.ts';

/** Languages whose documents can be ours. */
const LANGUAGES = new Set(['markdown', 'mdx', 'yaml', 'json']);

/** How long to leave the machine to others before looking for files of ours, in milliseconds. */
const SEARCH_DELAY = 500;

/** What is there once everything is loaded. */
export interface Started {
  readonly commands: Commands;
  /** Fills a panel that VS Code has kept over a restart. */
  restoreOverview(panel: vscode.WebviewPanel): void;
  /** Answers questions of a language model. */
  readonly ask: Ask;
}

/** Starts everything behind the gate: language client, server, what the views show. */
export type Start = (views: LazyViews) => Promise<Started>;

/**
 * What runs in a window that may never meet a document of ours. VS Code can only be told to activate the extension for
 * Markdown and YAML: the commonest model card is a README that no name tells from others, and windows without a folder
 * and files that are created later are announced by their language alone. So activation costs next to nothing: two
 * listeners, empty views and one search for telling file names. The rest is loaded and the server started at the first
 * document of ours, when a view is opened, or at the first command.
 */
export function openGate(context: vscode.ExtensionContext, start: Start): void {
  let started: Promise<Started> | undefined;
  const waiting: vscode.Disposable[] = [];
  const begin = (): Promise<Started> => {
    vscode.Disposable.from(...waiting.splice(0)).dispose();
    started ??= start(views);
    return started;
  };
  const views = {
    coverage: lazyView('coverage', begin),
    documents: lazyView('documents', begin),
    roadmap: lazyView('roadmap', begin),
    changes: lazyView('changes', begin),
  };
  const deserializeWebviewPanel = async (panel: vscode.WebviewPanel): Promise<void> =>
    (await begin()).restoreOverview(panel);
  context.subscriptions.push(
    ...Object.values(views),
    vscode.window.registerWebviewPanelSerializer(OVERVIEW_TYPE, { deserializeWebviewPanel }),
  );
  context.subscriptions.push(...registerTools(async (...given) => (await begin()).ask(...given)));
  for (const name of COMMANDS) {
    const run = async (...args: unknown[]): Promise<unknown> => (await begin()).commands[name](...args);
    context.subscriptions.push(
      vscode.commands.registerCommand(`clausewright.${name satisfies CommandName}`, run),
    );
  }
  const consider = (document: vscode.TextDocument): void => {
    if (isOurs(document)) void begin();
  };
  waiting.push(
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidSaveTextDocument(consider),
    searchSoon(begin),
  );
  context.subscriptions.push({ dispose: () => vscode.Disposable.from(...waiting).dispose() });
  vscode.workspace.textDocuments.forEach(consider);
}

function isOurs(document: vscode.TextDocument): boolean {
  if (!LANGUAGES.has(document.languageId)) return false;
  const head = new vscode.Range(document.positionAt(0), document.positionAt(HEAD));
  return mayBeOurs(document.uri.path, document.getText(head));
}

/** Looks for one file of ours in the workspace and calls `found` when there is one. */
function searchSoon(found: () => void): vscode.Disposable {
  const cancelled = new vscode.CancellationTokenSource();
  const search = async (): Promise<void> => {
    const glob = `**/{${TELLING_NAMES.join(',')}}`;
    const files = await vscode.workspace.findFiles(glob, '**/node_modules/**', 1, cancelled.token);
    if (files.length > 0 && !cancelled.token.isCancellationRequested) found();
  };
  const timer = setTimeout(() => void search(), SEARCH_DELAY);
  return {
    dispose() {
      clearTimeout(timer);
      cancelled.cancel();
      cancelled.dispose();
    },
  };
}
