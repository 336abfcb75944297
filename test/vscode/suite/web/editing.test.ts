// What a person does in the browser: reads, takes a fix, asks the assistant. On a file that is there for these tests.

import * as vscode from 'vscode';
import { codeOf, completions, hoverText, labelOf, positionOf, uriOf, waitForDiagnostics } from '../editor.ts';
import { callTool, toolNames } from '../tools.ts';
import { equal, ok } from './assert.ts';

const PROBE = `clausewright: control-mapping/1
system: { id: probe, name: Probe, owner: risk@example.org }
controls:
  - id: A.6.2.44
    status: planned
  - id: A.7.2
    status: planned
`;

describe('an editor in the browser', () => {
  const file = uriOf('probe.controls.yaml');
  let document: vscode.TextDocument;

  before(async () => {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(PROBE));
    document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file);
  });

  it('needs no trust', () => {
    const asks = vscode.workspace.getConfiguration('security.workspace.trust').get<boolean>('enabled');
    equal(vscode.workspace.isTrusted, !asks);
  });

  it('explains a control, and proposes ids', async () => {
    ok(/Data for development/i.test(await hoverText(file, positionOf(document, 'A.$7.2'))), 'no explanation');
    const offered = await completions(file, positionOf(document, 'A.7$.2'));
    ok(
      offered.map(labelOf).some(each => each.includes('A.7.3')),
      `offered: ${offered.map(labelOf).join(', ')}`,
    );
  });

  it('mends what it finds, and saves it', async () => {
    const isUnknown = (each: vscode.Diagnostic) => codeOf(each) === 'mapping/unknown-control';
    const found = await waitForDiagnostics(file, all => all.some(isUnknown));
    const range = found.find(isUnknown)?.range;
    ok(range !== undefined, 'no finding');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      file,
      range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const edit = actions.find(each => each.edit !== undefined && /A\.6\.2\.4/.test(each.title))?.edit;
    ok(edit !== undefined, `offered: ${actions.map(each => each.title).join(', ')}`);
    ok(await vscode.workspace.applyEdit(edit), 'not applied');
    ok(await document.save(), 'not saved');
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    equal(saved.includes('A.6.2.44'), false);
    await waitForDiagnostics(file, all => !all.some(isUnknown));
  });

  it('answers an assistant', async () => {
    if (toolNames() === undefined) return;
    const told = await callTool('clausewright_evidence_for', { control: 'A.7.2', system: 'probe' });
    ok(/probe: missing, needs documented.*\[probe\.controls\.yaml:6\]/.test(told), told);
  });
});
