// The extension as a guest in the editor: what it costs, what it adds, what its commands do.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, positionOf, uriOf, waitFor, waitForDiagnostics } from '../editor.ts';

async function writeFile(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(path), Buffer.from(text));
}

describe('the extension', () => {
  it('reads less than 20 kB at activation', async () => {
    const extension = vscode.extensions.getExtension('clausewright.clausewright');
    assert.ok(extension);
    const { size } = await vscode.workspace.fs.stat(
      vscode.Uri.joinPath(extension.extensionUri, extension.packageJSON.main),
    );
    assert.ok(size < 20_000, `${size} bytes`);
  });

  it('offers its commands, and each does something', async () => {
    const all = await vscode.commands.getCommands(true);
    for (const name of ['checkWorkspace', 'explainControl', 'restartServer', 'showLog'])
      assert.ok(all.includes(`clausewright.${name}`), name);
    await vscode.commands.executeCommand('clausewright.showLog');
  });

  it('finds the same again after a restart of the server', async () => {
    await openDocument('controls.yaml');
    const before = await waitForDiagnostics(uriOf('controls.yaml'), all => all.length > 5);
    await vscode.commands.executeCommand('clausewright.restartServer');
    await waitForDiagnostics(uriOf('controls.yaml'), all => all.length === before.length);
  });

  it('shows findings of open documents only when it is told so', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await waitForDiagnostics(uriOf('docs/impact-assessment.md'), all => all.length > 0);
    const settings = vscode.workspace.getConfiguration('clausewright');
    await settings.update('diagnostics.scope', 'openDocuments', vscode.ConfigurationTarget.Global);
    try {
      await waitForDiagnostics(uriOf('docs/impact-assessment.md'), all => all.length === 0);
      await openDocument('controls.yaml');
      await waitForDiagnostics(uriOf('controls.yaml'), all => all.length > 0);
    } finally {
      await settings.update('diagnostics.scope', undefined, vscode.ConfigurationTarget.Global);
    }
    await waitForDiagnostics(uriOf('docs/impact-assessment.md'), all => all.length > 0);
  });
});

describe('snippets', () => {
  it('write a whole document, which is then checked', async () => {
    await writeFile('extra/new.md', '');
    const document = await openDocument('extra/new.md');
    await vscode.commands.executeCommand('editor.action.insertSnippet', {
      langId: 'markdown',
      name: 'Impact assessment',
    });
    await waitFor(
      () => 'nothing was inserted',
      () => (document.getText().includes('clausewright: impact-assessment/1') ? true : undefined),
    );
    await waitForDiagnostics(document.uri, all => all.some(({ source }) => source === 'clausewright'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf('extra'), { recursive: true });
  });
});

describe('a card that no name tells', () => {
  it('is checked when it is opened', async () => {
    await writeFile(
      'extra/README.md',
      '---\nlicense: mit\npipeline_tag: text-classification\n---\n\n# M\n\n## Usage\n\nTODO\n',
    );
    const document = await openDocument('extra/README.md');
    await waitForDiagnostics(document.uri, all => all.some(({ source }) => source === 'clausewright'));
    assert.ok(positionOf(document, 'TODO'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf('extra'), { recursive: true });
  });
});
