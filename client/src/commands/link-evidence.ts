import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Proposal, ProposalsResult } from '../../../server/src/lsp/protocol.ts';
import type { Requests } from '../overview/requests.ts';
import { openPlace } from '../views/places.ts';
import { applyEdit } from './apply.ts';

interface Item extends vscode.QuickPickItem {
  /** Absent for the lines between controls. */
  readonly proposal?: Proposal;
}

/**
 * Fills a control mapping with what the workspace has: proposes sections for each control that lacks evidence, and
 * links those that the user accepts, all as one step.
 */
export async function fillMapping(client: BaseLanguageClient, requests: Requests): Promise<void> {
  const { mappings } = await requests.proposals({});
  const mapping = await chooseMapping(mappings);
  if (mapping === undefined) return;
  const found = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Clausewright is looking for evidence'),
      cancellable: true,
    },
    (_, token) => requests.proposals({ mapping: mapping.uri }, token),
  );
  if (found.proposals.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'No section of the workspace could be linked: each control of {0} has its evidence, or no document has a section for it yet.',
        mapping.path,
      ),
    );
    return;
  }
  const title = vscode.l10n.t('Fill {0} with evidence from the workspace', mapping.path);
  await linkChosen(client, requests, { ...found, mapping: mapping.uri }, title);
}

/** Links sections as evidence of one control. */
export async function linkEvidence(
  client: BaseLanguageClient,
  requests: Requests,
  control: { readonly id: string; readonly system: string | null },
): Promise<void> {
  const found = await requests.proposals({ control: { id: control.id, system: control.system } });
  if (found.proposals.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No document has a section that could be linked for {0}.', control.id),
    );
    return;
  }
  await linkChosen(client, requests, found, vscode.l10n.t('Link evidence of {0}', control.id));
}

async function linkChosen(
  client: BaseLanguageClient,
  requests: Requests,
  { mapping, proposals }: ProposalsResult,
  title: string,
): Promise<void> {
  const chosen = await choose(proposals, title, requests);
  if (mapping === undefined || chosen === undefined || chosen.length === 0) return;
  const links = chosen.map(({ control, path, fragment }) => ({ control, path, fragment }));
  const count = await applyEdit(client, requests.link({ mapping, links }));
  if (count > 0)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} sections were linked. Read each entry, and set its status to what is true.', count),
    );
}

/** Lets the user accept proposals one by one or all; each can be looked at first. */
function choose(
  proposals: readonly Proposal[],
  title: string,
  requests: Requests,
): Promise<readonly Proposal[] | undefined> {
  const look: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('go-to-file'),
    tooltip: vscode.l10n.t('Look at the section'),
  };
  const picker = vscode.window.createQuickPick<Item>();
  picker.title = title;
  picker.placeholder = vscode.l10n.t('Choose what shows that the control is met');
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.ignoreFocusOut = true;
  picker.items = itemsOf(proposals, look);
  return new Promise(resolve => {
    const parts = vscode.Disposable.from(
      picker,
      picker.onDidTriggerItemButton(({ item: { proposal } }) => {
        if (proposal !== undefined) void lookAt(requests, proposal);
      }),
      picker.onDidAccept(() => {
        resolve(picker.selectedItems.flatMap(each => each.proposal ?? []));
        picker.hide();
      }),
      picker.onDidHide(() => {
        resolve(undefined);
        parts.dispose();
      }),
    );
    picker.show();
  });
}

function itemsOf(proposals: readonly Proposal[], look: vscode.QuickInputButton): Item[] {
  return proposals.flatMap((proposal, index): Item[] => {
    const { control, shortId, title, isNew, path, fragment, heading, excerpt } = proposal;
    const label = isNew
      ? vscode.l10n.t('{0} {1} (new entry)', shortId, title)
      : vscode.l10n.t('{0} {1}', shortId, title);
    const item: Item = {
      label: heading,
      description: `${path}#${fragment}`,
      detail: excerpt,
      buttons: [look],
      proposal,
    };
    return proposals[index - 1]?.control === control
      ? [item]
      : [{ label, kind: vscode.QuickPickItemKind.Separator }, item];
  });
}

async function lookAt(requests: Requests, { path, fragment }: Proposal): Promise<void> {
  const [place] = (await requests.places({ path, fragment })).places;
  if (place !== undefined) await openPlace(place);
}

async function chooseMapping(
  mappings: ProposalsResult['mappings'],
): Promise<ProposalsResult['mappings'][number] | undefined> {
  const [first] = mappings;
  if (first === undefined) {
    const create = vscode.l10n.t('New Control Mapping');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'There is no control mapping here yet. A new one starts with the evidence that is found.',
      ),
      create,
    );
    if (chosen === create) await vscode.commands.executeCommand('clausewright.newControlMapping');
    return undefined;
  }
  if (mappings.length === 1) return first;
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const items = mappings
    .map(mapping => ({
      label: mapping.path,
      ...(mapping.system === null ? {} : { description: mapping.system }),
      mapping,
    }))
    .sort((a, b) => Number(sameUri(b.mapping.uri, active)) - Number(sameUri(a.mapping.uri, active)));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Which control mapping is to be filled?'),
    matchOnDescription: true,
  });
  return chosen?.mapping;
}

function sameUri(uri: string, other: string | undefined): boolean {
  return vscode.Uri.parse(uri).toString() === other;
}
