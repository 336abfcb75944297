import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/**
 * Opens a new issue in the browser, with versions filled in and nothing of the workspace but how many documents there
 * are. The user sees and sends it.
 */
export async function reportIssue(
  client: BaseLanguageClient,
  extension: vscode.Extension<unknown>,
  documents: number | undefined,
): Promise<void> {
  const manifest: unknown = extension.packageJSON;
  const { version, bugs } = facts(manifest);
  const server = client.initializeResult?.serverInfo;
  const body = [
    '**What did you do?**\n\n',
    '**What happened, and what did you expect?**\n\n',
    '**Versions**',
    `- Clausewright ${version}, server ${server?.version ?? 'not running'}`,
    `- ${vscode.env.appName} ${vscode.version}, ${vscode.env.appHost}${vscode.env.remoteName === undefined ? '' : `, ${vscode.env.remoteName}`}`,
    `- ${vscode.env.uiKind === vscode.UIKind.Web ? 'in a browser' : 'on a desktop'}, language ${vscode.env.language}`,
    `- documents: ${documents ?? 'not counted'}`,
  ].join('\n');
  await vscode.env.openExternal(vscode.Uri.parse(`${bugs}/new?body=${encodeURIComponent(body)}`, true));
}

function facts(manifest: unknown): { readonly version: string; readonly bugs: string } {
  const from = (object: unknown, key: string): unknown =>
    typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined;
  return {
    version: String(from(manifest, 'version')),
    bugs: String(from(from(manifest, 'bugs'), 'url')),
  };
}
