import * as vscode from 'vscode';
import type { ListedDocument } from '../../../server/src/lsp/protocol.ts';
import type { LazyView } from '../gate/lazy-view.ts';
import type { Requests } from '../overview/requests.ts';
import { kindName } from '../status/text.ts';
import { type Node, node, treeOf } from './node.ts';

/** How many documents are listed at once; the rest is asked for when it is opened. */
const PAGE = 200;

/** Fills the view of documents: what is overdue first, then each kind. */
export function fillDocuments(
  { view, fill }: LazyView,
  requests: Requests,
  failed: (error: unknown) => void,
): void {
  fill(
    treeOf(async () => {
      const { kinds, overdue } = await requests.documents({});
      view.badge =
        overdue === 0
          ? undefined
          : { value: overdue, tooltip: vscode.l10n.t('Overdue documents: {0}', overdue) };
      const late = node(undefined, {
        id: 'overdue',
        label: vscode.l10n.t('Overdue'),
        description: String(overdue),
        icon: new vscode.ThemeIcon('watch', new vscode.ThemeColor('list.warningForeground')),
        expanded: true,
        children: () => page(late, 'overdue', 0, overdue, requests),
      });
      return [
        ...(overdue > 0 ? [late] : []),
        ...kinds.map(({ kind, count }) => {
          const made: Node = node(undefined, {
            id: kind,
            label: kindName(kind),
            description: String(count),
            icon: new vscode.ThemeIcon(ICONS[kind] ?? 'file'),
            expanded: count <= 20,
            children: () => page(made, kind, 0, count, requests),
          });
          return made;
        }),
      ];
    }, failed),
  );
}

const ICONS: Readonly<Record<string, string>> = {
  'control-mapping': 'checklist',
  'model-card': 'symbol-misc',
  'dataset-card': 'database',
  'impact-assessment': 'telescope',
  incident: 'flame',
  'foreign-mapping': 'references',
  catalog: 'library',
  config: 'settings-gear',
};

/** Documents of a kind from one on, and an item for the rest. */
async function page(
  parent: Node,
  kind: string,
  from: number,
  count: number,
  requests: Requests,
): Promise<Node[]> {
  const { documents } = await requests.documents({ kind, from, limit: PAGE });
  const items = documents.map(each => documentNode(parent, each));
  const next = from + PAGE;
  if (next >= count) return items;
  const more: Node = node(parent, {
    id: `more ${next}`,
    label: vscode.l10n.t('{0} more', count - next),
    icon: new vscode.ThemeIcon('ellipsis'),
    children: () => page(more, kind, next, count, requests),
  });
  return [...items, more];
}

function documentNode(parent: Node, document: ListedDocument): Node {
  const { uri, path, system, owner, status, due } = document;
  const at = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(0, at));
  const when = due === undefined ? '' : dueText(due);
  const late = due !== undefined && due.days < 0;
  const lines = [
    path,
    system === undefined ? '' : vscode.l10n.t('System: {0}', system),
    owner === undefined ? vscode.l10n.t('No owner is named') : vscode.l10n.t('Owner: {0}', owner),
    status === undefined ? '' : vscode.l10n.t('Status: {0}', status),
    when,
  ];
  return node(parent, {
    id: path,
    label: path.slice(at + 1),
    description: [when, owner, folder].filter(Boolean).join(' · '),
    tooltip: lines.filter(Boolean).join('\n'),
    ...(late
      ? { icon: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')) }
      : { resourceUri: vscode.Uri.parse(uri, true), icon: vscode.ThemeIcon.File }),
    command: {
      title: vscode.l10n.t('Open'),
      command: 'vscode.open',
      arguments: [vscode.Uri.parse(uri, true)],
    },
    contextValue: ':document:',
  });
}

function dueText({ on, days, what }: NonNullable<ListedDocument['due']>): string {
  if (days < 0) {
    if (what === 'review') return vscode.l10n.t('review overdue since {0}', on);
    return what === 'sign-off'
      ? vscode.l10n.t('sign-off overdue since {0}', on)
      : vscode.l10n.t('expired as evidence on {0}', on);
  }
  if (what === 'review') return vscode.l10n.t('review by {0}', on);
  return what === 'sign-off'
    ? vscode.l10n.t('sign off again by {0}', on)
    : vscode.l10n.t('expires as evidence on {0}', on);
}
