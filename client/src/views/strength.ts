import * as vscode from 'vscode';
import type {
  CoverageControl,
  CoverageEvidence,
  EvidenceStrength,
} from '../../../server/src/lsp/protocol.ts';

/** The strengths, weakest first. */
export const STRENGTHS: readonly EvidenceStrength[] = [
  'missing',
  'asserted',
  'documented',
  'reviewed',
  'tested',
];

/** A shape for each strength; colour only repeats what the shape and the text say. */
const ICONS: Readonly<Record<EvidenceStrength, string>> = {
  missing: 'circle-large-outline',
  asserted: 'comment',
  documented: 'file-text',
  reviewed: 'verified',
  tested: 'beaker',
};

/** A strength in words. */
export function strengthName(strength: EvidenceStrength): string {
  switch (strength) {
    case 'missing':
      return vscode.l10n.t('missing');
    case 'asserted':
      return vscode.l10n.t('asserted');
    case 'documented':
      return vscode.l10n.t('documented');
    case 'reviewed':
      return vscode.l10n.t('reviewed');
    case 'tested':
      return vscode.l10n.t('tested');
  }
}

/** What a strength means, in a line. */
export function strengthMeaning(strength: EvidenceStrength): string {
  switch (strength) {
    case 'missing':
      return vscode.l10n.t('nothing is named, or nothing is there');
    case 'asserted':
      return vscode.l10n.t('a link, a ticket or a statement that nothing here can check');
    case 'documented':
      return vscode.l10n.t('the file and section exist and hold real text');
    case 'reviewed':
      return vscode.l10n.t('signed by somebody else, and unchanged since');
    case 'tested':
      return vscode.l10n.t('a machine-readable result that passes');
  }
}

/** The icon of a control: its strength as a shape, and whether that is enough as a colour. */
export function controlIcon({ applicable, met, strength, evidence }: CoverageControl): vscode.ThemeIcon {
  if (!applicable) return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('disabledForeground'));
  if (evidence.some(each => each.suspect)) return warning('warning');
  return met
    ? new vscode.ThemeIcon(ICONS[strength], new vscode.ThemeColor('charts.green'))
    : warning(ICONS[strength]);
}

/** The icon of a piece of evidence. */
export function evidenceIcon({ strength, suspect }: CoverageEvidence): vscode.ThemeIcon {
  return suspect ? warning('warning') : new vscode.ThemeIcon(ICONS[strength]);
}

/** The icon of a strength by itself. */
export function strengthIcon(strength: EvidenceStrength): vscode.ThemeIcon {
  return new vscode.ThemeIcon(ICONS[strength]);
}

function warning(icon: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor('list.warningForeground'));
}
