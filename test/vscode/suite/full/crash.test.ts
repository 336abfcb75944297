// A server that is killed while somebody types: the editor starts another one, and nothing is lost.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { openDocument, revertDocument, uriOf, waitFor, waitForDiagnostics } from '../editor.ts';
import { hasProcessFiles, serverProcesses } from '../server-process.ts';

/** Adds an entry for a control that there is none of at the end of a document; nothing is saved. */
async function typeEntry(document: vscode.TextDocument, id: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(
    document.uri,
    document.lineAt(document.lineCount - 1).range.end,
    `  - id: ${id}\n    status: planned\n`,
  );
  assert.ok(await vscode.workspace.applyEdit(edit));
}

const names =
  (...ids: readonly string[]) =>
  (found: readonly vscode.Diagnostic[]): boolean =>
    ids.every(id => found.some(({ message }) => message.includes(id)));

describe('a server that is killed', () => {
  it('is started again, is told what was typed and not saved, and goes on', async function () {
    if (!hasProcessFiles) this.skip();
    const document = await openDocument('controls.yaml');
    const saved = document.getText();
    await waitForDiagnostics(document.uri, found => found.length > 5);
    const [first, ...others] = serverProcesses();
    assert.ok(first !== undefined && others.length === 0, 'one server runs');
    try {
      await typeEntry(document, 'A.9.97');
      await waitForDiagnostics(document.uri, names('A.9.97'));
      await typeEntry(document, 'A.9.98'); // on its way when the server ends
      process.kill(first, 'SIGKILL');
      const typed = document.getText();
      const second = await waitFor(
        () => 'no other server was started',
        () => serverProcesses().find(id => id !== first),
      );
      await waitForDiagnostics(document.uri, names('A.9.97', 'A.9.98'));
      assert.equal(document.getText(), typed, 'the text is as it was typed');
      assert.ok(document.isDirty);
      await typeEntry(document, 'A.9.99');
      await waitForDiagnostics(document.uri, names('A.9.97', 'A.9.98', 'A.9.99'));
      await waitForDiagnostics(uriOf('docs/impact-assessment.md'), found => found.length > 0);
      assert.deepEqual(serverProcesses(), [second]);
      assert.equal(readFileSync(document.uri.fsPath, 'utf8'), saved, 'the file is as it was');
    } finally {
      await revertDocument(document);
    }
    await waitForDiagnostics(document.uri, found => found.length > 5 && !names('A.9.97')(found));
  });
});
