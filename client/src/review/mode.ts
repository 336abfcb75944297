import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { WorkDoneProgress } from 'vscode-languageclient';
import type { CompareResult } from '../../../server/src/lsp/protocol.ts';
import type { LazyView } from '../gate/lazy-view.ts';
import type { Changes } from '../overview/changes.ts';
import { treeOf } from '../views/node.ts';
import { lineMarks } from './decorations.ts';
import { pickRevision } from './pick-revision.ts';
import type { ReviewRequests } from './requests.ts';
import { changeNodes, changesMessage } from './tree.ts';
import { revisionName } from './words.ts';

/** Compares the workspace with a revision for as long as somebody looks. */
export interface ReviewMode extends vscode.Disposable {
  /** Begins, or changes to another revision; asks for one where none is given. Gives what is shown after that. */
  compareWith(revision?: string): Promise<CompareResult | undefined>;
  end(): void;
}

/**
 * The review mode: view of changes, marks at the lines and an item in the status bar, all from one comparison.
 * @param reviewing told when it begins and when it ends
 */
export function reviewMode(
  client: BaseLanguageClient,
  requests: ReviewRequests,
  { view, fill, refresh }: LazyView,
  changes: Changes,
  reviewing: (isOn: boolean) => void,
  failed: (error: unknown) => void,
): ReviewMode {
  const marks = lineMarks();
  const item = vscode.window.createStatusBarItem('clausewright.review', vscode.StatusBarAlignment.Left, 0);
  item.name = vscode.l10n.t('Clausewright: review');
  item.command = 'clausewright.compareWithRevision';
  let shown: CompareResult | undefined;
  let running: vscode.CancellationTokenSource | undefined;
  let again = false;
  fill(treeOf(async () => (shown === undefined ? [] : changeNodes(shown)), failed));

  const show = (result: CompareResult | undefined): void => {
    shown = result;
    void vscode.commands.executeCommand('setContext', 'clausewright.reviewing', result !== undefined);
    reviewing(result !== undefined);
    marks.show(result);
    view.description = result === undefined ? '' : vscode.l10n.t('since {0}', revisionName(result.revision));
    view.message = result === undefined ? '' : changesMessage(result);
    refresh();
    if (result === undefined) {
      item.hide();
      return;
    }
    const weaker = result.controls.filter(each => each.direction === 'weaker').length;
    const stronger = result.controls.filter(each => each.direction === 'stronger').length;
    item.text = `$(git-compare) ${revisionName(result.revision)} $(arrow-down)${weaker} $(arrow-up)${stronger}`;
    item.tooltip = vscode.l10n.t(
      'Clausewright compares with {0}: {1} controls are weaker, {2} are stronger. Click to choose another revision or to end the review.',
      revisionName(result.revision),
      weaker,
      stronger,
    );
    item.show();
  };

  const ask = async (
    revision: string,
    source: vscode.CancellationTokenSource,
    workDoneToken?: string,
  ): Promise<CompareResult | undefined> => {
    running?.cancel();
    running = source;
    try {
      const params = workDoneToken === undefined ? { revision } : { revision, workDoneToken };
      const result = await requests.compare(params, source.token);
      return running === source ? result : undefined;
    } catch (error) {
      if (source.token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      if (running === source) running = undefined;
      source.dispose();
    }
  };

  /** Follows a change of the workspace. One comparison runs at a time; what changes meanwhile is compared after it. */
  const follow = async (): Promise<void> => {
    if (shown === undefined) return;
    if (running !== undefined) {
      again = true;
      return;
    }
    try {
      const result = await ask(shown.revision, new vscode.CancellationTokenSource());
      if (result !== undefined && shown !== undefined) show(result);
    } catch (error) {
      failed(error);
    }
    if (again) {
      again = false;
      await follow();
    }
  };

  const begin = (revision: string): Promise<void> =>
    Promise.resolve(
      vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('Clausewright: comparing with {0}', revisionName(revision)),
          cancellable: true,
        },
        async (progress, token) => {
          const source = new vscode.CancellationTokenSource();
          token.onCancellationRequested(() => source.cancel());
          const workDoneToken = `clausewright-compare-${Date.now()}`;
          let done = 0;
          const told = client.onProgress(WorkDoneProgress.type, workDoneToken, value => {
            if (value.kind !== 'report') return;
            const now = value.percentage ?? done;
            progress.report({
              increment: now - done,
              ...(value.message === undefined ? {} : { message: value.message }),
            });
            done = now;
          });
          try {
            const result = await ask(revision, source, workDoneToken);
            if (result === undefined) return;
            show(result);
            await vscode.commands.executeCommand('clausewright.changes.focus', { preserveFocus: true });
          } catch (error) {
            void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
          } finally {
            told.dispose();
          }
        },
      ),
    );

  const end = (): void => {
    if (shown === undefined && running === undefined) return;
    running?.cancel();
    show(undefined);
    requests.endCompare();
  };

  const parts = vscode.Disposable.from(
    marks,
    item,
    changes.keep({ isVisible: () => shown !== undefined, refresh: () => void follow() }, () =>
      vscode.Disposable.from(),
    ),
  );
  return {
    async compareWith(given) {
      const revision = given ?? (await chosen(requests, shown?.revision));
      if (revision === END) end();
      else if (revision !== undefined) await begin(revision);
      return shown;
    },
    end,
    dispose: () => {
      running?.cancel();
      parts.dispose();
    },
  };
}

/** Stands for the choice to end the review; no revision is called so. */
const END = ' ';

async function chosen(requests: ReviewRequests, before: string | undefined): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) {
    const text = vscode.l10n.t(
      'A comparison reads the git repository, which is not done in a workspace that is not trusted.',
    );
    void vscode.window.showInformationMessage(text);
    return undefined;
  }
  const { revisions, unavailable } = await requests.revisions();
  if (unavailable !== undefined) {
    void vscode.window.showInformationMessage(unavailable);
    return undefined;
  }
  if (before === undefined) return pickRevision(revisions, undefined);
  const other = vscode.l10n.t('Compare with another revision…');
  const ending = vscode.l10n.t('End the review');
  const what = await vscode.window.showQuickPick([other, ending], {
    title: vscode.l10n.t('The evidence is compared with {0}', revisionName(before)),
  });
  if (what === undefined) return undefined;
  return what === ending ? END : pickRevision(revisions, before);
}
