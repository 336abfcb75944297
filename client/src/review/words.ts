import * as vscode from 'vscode';
import type { ComparedControl } from '../../../server/src/lsp/protocol.ts';
import { strengthName } from '../views/strength.ts';

/** `reviewed → documented`, or what else has become of a control. */
export function stepText({ before, after, met }: ComparedControl): string {
  const [from, to] = [sideText(before), sideText(after)];
  if (from !== to) return vscode.l10n.t('{0} → {1}', from, to);
  return met
    ? vscode.l10n.t('{0}, which is enough now', to)
    : vscode.l10n.t('{0}, which is no longer enough', to);
}

function sideText(side: ComparedControl['before']): string {
  if (side === null) return vscode.l10n.t('not in scope');
  return side === 'excluded' ? vscode.l10n.t('excluded') : strengthName(side);
}

/** Whether a change of a control is one for the worse. */
export function isWeaker({ direction }: ComparedControl): boolean {
  return direction === 'weaker' || direction === 'excluded';
}

/** A revision as a person reads it. */
export function revisionName(revision: string): string {
  if (revision === 'HEAD') return vscode.l10n.t('the last commit');
  const name = revision.replace(/\.\.\.$/, '');
  return /^[0-9a-f]{40}$/.test(name) ? name.slice(0, 10) : name;
}
