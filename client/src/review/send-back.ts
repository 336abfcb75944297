import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { applyEdit } from '../commands/apply.ts';
import { reviewerName } from './author.ts';
import type { ReviewRequests } from './requests.ts';

/** A place that a code action hands over. */
interface Position {
  readonly line: number;
  readonly character: number;
}

/** Sends what stands at a place, or at the cursor, back with a comment that the user writes. */
export async function sendBack(
  client: BaseLanguageClient,
  requests: ReviewRequests,
  given: unknown,
  at: unknown,
): Promise<void> {
  const place = placeOf(client, given, at);
  if (place === undefined) return;
  const title = vscode.l10n.t('Send back with a comment');
  const text = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('What should its author do? It is written into the document as a comment.'),
    validateInput: written => (written.trim() === '' ? vscode.l10n.t('A comment needs words.') : undefined),
  });
  if (text === undefined) return;
  const by = await reviewerName(requests, title);
  if (by !== undefined) await applyEdit(client, requests.comment({ ...place, by, text }));
}

function placeOf(
  client: BaseLanguageClient,
  given: unknown,
  at: unknown,
): { readonly uri: string; readonly position: Position } | undefined {
  if (typeof given === 'string' && isPosition(at)) return { uri: given, position: at };
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    const text = vscode.l10n.t('Open the document first, and put the cursor where the comment belongs.');
    void vscode.window.showInformationMessage(text);
    return undefined;
  }
  const { line, character } = editor.selection.active;
  return { uri: client.code2ProtocolConverter.asUri(editor.document.uri), position: { line, character } };
}

/** Whether an argument of a command is a place as the protocol writes it. */
export function isPosition(given: unknown): given is Position {
  return typeof given === 'object' && given !== null && 'line' in given && 'character' in given;
}
