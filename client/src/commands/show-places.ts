import * as vscode from 'vscode';
import type { LensSubject } from '../../../server/src/lsp/protocol.ts';
import type { Requests } from '../overview/requests.ts';
import { openPlace, rangeOf } from '../views/places.ts';

/** Where a lens leads: straight there if it is one place, else a list of them at the lens. */
export async function showPlaces(
  requests: Requests,
  uri: string,
  position: { readonly line: number; readonly character: number },
  about: LensSubject,
): Promise<void> {
  const { places } = await requests.places({ uri, about });
  const [first, ...more] = places;
  if (first === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing in this workspace is behind it.'));
    return;
  }
  if (more.length === 0) {
    await openPlace(first);
    return;
  }
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri, true),
    new vscode.Position(position.line, position.character),
    places.map(place => new vscode.Location(vscode.Uri.parse(place.uri, true), rangeOf(place.range))),
  );
}
