import * as vscode from 'vscode';
import type {
  CoverageFramework,
  CoverageGroup,
  CoverageParams,
  CoverageResult,
} from '../../../server/src/lsp/protocol.ts';
import type { LazyView } from '../gate/lazy-view.ts';
import type { Requests } from '../overview/requests.ts';
import { userName } from '../settings.ts';
import { controlNode } from './control-node.ts';
import { type FilterStore, filterText, isEmpty } from './coverage-filter.ts';
import { type Node, node, treeOf } from './node.ts';

/** Fills the coverage view: framework → group → control → evidence, each asked for when it is opened. */
export function fillCoverage(
  { view, fill }: LazyView,
  requests: Requests,
  filters: FilterStore,
  failed: (error: unknown) => void,
): void {
  const ask = (of?: CoverageParams['of']): Promise<CoverageResult> => {
    const me = userName();
    return requests.coverage({
      filter: filters.get(),
      ...(of === undefined ? {} : { of }),
      ...(me === undefined ? {} : { me }),
    });
  };
  fill(
    treeOf(async () => {
      const result = await ask();
      tellNumbers(view, result);
      const filter = filters.get();
      view.description = filterText(filter);
      const shown = isEmpty(filter) ? result.frameworks : result.frameworks.filter(each => each.shown > 0);
      const nothing = shown.length === 0 && result.frameworks.length > 0;
      // Without this the view would look as if the workspace had no mapping.
      await vscode.commands.executeCommand('setContext', 'clausewright.coverageHidden', nothing);
      return shown.map(each => frameworkNode(each, shown.length === 1, ask));
    }, failed),
  );
}

function tellNumbers(view: LazyView['view'], { open, mine }: CoverageResult): void {
  const counted = vscode.l10n.t('Controls that lack the evidence they need: {0}', open);
  const own = mine === 0 ? '' : `, ${vscode.l10n.t('yours: {0}', mine)}`;
  view.badge = open === 0 ? undefined : { value: open, tooltip: counted + own };
}

function frameworkNode(
  framework: CoverageFramework,
  expanded: boolean,
  ask: (of: CoverageParams['of']) => Promise<CoverageResult>,
): Node {
  const { id, name, system, applicable, met } = framework;
  const made = node(undefined, {
    id: `${id} ${system ?? ''}`,
    label: name,
    description: [vscode.l10n.t('{0} of {1}', met, applicable), system].filter(Boolean).join(' · '),
    tooltip: vscode.l10n.t('{0} of {1} applicable controls have the evidence they need', met, applicable),
    icon: new vscode.ThemeIcon('law'),
    contextValue: ':framework:',
    expanded,
    children: async () => {
      const { groups = [] } = await ask({ framework: id, system });
      const [only] = groups;
      if (groups.length === 1 && only !== undefined)
        return only.controls.map(each => controlNode(made, each));
      return groups.map(group => groupNode(made, group));
    },
  });
  return Object.assign(made, { framework });
}

function groupNode(parent: Node, { id, title, applicable, met, controls }: CoverageGroup): Node {
  const label = id === undefined ? title : `${id} ${title}`;
  const made: Node = node(parent, {
    id: id ?? '',
    label,
    description: vscode.l10n.t('{0} of {1}', met, applicable),
    tooltip: vscode.l10n.t('{0} of {1} applicable controls have the evidence they need', met, applicable),
    children: () => controls.map(each => controlNode(made, each)),
  });
  return made;
}
