import * as vscode from 'vscode';
import type {
  ComparedControl,
  ComparedDocument,
  ComparedFinding,
  CompareResult,
} from '../../../server/src/lsp/protocol.ts';
import { kindName } from '../status/text.ts';
import { type Node, node } from '../views/node.ts';
import { openCommand } from '../views/places.ts';
import { stepText } from './words.ts';

type Direction = ComparedControl['direction'];

/** The outermost items of the view of changes: what there is none of is left out. */
export function changeNodes(result: CompareResult): Node[] {
  const { controls, findings, documents } = result;
  const of = (direction: Direction): ComparedControl[] =>
    controls.filter(each => each.direction === direction);
  return [
    ...group('weaker', vscode.l10n.t('Weakened controls'), weak('arrow-down'), of('weaker'), controlNode),
    ...group(
      'excluded',
      vscode.l10n.t('Excluded controls'),
      weak('circle-slash'),
      of('excluded'),
      controlNode,
    ),
    ...group('new', vscode.l10n.t('New gaps'), weak('warning'), findings.new, findingNode),
    ...group(
      'stronger',
      vscode.l10n.t('Strengthened controls'),
      strong('arrow-up'),
      of('stronger'),
      controlNode,
    ),
    ...group(
      'included',
      vscode.l10n.t('No longer excluded'),
      strong('circle-large-outline'),
      of('included'),
      controlNode,
    ),
    ...group('resolved', vscode.l10n.t('Resolved findings'), strong('pass'), findings.resolved, findingNode),
    ...group('documents', vscode.l10n.t('Documents'), new vscode.ThemeIcon('files'), documents, documentNode),
  ];
}

/** What stands above the items: the numbers of each framework that have changed. */
export function changesMessage({ frameworks }: CompareResult): string {
  const numbers = (side: CompareResult['frameworks'][number]['after']): string =>
    side === null ? vscode.l10n.t('not in scope') : vscode.l10n.t('{0} of {1}', side.met, side.applicable);
  const lines = frameworks.flatMap(({ name, system, before, after }) => {
    const [from, to] = [numbers(before), numbers(after)];
    if (from === to) return [];
    return [`${[name, system].filter(Boolean).join(', ')}: ${vscode.l10n.t('{0} → {1}', from, to)}`];
  });
  return lines.join('\n');
}

function group<T>(
  id: string,
  label: string,
  icon: vscode.ThemeIcon,
  items: readonly T[],
  itemNode: (parent: Node, item: T, index: number) => Node,
): Node[] {
  if (items.length === 0) return [];
  const made: Node = node(undefined, {
    id,
    label,
    description: String(items.length),
    icon,
    expanded: items.length <= 50,
    children: () => items.map((item, index) => itemNode(made, item, index)),
  });
  return [made];
}

function controlNode(parent: Node, control: ComparedControl): Node {
  const { id, shortId, title, system, reasons, place, direction } = control;
  const step = stepText(control);
  const made: Node = node(parent, {
    id: `${system ?? ''} ${id}`,
    label: `${shortId} ${title}`,
    description: [step, system].filter(Boolean).join(' · '),
    tooltip: [`${shortId} ${title}`, step, ...reasons].join('\n'),
    icon: ICONS[direction](),
    command: place === undefined ? undefined : openCommand(place),
    spoken: [`${shortId} ${title}`, step, ...reasons].join(', '),
    children:
      reasons.length === 0
        ? undefined
        : () => reasons.map((text, index) => node(made, { id: String(index), label: text, tooltip: text })),
  });
  return made;
}

const ICONS: Readonly<Record<Direction, () => vscode.ThemeIcon>> = {
  weaker: () => weak('arrow-down'),
  excluded: () => weak('circle-slash'),
  stronger: () => strong('arrow-up'),
  included: () => strong('circle-large-outline'),
};

const SEVERITIES: Readonly<Record<ComparedFinding['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb',
};

function findingNode(parent: Node, finding: ComparedFinding, index: number): Node {
  const { rule, severity, message, path, place } = finding;
  return node(parent, {
    id: `${index} ${rule} ${path}`,
    label: message.split(/(?<=[.!?]) /)[0] ?? message,
    description: `${path} · ${rule}`,
    tooltip: `${message}\n${path}`,
    icon: parent.id === 'resolved' ? strong('pass') : new vscode.ThemeIcon(SEVERITIES[severity]),
    command: place === undefined ? undefined : openCommand(place),
  });
}

function documentNode(parent: Node, { change, path, from, kind, uri }: ComparedDocument): Node {
  const [icon, word] = {
    added: ['diff-added', vscode.l10n.t('added')],
    removed: ['diff-removed', vscode.l10n.t('removed')],
    renamed: ['diff-renamed', vscode.l10n.t('renamed from {0}', from ?? '')],
  }[change];
  return node(parent, {
    id: `${change} ${path}`,
    label: path,
    description: `${word} · ${kindName(kind)}`,
    icon: new vscode.ThemeIcon(icon ?? 'file'),
    command:
      uri === undefined
        ? undefined
        : { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [vscode.Uri.parse(uri, true)] },
  });
}

function weak(icon: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor('clausewright.weakenedForeground'));
}

function strong(icon: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor('clausewright.strengthenedForeground'));
}
