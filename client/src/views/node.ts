import * as vscode from 'vscode';

/** An item of a tree, which knows what it belongs to and, when it is opened, what lies in it. */
export interface Node extends vscode.TreeItem {
  readonly parent: Node | undefined;
  /** Absent for items that cannot be opened. */
  readonly children?: () => Promise<readonly Node[]> | readonly Node[];
}

/** What an item shows; `id` is stable, so that what was opened stays open. */
export interface NodeParts {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string | vscode.MarkdownString;
  readonly icon?: vscode.ThemeIcon | vscode.Uri;
  readonly command?: vscode.Command | undefined;
  readonly contextValue?: string;
  /** What a screen reader says; by default the label and the description. */
  readonly spoken?: string;
  readonly resourceUri?: vscode.Uri;
  readonly expanded?: boolean;
  readonly children?: Node['children'] | undefined;
}

/** Makes an item. */
export function node(parent: Node | undefined, parts: NodeParts): Node {
  const { id, label, description, tooltip, icon, command, contextValue, spoken, resourceUri } = parts;
  const state =
    parts.children === undefined
      ? vscode.TreeItemCollapsibleState.None
      : parts.expanded === true
        ? vscode.TreeItemCollapsibleState.Expanded
        : vscode.TreeItemCollapsibleState.Collapsed;
  return Object.assign(new vscode.TreeItem(label, state), {
    parent,
    id: parent === undefined ? id : `${parent.id}/${id}`,
    ...(description === undefined ? {} : { description }),
    ...(tooltip === undefined ? {} : { tooltip }),
    ...(icon === undefined ? {} : { iconPath: icon }),
    ...(command === undefined ? {} : { command }),
    ...(contextValue === undefined ? {} : { contextValue }),
    ...(resourceUri === undefined ? {} : { resourceUri }),
    accessibilityInformation: { label: spoken ?? [label, description].filter(Boolean).join(', ') },
    ...(parts.children === undefined ? {} : { children: parts.children }),
  });
}

/**
 * A tree of items from its outermost ones. A server that does not answer is told to the welcome text, which would else
 * say that there is nothing.
 */
export function treeOf(
  roots: () => Promise<readonly Node[]>,
  failed: (error: unknown) => void,
): vscode.TreeDataProvider<vscode.TreeItem> {
  const tell = (value: boolean): Thenable<unknown> =>
    vscode.commands.executeCommand('setContext', 'clausewright.failed', value);
  return {
    getTreeItem: item => item,
    getChildren: async item => {
      if (item !== undefined) return isNode(item) ? [...((await item.children?.()) ?? [])] : [];
      try {
        const items = await roots();
        await tell(false);
        return [...items];
      } catch (error) {
        failed(error);
        await tell(true);
        return [];
      }
    },
    getParent: item => (isNode(item) ? item.parent : undefined),
  };
}

/** Whether an item is one of ours. */
export function isNode(item: unknown): item is Node {
  return item instanceof vscode.TreeItem && 'parent' in item;
}
