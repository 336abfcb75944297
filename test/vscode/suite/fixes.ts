// Code actions, as the light bulb offers and applies them.

import * as vscode from 'vscode';
import { waitFor } from './editor.ts';

/**
 * The code actions at a range, resolved.
 * @param kind only actions of this kind, such as `vscode.CodeActionKind.SourceFixAll`, which are offered only when asked for
 */
export async function codeActions(
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const command = 'vscode.executeCodeActionProvider';
  return await vscode.commands.executeCommand<vscode.CodeAction[]>(command, uri, range, kind?.value, 1000);
}

/** Applies a code action as the editor does: first its edit, then its command. */
export async function applyCodeAction(action: vscode.CodeAction): Promise<void> {
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) {
    throw new Error(`the editor refused the edit of "${action.title}"`);
  }
  if (action.command)
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/**
 * Applies the quick fix with this title, waiting until it is offered.
 * @param title the whole title, or an expression it has to match
 * @returns the action that was applied
 */
export async function applyFix(
  uri: vscode.Uri,
  range: vscode.Range,
  title: string | RegExp,
): Promise<vscode.CodeAction> {
  const matches = (text: string) => (typeof title === 'string' ? text === title : title.test(text));
  let offered: vscode.CodeAction[] = [];
  const what = () =>
    `no fix ${title} at line ${range.start.line + 1}, but: ${offered.map(action => action.title).join('; ')}`;
  const action = await waitFor(what, async () => {
    offered = await codeActions(uri, range);
    return offered.find(candidate => matches(candidate.title));
  });
  await applyCodeAction(action);
  return action;
}
