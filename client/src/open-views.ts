import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { LensSubject } from '../../server/src/lsp/protocol.ts';
import { applyEdit } from './commands/apply.ts';
import { fillMapping, linkEvidence } from './commands/link-evidence.ts';
import type { ViewCommands } from './commands/names.ts';
import { openReport } from './commands/open-report.ts';
import { showPlaces } from './commands/show-places.ts';
import { signOff } from './commands/sign-off.ts';
import type { LazyViews } from './gate/lazy-view.ts';
import { followChanges } from './overview/changes.ts';
import { overviewPanel } from './overview/panel.ts';
import { requestsTo } from './overview/requests.ts';
import { reviewComments } from './review/comments.ts';
import { reviewMode } from './review/mode.ts';
import { reviewRequestsTo } from './review/requests.ts';
import { sendBack } from './review/send-back.ts';
import { USER_SETTING, userName } from './settings.ts';
import { isControlNode } from './views/control-node.ts';
import { fillCoverage } from './views/coverage.ts';
import { chooseFilter, filterStore } from './views/coverage-filter.ts';
import { fillDocuments } from './views/documents.ts';
import { VIEWS } from './views/names.ts';
import { fillRoadmap } from './views/roadmap.ts';

/** Views and panel, filled, and the commands that belong to them. */
export interface OpenViews extends vscode.Disposable {
  readonly commands: ViewCommands;
  restoreOverview(panel: vscode.WebviewPanel): void;
}

/** Fills the views and keeps what is visible of them up to date. Asks the server for nothing by itself. */
export function openViews(
  { extensionUri, workspaceState }: vscode.ExtensionContext,
  client: BaseLanguageClient,
  views: LazyViews,
  log: vscode.LogOutputChannel,
): OpenViews {
  const requests = requestsTo(client);
  const changes = followChanges(client);
  const filters = filterStore(workspaceState);
  const failed = (error: unknown): void => log.error(error instanceof Error ? error : String(error));
  const panel = overviewPanel(extensionUri, requests, changes, failed);
  fillCoverage(views.coverage, requests, filters, failed);
  fillDocuments(views.documents, requests, failed);
  fillRoadmap(views.roadmap, requests, failed);
  const reviewing = reviewRequestsTo(client);
  const comments = reviewComments(client, reviewing, failed);
  const review = reviewMode(client, reviewing, views.changes, changes, comments.invite, failed);
  const setFilter = async (filter: Parameters<typeof filters.set>[0]): Promise<void> => {
    await filters.set(filter);
    views.coverage.refresh();
  };
  const parts = vscode.Disposable.from(
    changes,
    panel,
    review,
    comments,
    ...VIEWS.map(name => {
      const { view, refresh } = views[name];
      return changes.keep({ isVisible: () => view.visible, refresh }, listener =>
        view.onDidChangeVisibility(listener),
      );
    }),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(USER_SETTING)) changes.refreshAll();
    }),
    // What lenses run. It takes what the server has put together, so it is no command for people.
    vscode.commands.registerCommand(
      'clausewright.showPlaces',
      (uri: string, position: { line: number; character: number }, about: LensSubject) =>
        showPlaces(requests, uri, position, about),
    ),
  );
  return {
    commands: {
      showCoverage: async framework => {
        if (typeof framework !== 'string') return panel.show();
        const { frameworks } = await requests.coverage({});
        panel.show(frameworks.find(each => each.id === framework)?.name);
      },
      openReport: () => openReport(requests),
      fillMapping: () => fillMapping(client, requests),
      signOff: (item, at) => signOff(client, requests, item, at),
      startEvidence: async item => {
        if (!isControlNode(item)) return;
        const { id: control, system } = item.control;
        await applyEdit(client, requests.scaffold({ control, system }));
      },
      linkEvidence: item => (isControlNode(item) ? linkEvidence(client, requests, item.control) : undefined),
      filterCoverage: async () => {
        const me = userName();
        const known = await requests.coverage(me === undefined ? {} : { me });
        const filter = await chooseFilter(known, filters.get());
        if (filter !== undefined) await setFilter(filter);
      },
      clearCoverageFilter: () => setFilter({}),
      refreshViews: () => changes.refreshAll(),
      compareWithRevision: revision =>
        review.compareWith(typeof revision === 'string' && revision !== '' ? revision : undefined),
      endReview: () => review.end(),
      sendBack: (uri, position) => sendBack(client, reviewing, uri, position),
      addReviewComment: reply => comments.write(reply),
      answerReviewComment: reply => comments.write(reply),
      resolveReviewComment: thread => comments.resolve(thread),
    },
    restoreOverview: panel.restore,
    dispose: () => parts.dispose(),
  };
}
