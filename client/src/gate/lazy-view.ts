import * as vscode from 'vscode';
import type { ViewName } from '../views/names.ts';

/** A view that is there from the start, and what fills it once everything is loaded. */
export interface LazyView {
  readonly view: vscode.TreeView<vscode.TreeItem>;
  /** Takes over what the view shows. */
  fill(provider: vscode.TreeDataProvider<vscode.TreeItem>): void;
  /** Has the view ask again for all of it. */
  refresh(): void;
}

/** The views by their names. */
export type LazyViews = Readonly<Record<ViewName, LazyView>>;

/**
 * Makes a view that costs nothing until it is opened: VS Code asks for children only of a view that is visible, and
 * only then `begin` is called.
 */
export function lazyView(name: ViewName, begin: () => Promise<unknown>): LazyView & vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let provider: vscode.TreeDataProvider<vscode.TreeItem> | undefined;
  const view = vscode.window.createTreeView<vscode.TreeItem>(`clausewright.${name}`, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: item => item,
      getChildren: async item => {
        await begin();
        return (await provider?.getChildren(item)) ?? [];
      },
      getParent: item => provider?.getParent?.(item),
    },
  });
  return {
    view,
    fill(given) {
      provider = given;
    },
    refresh: () => changed.fire(undefined),
    dispose() {
      view.dispose();
      changed.dispose();
    },
  };
}
