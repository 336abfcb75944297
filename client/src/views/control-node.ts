import * as vscode from 'vscode';
import type { CoverageControl, CoverageEvidence } from '../../../server/src/lsp/protocol.ts';
import { type Node, node } from './node.ts';
import { openCommand } from './places.ts';
import { controlIcon, evidenceIcon, strengthMeaning, strengthName } from './strength.ts';

/** An item for a control; its commands take what they need from it. */
export interface ControlNode extends Node {
  readonly control: CoverageControl;
}

/** An item for a piece of evidence. */
export interface EvidenceNode extends Node {
  readonly evidence: CoverageEvidence;
}

/** The item of a control. `note` stands in front of what its description says otherwise. */
export function controlNode(parent: Node, control: CoverageControl, note?: string): ControlNode {
  const { shortId, title, owner, evidence, place } = control;
  const standing = standingOf(control);
  const made: ControlNode = Object.assign(
    node(parent, {
      id: control.id,
      label: `${shortId} ${title}`,
      description: [note ?? standing, owner].filter(Boolean).join(' · '),
      tooltip: tooltipOf(control, standing),
      icon: controlIcon(control),
      command: place === undefined ? undefined : openCommand(place),
      contextValue: contextOf(control),
      spoken: vscode.l10n.t('{0} {1}, {2}', shortId, title, [standing, owner].filter(Boolean).join(', ')),
      children:
        evidence.length === 0 ? undefined : () => evidence.map((each, at) => evidenceNode(made, each, at)),
    }),
    { control },
  );
  return made;
}

/** Words by which menus tell what can be done. */
function contextOf({ applicable, met, candidates, place }: CoverageControl): string {
  const words = ['control', 'explain'];
  if (applicable && !met && place !== undefined) words.push('scaffold');
  if (candidates > 0) words.push('link');
  return `:${words.join(':')}:`;
}

/** How a control stands, in a few words. */
function standingOf({ applicable, met, strength, needed, hasEntry, evidence }: CoverageControl): string {
  if (!applicable) return vscode.l10n.t('not applicable');
  if (evidence.some(each => each.suspect)) return vscode.l10n.t('changed since it was signed');
  if (met) return strengthName(strength);
  if (!hasEntry && strength === 'missing') return vscode.l10n.t('no entry');
  return strength === 'missing'
    ? vscode.l10n.t('no evidence')
    : vscode.l10n.t('{0}, needs {1}', strengthName(strength), strengthName(needed));
}

function tooltipOf(control: CoverageControl, standing: string): vscode.MarkdownString {
  const { shortId, title, applicable, strength, needed, owner, status, why, supportedThrough } = control;
  const text = new vscode.MarkdownString();
  const line = (written: string): void => {
    text.appendText(written).appendMarkdown('\n\n');
  };
  text.appendMarkdown('**').appendText(`${shortId} ${title}`).appendMarkdown('**\n\n');
  if (standing !== strengthName(strength)) line(standing);
  if (why !== undefined) line(why);
  if (applicable) {
    line(vscode.l10n.t('Strength: {0} ({1})', strengthName(strength), strengthMeaning(strength)));
    line(vscode.l10n.t('Needed: {0}', strengthName(needed)));
  }
  if (status !== undefined) line(vscode.l10n.t('Status: {0}', status));
  if (owner !== undefined) line(vscode.l10n.t('Owner: {0}', owner));
  if (supportedThrough.length > 0)
    line(vscode.l10n.t('Evidence for {0} is useful here.', supportedThrough.join(', ')));
  if (applicable && control.organizational && strength === 'missing')
    line(vscode.l10n.t('For the organisation to show rather than for this system.'));
  return text;
}

function evidenceNode(parent: Node, evidence: CoverageEvidence, index: number): EvidenceNode {
  const { target, strength, suspect, reason, place, url, signable } = evidence;
  const standing = suspect ? vscode.l10n.t('changed since it was signed') : strengthName(strength);
  return Object.assign(
    node(parent, {
      id: `${index} ${target}`,
      label: target,
      description: [standing, reason].filter(Boolean).join(' · '),
      tooltip: [target, standing, reason].filter(Boolean).join('\n'),
      icon: evidenceIcon(evidence),
      command: commandOf(place, url),
      contextValue: signable === undefined ? ':evidence:' : ':evidence:sign:',
    }),
    { evidence },
  );
}

function commandOf(place: CoverageEvidence['place'], url: string | undefined): vscode.Command | undefined {
  if (place !== undefined) return openCommand(place);
  if (url === undefined) return undefined;
  return { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [vscode.Uri.parse(url)] };
}

/** Whether an argument of a command is the item of a control. */
export function isControlNode(item: unknown): item is ControlNode {
  return item instanceof vscode.TreeItem && 'control' in item;
}

/** Whether an argument of a command is the item of a piece of evidence. */
export function isEvidenceNode(item: unknown): item is EvidenceNode {
  return item instanceof vscode.TreeItem && 'evidence' in item;
}
