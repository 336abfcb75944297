import type { ExtensionContext } from 'vscode';
import { openGate } from './gate/gate.ts';

/** VS Code calls this in the Node extension host, when a Markdown or YAML document is opened; see {@link openGate}. */
export function activate(context: ExtensionContext): void {
  openGate(context, async views => (await import('./node/start.ts')).start(context, views));
}
