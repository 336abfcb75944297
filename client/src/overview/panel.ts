import * as vscode from 'vscode';
import { OVERVIEW_TYPE } from '../views/names.ts';
import { openPlace } from '../views/places.ts';
import type { Changes } from './changes.ts';
import { isFromPage, type ToPage } from './messages.ts';
import { freshNonce, panelPage } from './page.ts';
import type { Requests } from './requests.ts';

/** The panel with charts and all controls. There is at most one. */
export interface OverviewPanel extends vscode.Disposable {
  /** Shows the panel, for one framework where its name is given. */
  show(framework?: string): void;
  /** Fills a panel that VS Code has kept over a restart. */
  restore(panel: vscode.WebviewPanel): void;
}

/** Makes the panel, which asks the server for nothing before it is shown. */
export function overviewPanel(
  extension: vscode.Uri,
  requests: Requests,
  changes: Changes,
  failed: (error: unknown) => void,
): OverviewPanel {
  const folder = vscode.Uri.joinPath(extension, 'dist', 'webview');
  let current: vscode.WebviewPanel | undefined;
  let shown = '';
  let wanted: string | undefined;

  const fill = async (panel: vscode.WebviewPanel): Promise<void> => {
    const page = await requests.coveragePage({ form: 'body' });
    if (panel !== current || page.html === shown) return;
    shown = page.html;
    panel.webview.html = panelPage(page, {
      webview: panel.webview,
      script: vscode.Uri.joinPath(folder, 'coverage.js'),
      nonce: freshNonce(),
      title: panel.title,
    });
  };
  const refresh = (panel: vscode.WebviewPanel): void => void fill(panel).catch(failed);
  const tell = (panel: vscode.WebviewPanel): void => {
    if (wanted === undefined) return;
    void panel.webview.postMessage({ kind: 'filter', framework: wanted } satisfies ToPage);
    wanted = undefined;
  };

  const take = (panel: vscode.WebviewPanel): void => {
    current = panel;
    shown = '';
    panel.webview.options = { enableScripts: true, enableCommandUris: false, localResourceRoots: [folder] };
    panel.iconPath = vscode.Uri.joinPath(extension, 'docs', 'images', 'icon.png');
    const parts = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        if (typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'ready')
          tell(panel);
        else void open(requests, message).catch(failed);
      }),
      changes.keep({ isVisible: () => panel.visible, refresh: () => refresh(panel) }, listener =>
        panel.onDidChangeViewState(listener),
      ),
    );
    panel.onDidDispose(() => {
      parts.dispose();
      if (current === panel) current = undefined;
    });
    refresh(panel);
  };

  return {
    show(framework) {
      wanted = framework;
      if (current !== undefined) {
        current.reveal();
        tell(current);
        return;
      }
      const title = vscode.l10n.t('Coverage Overview');
      take(vscode.window.createWebviewPanel(OVERVIEW_TYPE, title, vscode.ViewColumn.Active));
    },
    restore(panel) {
      if (current === undefined) take(panel);
      else panel.dispose();
    },
    dispose: () => current?.dispose(),
  };
}

/** Opens what was clicked, at its line, beside the panel. */
async function open(requests: Requests, message: unknown): Promise<void> {
  if (!isFromPage(message)) return;
  const { places } = await requests.places(
    message.kind === 'control'
      ? { control: message.id, system: message.system === '' ? null : message.system }
      : { path: message.path, ...(message.fragment === undefined ? {} : { fragment: message.fragment }) },
  );
  const [first] = places;
  if (first !== undefined) await openPlace(first, true);
  else void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to open: it is not there.'));
}
