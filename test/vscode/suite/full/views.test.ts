// The views, and the commands that people run from them. What a view shows is asked of the server itself, since VS Code
// lets nobody read a tree; that it is drawn is seen in the pictures.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, positionOf, revertDocument, uriOf, waitFor } from '../editor.ts';

/** A tab whose label fits. */
function tab(label: RegExp): vscode.Tab | undefined {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs).find(each => label.test(each.label));
}

describe('the views', () => {
  it('are there, and open by a command', async () => {
    const all = await vscode.commands.getCommands(true);
    for (const view of ['coverage', 'documents', 'roadmap']) {
      assert.ok(all.includes(`clausewright.${view}.focus`), view);
      await vscode.commands.executeCommand(`clausewright.${view}.focus`);
    }
  });

  it('have commands that all can be run', async () => {
    const all = new Set(await vscode.commands.getCommands(true));
    const { commands } =
      vscode.extensions.getExtension('clausewright.clausewright')?.packageJSON.contributes ?? {};
    for (const { command } of commands) assert.ok(all.has(command), command);
    await vscode.commands.executeCommand('clausewright.refreshViews');
    await vscode.commands.executeCommand('clausewright.clearCoverageFilter');
  });
});

describe('the coverage overview', () => {
  it('opens as a panel, once, and follows the workspace', async () => {
    await vscode.commands.executeCommand('clausewright.showCoverage');
    const opened = await waitFor(
      () => 'no panel was opened',
      () => tab(/Coverage Overview/),
    );
    assert.ok(opened.input instanceof vscode.TabInputWebview);
    await vscode.commands.executeCommand('clausewright.showCoverage', 'iso-42001');
    const panels = vscode.window.tabGroups.all
      .flatMap(group => group.tabs)
      .filter(each => /Coverage Overview/.test(each.label));
    assert.equal(panels.length, 1);
    await vscode.window.tabGroups.close(panels);
  });
});

describe('code lenses', () => {
  it('lead from an entry to its evidence', async () => {
    const document = await openDocument('controls.yaml');
    const lens = await waitFor(
      () => 'no code lens leads to evidence',
      async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          100,
        );
        const line = positionOf(document, 'id: A.4.$5\n').line;
        return lenses.find(each => each.range.start.line === line && each.command?.command !== '');
      },
    );
    assert.equal(lens.command?.command, 'clausewright.showPlaces');
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    await waitFor(
      () => `the evidence was not opened, but ${vscode.window.activeTextEditor?.document.fileName}`,
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('docs/resources.md') || undefined,
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('sign-off', () => {
  it('is written where the cursor stands, by who is chosen, and can be undone in one step', async () => {
    const document = await openDocument('controls.yaml');
    const before = document.getText();
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const cursor = positionOf(document, 'DATASET_CARD.md#dataset-des$cription');
    editor.selection = new vscode.Selection(cursor, cursor);
    const running = vscode.commands.executeCommand('clausewright.signOff');
    await waitFor(
      () => 'nothing was signed',
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return document.getText() === before ? undefined : true;
      },
    );
    await running;
    assert.match(document.getText(), /path: DATASET_CARD\.md#dataset-description\n\s+reviewed:/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await revertDocument(document);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('filling a mapping', () => {
  it('links what was accepted, all as one step', async () => {
    const document = await openDocument('controls.yaml');
    const before = document.getText();
    await waitFor(
      () => 'nothing was linked',
      async () => {
        // Nobody can ask whether a picker is open, so each round starts anew: the first proposal, by the keyboard's commands.
        const running = vscode.commands.executeCommand('clausewright.fillMapping');
        for (const key of ['quickOpenSelectNext', 'quickPickManyToggle', 'acceptSelectedQuickOpenItem']) {
          await new Promise(done => setTimeout(done, 500));
          await vscode.commands.executeCommand(`workbench.action.${key}`);
        }
        await Promise.race([running, new Promise(done => setTimeout(done, 1000))]);
        return document.getText() === before ? undefined : true;
      },
    );
    assert.match(document.getText(), /MODEL_CARD\.md#contact|DATASET_CARD\.md#contact/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await revertDocument(document);
    assert.equal((await vscode.workspace.openTextDocument(uriOf('controls.yaml'))).isDirty, false);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
