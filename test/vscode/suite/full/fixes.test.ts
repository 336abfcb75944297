// Fixes as the light bulb applies them, and the finding that goes with each.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codeOf,
  openDocument,
  positionOf,
  revertDocument,
  uriOf,
  waitFor,
  waitForDiagnostics,
} from '../editor.ts';
import { applyCodeAction, applyFix, codeActions } from '../fixes.ts';

/** Waits for the first finding of a rule, applies its fix, and waits until that finding is gone. Returns the text. */
async function checkFix(path: string, rule: string, title: RegExp): Promise<string> {
  const document = await openDocument(path);
  const ofRule = (found: vscode.Diagnostic) => codeOf(found) === rule;
  const finding = (await waitForDiagnostics(document.uri, found => found.some(ofRule))).find(ofRule);
  assert.ok(finding);
  await applyFix(document.uri, finding.range, title);
  const same = (found: vscode.Diagnostic) => ofRule(found) && found.message === finding.message;
  await waitForDiagnostics(document.uri, found => !found.some(same));
  return document.getText();
}

/** What a text has that another has not, line by line, and the other way round. */
function difference(before: string, after: string): { added: string[]; removed: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { added: now.filter(line => !old.includes(line)), removed: old.filter(line => !now.includes(line)) };
}

describe('quick fixes', () => {
  afterEach(async () => {
    for (const document of vscode.workspace.textDocuments.filter(each => each.isDirty))
      await revertDocument(document);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('add the missing controls and leave the rest as it is', async () => {
    const before = (await openDocument('controls.yaml')).getText();
    const after = await checkFix('controls.yaml', 'mapping/missing-controls', /^Add/);
    const { added, removed } = difference(before, after);
    assert.deepEqual(removed, []);
    assert.ok(
      added.some(line => /A\.\d+\.\d+/.test(line)),
      added.join('\n'),
    );
  });

  it('correct an id to the nearest control', async () => {
    const before = (await openDocument('controls.yaml')).getText();
    const after = await checkFix('controls.yaml', 'mapping/unknown-control', /A\.6\.2\.8/);
    assert.equal(after, before.replace('A.6.2.9', 'A.6.2.8'));
  });

  it('add a missing section at its usual place', async () => {
    const before = (await openDocument('MODEL_CARD.md')).getText();
    const after = await checkFix('MODEL_CARD.md', 'card/no-limitations', /^Add the section/);
    const { added, removed } = difference(before, after);
    assert.deepEqual(removed, []);
    assert.ok(
      added.some(line => /^## /.test(line)),
      added.join('\n'),
    );
  });

  it('create a missing evidence document', async () => {
    const mapping = await openDocument('controls.yaml');
    const edit = new vscode.WorkspaceEdit();
    const target = positionOf(mapping, 'docs/suppliers.md');
    edit.replace(
      mapping.uri,
      new vscode.Range(target, target.translate(0, 'docs/suppliers.md'.length)),
      'docs/contracts.md',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    const missing = (found: vscode.Diagnostic) =>
      codeOf(found) === 'evidence/missing-file' && found.message.includes('contracts');
    const finding = (await waitForDiagnostics(mapping.uri, all => all.some(missing))).find(missing);
    assert.ok(finding);
    await applyFix(mapping.uri, finding.range, /^Create/);
    await waitForDiagnostics(mapping.uri, all => !all.some(missing));
    const created = await vscode.workspace.openTextDocument(uriOf('docs/contracts.md'));
    assert.match(created.getText(), /^# /m);
    await vscode.workspace.fs.delete(created.uri);
  });

  it('are offered at the finding only', async () => {
    const document = await openDocument('controls.yaml');
    await waitForDiagnostics(document.uri, all =>
      all.some(each => codeOf(each) === 'mapping/unknown-control'),
    );
    const start = positionOf(document, '# Kept by AI governance');
    assert.deepEqual(await codeActions(document.uri, new vscode.Range(start, start)), []);
  });

  it('mend what is safe to mend all at once, as source.fixAll.clausewright', async () => {
    const document = await openDocument('controls.yaml');
    const before = document.getText();
    const edit = new vscode.WorkspaceEdit();
    const key = positionOf(document, 'notes: The bank');
    edit.replace(document.uri, new vscode.Range(key, key.translate(0, 'notes'.length)), 'note');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const kind = vscode.CodeActionKind.SourceFixAll.append('clausewright');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await waitFor(
      () => 'no source.fixAll.clausewright is offered',
      async () => {
        const offered = await codeActions(document.uri, whole, kind);
        return offered.length > 0 ? offered : undefined;
      },
    );
    assert.equal(actions.length, 1);
    const [action] = actions;
    assert.ok(action);
    assert.equal(action.kind?.value, kind.value);
    await applyCodeAction(action);
    assert.equal(document.getText(), before);
  });
});
