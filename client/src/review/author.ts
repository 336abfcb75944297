import * as vscode from 'vscode';
import type { ReviewRequests } from './requests.ts';

/** Who reviews: as the setting or git says, else whom the user names; undefined when nobody is named. */
export async function reviewerName(requests: ReviewRequests, title: string): Promise<string | undefined> {
  const { name } = await requests.reviewer();
  if (name !== undefined) return name;
  const written = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Who reviews? The setting "clausewright.reviewer" answers this once and for all.'),
    placeHolder: vscode.l10n.t('name or e-mail address'),
    validateInput: text =>
      text.trim() === '' ? vscode.l10n.t('A comment is written by somebody.') : undefined,
  });
  const given = written?.trim() ?? '';
  return given === '' ? undefined : given;
}
