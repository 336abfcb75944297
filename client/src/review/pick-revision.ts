import * as vscode from 'vscode';
import type { RevisionsResult } from '../../../server/src/lsp/protocol.ts';

type Known = RevisionsResult['revisions'][number];

interface Choice extends vscode.QuickPickItem {
  readonly revision?: string;
}

/** Names of the branch from which others are made. */
const TRUNKS = ['main', 'master', 'trunk', 'develop'];

/** Lets the user choose a revision, or write one; undefined when nothing was chosen. */
export function pickRevision(
  known: readonly Known[],
  before: string | undefined,
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = vscode.l10n.t('Compare the evidence with a revision');
  pick.placeholder = vscode.l10n.t('Choose a branch, a tag or a commit, or write one');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const choices = choicesFor(known);
  pick.items = choices;
  pick.activeItems = choices.filter(each => each.revision !== undefined && each.revision === before);
  return new Promise(resolve => {
    pick.onDidChangeValue(value => {
      const written = value.trim();
      const isKnown = choices.some(each => each.revision === written || each.label.endsWith(written));
      const own: Choice = {
        label: vscode.l10n.t('Compare with "{0}"', written),
        revision: written,
        alwaysShow: true,
      };
      pick.items = written === '' || isKnown ? choices : [...choices, own];
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.revision);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function choicesFor(known: readonly Known[]): Choice[] {
  const line = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const group = (kind: Known['kind'], title: string, icon: string): Choice[] => {
    const items = known.filter(each => each.kind === kind).map(each => choice(each, icon));
    return items.length === 0 ? [] : [line(title), ...items];
  };
  const trunk = trunkOf(known);
  return [
    ...(trunk === undefined
      ? []
      : [
          {
            label: `$(git-pull-request) ${vscode.l10n.t('Since this branch left {0}', trunk)}`,
            description: vscode.l10n.t('what a pull request would change'),
            revision: `${trunk}...`,
          },
        ]),
    {
      label: `$(git-commit) ${vscode.l10n.t('The last commit')}`,
      description: vscode.l10n.t('what has not been committed yet'),
      revision: 'HEAD',
    },
    ...group('branch', vscode.l10n.t('Branches'), 'git-branch'),
    ...group('tag', vscode.l10n.t('Tags'), 'tag'),
    ...group('commit', vscode.l10n.t('Commits'), 'git-commit'),
    ...group('remote', vscode.l10n.t('Branches of remotes'), 'cloud'),
  ];
}

/** The branch that the one checked out was probably made from. */
function trunkOf(known: readonly Known[]): string | undefined {
  const current = known.find(each => each.current)?.name;
  if (current !== undefined && TRUNKS.includes(current)) return undefined;
  const names = known.filter(each => each.kind === 'branch' || each.kind === 'remote').map(each => each.name);
  return [...TRUNKS, ...TRUNKS.map(name => `origin/${name}`)].find(name => names.includes(name));
}

function choice({ kind, name, at, subject, current }: Known, icon: string): Choice {
  const day = at.slice(0, 10);
  return {
    label: `$(${icon}) ${name}`,
    description: current ? vscode.l10n.t('{0}, checked out', day) : day,
    ...(kind === 'commit' || subject !== '' ? { detail: subject } : {}),
    revision: name,
  };
}
