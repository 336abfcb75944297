import * as vscode from 'vscode';
import type { Place } from '../../../server/src/lsp/protocol.ts';

/** A range as VS Code has it. */
export function rangeOf({ start, end }: Place['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The command of an item that opens a place, with the cursor at its start. */
export function openCommand(place: Place): vscode.Command {
  const { start } = place.range;
  const selection = new vscode.Range(start.line, start.character, start.line, start.character);
  return {
    title: vscode.l10n.t('Open'),
    command: 'vscode.open',
    arguments: [vscode.Uri.parse(place.uri, true), { selection } satisfies vscode.TextDocumentShowOptions],
  };
}

/** Opens a place, beside a panel rather than over it where `beside` says so. */
export async function openPlace(place: Place, beside = false): Promise<void> {
  const { start } = place.range;
  const selection = new vscode.Range(start.line, start.character, start.line, start.character);
  const viewColumn = beside ? vscode.ViewColumn.Beside : undefined;
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(place.uri, true), {
    selection,
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
}
