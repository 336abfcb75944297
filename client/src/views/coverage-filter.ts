import * as vscode from 'vscode';
import type { CoverageFilter, CoverageResult } from '../../../server/src/lsp/protocol.ts';
import { STRENGTHS, strengthIcon, strengthMeaning, strengthName } from './strength.ts';

const KEY = 'clausewright.coverageFilter';

/** The filter of the coverage view, which this workspace remembers. */
export interface FilterStore {
  get(): CoverageFilter;
  set(filter: CoverageFilter): Promise<void>;
}

/** A filter that is kept in the state of the workspace, and told to the menus. */
export function filterStore(state: vscode.Memento): FilterStore {
  const tell = (filter: CoverageFilter): Thenable<unknown> =>
    vscode.commands.executeCommand('setContext', 'clausewright.coverageFiltered', !isEmpty(filter));
  void tell(state.get<CoverageFilter>(KEY, {}));
  return {
    get: () => state.get<CoverageFilter>(KEY, {}),
    async set(filter) {
      await state.update(KEY, filter);
      await tell(filter);
    },
  };
}

/** Whether a filter lets everything through. */
export function isEmpty(filter: CoverageFilter): boolean {
  return Object.keys(filter).length === 0;
}

/** A filter in a few words, for the view's title. */
export function filterText({ needsMe, strengths = [], owners = [], systems = [] }: CoverageFilter): string {
  return [
    ...(needsMe === true ? [vscode.l10n.t('needs me')] : []),
    ...strengths.map(strengthName),
    ...owners.map(nameOf),
    ...systems.map(nameOf),
  ].join(', ');
}

interface Choice extends vscode.QuickPickItem {
  readonly part?: CoverageFilter;
}

/** Lets the user choose; undefined when nothing was chosen. */
export async function chooseFilter(
  known: CoverageResult,
  filter: CoverageFilter,
): Promise<CoverageFilter | undefined> {
  const line = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const me: Choice = {
    label: vscode.l10n.t('Needs me'),
    description:
      known.me === undefined
        ? vscode.l10n.t('set "clausewright.user", or your e-mail address in git')
        : vscode.l10n.t('{0} owns it, and its evidence is not enough', known.me),
    part: { needsMe: true },
    picked: filter.needsMe === true,
  };
  const choices: Choice[] = [
    me,
    line(vscode.l10n.t('Strength')),
    ...STRENGTHS.map(each => ({
      label: strengthName(each),
      description: strengthMeaning(each),
      iconPath: strengthIcon(each),
      part: { strengths: [each] },
      picked: filter.strengths?.includes(each) === true,
    })),
    line(vscode.l10n.t('Owner')),
    ...['', ...known.owners].map(each => ({
      label: nameOf(each),
      part: { owners: [each] },
      picked: filter.owners?.includes(each) === true,
    })),
    line(vscode.l10n.t('System')),
    ...known.systems.map(each => ({
      label: nameOf(each),
      part: { systems: [each] },
      picked: filter.systems?.includes(each) === true,
    })),
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Show only these controls'),
    placeHolder: vscode.l10n.t('Choose none to see all of them'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return chosen === undefined ? undefined : joined(chosen.flatMap(each => each.part ?? []));
}

function joined(parts: readonly CoverageFilter[]): CoverageFilter {
  const strengths = parts.flatMap(each => each.strengths ?? []);
  const owners = parts.flatMap(each => each.owners ?? []);
  const systems = parts.flatMap(each => each.systems ?? []);
  return {
    ...(strengths.length > 0 ? { strengths } : {}),
    ...(owners.length > 0 ? { owners } : {}),
    ...(systems.length > 0 ? { systems } : {}),
    ...(parts.some(each => each.needsMe === true) ? { needsMe: true } : {}),
  };
}

function nameOf(name: string): string {
  return name === '' ? vscode.l10n.t('(none)') : name;
}
