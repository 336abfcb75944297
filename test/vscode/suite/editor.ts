// What tests say to the editor, in the words of a test. Everything goes through the public API, so a test sees what a
// user sees, whichever way the extension answers (push or pull, resolved at once or later).

import * as vscode from 'vscode';

/** How long to wait for the editor to show something, in milliseconds, when a test does not say. */
export const defaultWait = 15_000;

/** The URI of a file by its path from the first workspace folder, with forward slashes. */
export function uriOf(relativePath: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, relativePath);
}

/** Opens a file in an editor and returns its document. */
export async function openDocument(relativePath: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(relativePath));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Throws away unsaved changes of a document, so that one test's edits do not reach the next. */
export async function revertDocument(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/**
 * The position of a text in a document. A `$` in the text marks the cursor (`'A.6.$2.4'`); without one it is the start.
 * A `$` that is part of the text is written `$$`.
 * @throws when the text is not there, or is there more than once
 */
export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const marks = [...text.matchAll(/\$\$|\$/g)].filter(match => match[0] === '$');
  if (marks.length > 1) throw new Error(`${JSON.stringify(text)} marks more than one cursor`);
  const plain = (part: string) => part.replaceAll('$$', '\0').replaceAll('$', '').replaceAll('\0', '$');
  const wanted = plain(text);
  const before = plain(text.slice(0, marks[0]?.index ?? 0));
  const content = document.getText();
  const offset = content.indexOf(wanted);
  if (offset < 0) throw new Error(`${document.fileName} does not hold ${JSON.stringify(wanted)}`);
  if (content.includes(wanted, offset + 1))
    throw new Error(`${document.fileName} holds ${JSON.stringify(wanted)} twice`);
  return document.positionAt(offset + before.length);
}

/** A diagnostic's rule id: its code, whether plain or with a link; an empty text when it has none. */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** Asks again and again until there is an answer. Rejects after `timeout` milliseconds, saying what was awaited. */
export async function waitFor<T>(
  what: () => string,
  ask: () => Promise<T | undefined> | T | undefined,
  timeout = defaultWait,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`after ${timeout} ms: ${what()}`);
    await new Promise(done => setTimeout(done, 50));
  }
}

/** Waits until the diagnostics of a document fulfil a condition, and returns them. `timeout` in milliseconds. */
export function waitForDiagnostics(
  uri: vscode.Uri,
  predicate: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
  timeout = defaultWait,
): Promise<readonly vscode.Diagnostic[]> {
  const now = () => vscode.languages.getDiagnostics(uri);
  const shown = () =>
    now().map(found => `\n  ${found.range.start.line + 1}: ${codeOf(found)} ${found.message}`);
  const what = () => `the diagnostics of ${uri.path} are not as awaited, but:${shown().join('') || ' none'}`;
  return waitFor(what, () => (predicate(now()) ? now() : undefined), timeout);
}

/** The text of all hovers at a position, Markdown source, a blank line between two; empty when there is none. */
export async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers
    .flatMap(hover => hover.contents.map(part => (typeof part === 'string' ? part : part.value)))
    .join('\n\n');
}

/** The completions that extensions offer at a position, resolved, without VS Code's own words from the text. */
export async function completions(
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    undefined,
    1000, // how many to resolve
  );
  return list.items.filter(item => item.kind !== vscode.CompletionItemKind.Text);
}

/** A completion's label as text. */
export function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label;
}
