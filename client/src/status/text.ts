import * as vscode from 'vscode';

/** What the status bar says. */
export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
}

/**
 * Says what a document is and what was found in it. `known`: how many findings are not shown since a baseline knows
 * them. `loading`: the workspace has not been read to its end.
 */
export function statusText(
  kind: string,
  findings: readonly vscode.Diagnostic[],
  known: number,
  loading: boolean,
): StatusText {
  const { text, tooltip } = found(kindName(kind), findings, loading);
  if (loading || known === 0) return { text, tooltip };
  const hidden = vscode.l10n.t('Known findings that the baseline hides: {0}', known);
  return { text: `${text} $(eye-closed) ${known}`, tooltip: `${tooltip}\n${hidden}` };
}

function found(name: string, findings: readonly vscode.Diagnostic[], loading: boolean): StatusText {
  if (loading)
    return {
      text: `$(loading~spin) ${name}`,
      tooltip: vscode.l10n.t('{0}: Clausewright is reading the workspace', name),
    };
  if (findings.length === 0)
    return {
      text: `$(pass) ${name}`,
      tooltip: vscode.l10n.t('{0}: Clausewright has no findings', name),
    };
  const worst = Math.min(...findings.map(each => each.severity));
  return {
    text: `${worst === vscode.DiagnosticSeverity.Error ? '$(error)' : '$(warning)'} ${name}: ${findings.length}`,
    tooltip: vscode.l10n.t('{0}: findings of Clausewright: {1}. Click for the list.', name, findings.length),
  };
}

/** A kind of document in the user's words. */
export function kindName(kind: string): string {
  switch (kind) {
    case 'control-mapping':
      return vscode.l10n.t('Control mapping');
    case 'model-card':
      return vscode.l10n.t('Model card');
    case 'dataset-card':
      return vscode.l10n.t('Dataset card');
    case 'space-card':
      return vscode.l10n.t('Space card');
    case 'impact-assessment':
      return vscode.l10n.t('Impact assessment');
    case 'incident':
      return vscode.l10n.t('Incident record');
    case 'config':
      return vscode.l10n.t('Clausewright configuration');
    case 'foreign-mapping':
      return vscode.l10n.t('Mapping of another tool');
    case 'catalog':
      return vscode.l10n.t('Own catalog');
    case 'evidence':
      return vscode.l10n.t('Evidence');
    default:
      return kind;
  }
}
