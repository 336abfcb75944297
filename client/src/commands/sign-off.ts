import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { SignableParams } from '../../../server/src/lsp/protocol.ts';
import type { Requests } from '../overview/requests.ts';
import { isPosition } from '../review/send-back.ts';
import { isEvidenceNode } from '../views/control-node.ts';
import { applyEdit } from './apply.ts';

/**
 * Signs a text off: that of an item of a view, else what stands at the cursor, a heading or a link to evidence.
 * @param item what a view hands over; or, with a position in `at`, the URI that a code action does
 */
export async function signOff(
  client: BaseLanguageClient,
  requests: Requests,
  item: unknown,
  at?: unknown,
): Promise<void> {
  const asked = whatOf(client, item, at);
  const { text, people } = asked === undefined ? { people: [] } : await requests.signable(asked);
  if (text === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Nothing can be signed off here. Put the cursor on a link to evidence in a control mapping, or on a heading that evidence points at.',
      ),
    );
    return;
  }
  const name = text.fragment === undefined ? text.path : `${text.path}#${text.fragment}`;
  const by = await who(name, people);
  if (by === undefined) return;
  const count = await applyEdit(client, requests.sign({ ...text, by }));
  if (count > 0)
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        '{0} was signed off by {1}, in {2} places. Save the control mapping to keep it.',
        name,
        by,
        count,
      ),
    );
}

function whatOf(client: BaseLanguageClient, item: unknown, at: unknown): SignableParams | undefined {
  if (typeof item === 'string' && isPosition(at)) return { uri: item, position: at };
  if (isEvidenceNode(item)) return item.evidence.signable;
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: client.code2ProtocolConverter.asUri(editor.document.uri), position: { line, character } };
}

/** Who signs; undefined when nobody was chosen. */
async function who(name: string, people: readonly string[]): Promise<string | undefined> {
  const other = vscode.l10n.t('Somebody else…');
  const title = vscode.l10n.t('Sign off {0}', name);
  if (people.length > 0) {
    const chosen = await vscode.window.showQuickPick([...people, other], {
      title,
      placeHolder: vscode.l10n.t('Who has read it as it stands, and is neither its author nor its owner?'),
    });
    if (chosen !== other) return chosen;
  }
  const written = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Who has read it as it stands? Somebody other than its author and owner.'),
    placeHolder: vscode.l10n.t('name or e-mail address'),
    validateInput: text => (text.trim() === '' ? vscode.l10n.t('A sign-off is by somebody.') : undefined),
  });
  return written?.trim();
}
