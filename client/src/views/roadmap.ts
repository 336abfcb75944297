import * as vscode from 'vscode';
import type { RoadmapOfSystem, RoadmapPhaseOfSystem } from '../../../server/src/lsp/protocol.ts';
import type { LazyView } from '../gate/lazy-view.ts';
import type { Requests } from '../overview/requests.ts';
import { controlNode } from './control-node.ts';
import { type Node, node, treeOf } from './node.ts';

/** Fills the roadmap: system → phase → step → what is open in it. */
export function fillRoadmap({ fill }: LazyView, requests: Requests, failed: (error: unknown) => void): void {
  fill(
    treeOf(async () => {
      const { roadmaps } = await requests.roadmap();
      return roadmaps.map(each => roadmapNode(each, roadmaps.length === 1));
    }, failed),
  );
}

function roadmapNode(roadmap: RoadmapOfSystem, expanded: boolean): Node {
  const { framework, name, system, items, open, phases } = roadmap;
  const first = phases.findIndex(each => each.open > 0);
  const made: Node = node(undefined, {
    id: `${framework} ${system ?? ''}`,
    label: name,
    description: [vscode.l10n.t('{0} of {1} open', open, items), system].filter(Boolean).join(' · '),
    icon: new vscode.ThemeIcon('milestone'),
    expanded,
    children: () => phases.map((phase, index) => phaseNode(made, phase, index === first)),
  });
  return made;
}

function phaseNode(parent: Node, phase: RoadmapPhaseOfSystem, expanded: boolean): Node {
  const { id, title, aim, months, items, open, steps } = phase;
  const made: Node = node(parent, {
    id,
    label: title,
    description: `${openText(open, items)} · ${vscode.l10n.t('months {0} to {1}', months.from, months.to)}`,
    tooltip: aim,
    icon: doneIcon(open),
    expanded,
    children: () => steps.map((step, index) => stepNode(made, step, index)),
  });
  return made;
}

function stepNode(parent: Node, step: RoadmapPhaseOfSystem['steps'][number], index: number): Node {
  const { title, note, items, gaps } = step;
  const made: Node = node(parent, {
    id: String(index),
    label: title,
    description: openText(gaps.length, items),
    tooltip: [title, note].filter(Boolean).join('\n\n'),
    icon: doneIcon(gaps.length),
    children:
      gaps.length === 0 ? undefined : () => gaps.map(({ control, todo }) => controlNode(made, control, todo)),
  });
  return made;
}

function openText(open: number, items: number): string {
  return open === 0 ? vscode.l10n.t('done') : vscode.l10n.t('{0} of {1} open', open, items);
}

function doneIcon(open: number): vscode.ThemeIcon {
  return open === 0
    ? new vscode.ThemeIcon('pass', new vscode.ThemeColor('charts.green'))
    : new vscode.ThemeIcon('circle-large-outline');
}
