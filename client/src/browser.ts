import type { ExtensionContext } from 'vscode';
import { openGate } from './gate/gate.ts';

/** VS Code calls this in the web worker extension host of a browser; see {@link openGate}. */
export function activate(context: ExtensionContext): void {
  openGate(context, async views => (await import('./browser/start.ts')).start(context, views));
}
