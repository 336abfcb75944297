// What a user of the example sees: findings at their exact places, and silence where there is nothing to say.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, openDocument, positionOf, revertDocument, uriOf, waitForDiagnostics } from '../editor.ts';

/** The findings of ours that are shown for a document. */
const ours = (found: readonly vscode.Diagnostic[]) => found.filter(({ source }) => source === 'clausewright');

/** Waits for a rule's finding on exactly this text of a document, which has to occur once. */
async function checkFinding(
  document: vscode.TextDocument,
  rule: string,
  text: string,
  severity: vscode.DiagnosticSeverity,
) {
  const start = positionOf(document, text.includes('$') ? text : `$${text}`);
  const marked = text.slice(text.indexOf('$') + 1);
  const range = new vscode.Range(start, document.positionAt(document.offsetAt(start) + marked.length));
  const has = (found: vscode.Diagnostic) => codeOf(found) === rule && found.range.isEqual(range);
  const all = await waitForDiagnostics(document.uri, found => found.some(each => codeOf(each) === rule));
  const finding = all.find(has);
  const places = all.filter(each => codeOf(each) === rule).map(each => document.getText(each.range));
  assert.ok(finding, `${rule} is at ${places.join(', ')}, not at ${marked}`);
  assert.equal(finding.severity, severity, rule);
  assert.equal(finding.source, 'clausewright');
  return finding;
}

const { Error: error, Warning: warning } = vscode.DiagnosticSeverity;

describe('diagnostics', () => {
  it('mark the gaps of a control mapping where they are', async () => {
    const document = await openDocument('controls.yaml');
    const unknown = await checkFinding(document, 'mapping/unknown-control', 'A.6.2.9', error);
    assert.match(unknown?.message ?? '', /"?A\.6\.2\.9"?/);
    await checkFinding(document, 'mapping/invalid-value', 'done', error);
    await checkFinding(document, 'evidence/missing-file', 'reports/robustness.junit.xml', error);
    await checkFinding(document, 'mapping/missing-evidence', 'A.8.3', warning);
    await checkFinding(document, 'mapping/missing-justification', 'A.10.4', error);
    await checkFinding(document, 'evidence/missing-heading', 'MODEL_CARD.md$#evaluation-results', error);
    await checkFinding(document, 'evidence/placeholder', 'docs/monitoring.md#drift-thresholds', warning);
    await checkFinding(
      document,
      'evidence/empty-section',
      'docs/incident-response.md#communication',
      warning,
    );
  });

  it('mark the gaps of a card and of an assessment', async () => {
    const card = await openDocument('MODEL_CARD.md');
    await checkFinding(card, 'card/placeholder', '[More Information Needed]', warning);
    await waitForDiagnostics(card.uri, all => all.some(each => codeOf(each) === 'card/no-limitations'));
    const assessment = await openDocument('docs/impact-assessment.md');
    await checkFinding(assessment, 'reference/unknown-control', 'A.7.7', warning);
    await checkFinding(assessment, 'assessment/placeholder', 'TBD', warning);
    await waitForDiagnostics(assessment.uri, all =>
      all.some(each => codeOf(each) === 'assessment/missing-approval'),
    );
  });

  it('are one finding for all missing controls', async () => {
    const found = await waitForDiagnostics(uriOf('controls.yaml'), all => ours(all).length > 0);
    assert.equal(found.filter(each => codeOf(each) === 'mapping/missing-controls').length, 1);
  });

  it('are shown for documents that are not open', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await waitForDiagnostics(uriOf('docs/impact-assessment.md'), all => ours(all).length > 0);
    await waitForDiagnostics(uriOf('controls.yaml'), all => ours(all).length > 0);
  });

  it('lead to the page of their rule', async () => {
    const found = await waitForDiagnostics(uriOf('controls.yaml'), all => ours(all).length > 0);
    for (const { code } of ours(found))
      assert.ok(typeof code === 'object' && code.target.path.endsWith(`/${code.value}.md`));
  });

  it('follow what is typed, and another document', async () => {
    const card = await openDocument('MODEL_CARD.md');
    // Evidence that pointed at the heading by another name finds it once it is called so.
    const heading = positionOf(card, '## $Evaluation\n');
    const rename = new vscode.WorkspaceEdit();
    rename.replace(
      card.uri,
      new vscode.Range(heading, heading.translate(0, 'Evaluation'.length)),
      'Evaluation results',
    );
    assert.ok(await vscode.workspace.applyEdit(rename));
    const broken = (all: readonly vscode.Diagnostic[]) =>
      all.some(each => codeOf(each) === 'evidence/missing-heading');
    await waitForDiagnostics(uriOf('controls.yaml'), all => !broken(all));
    await revertDocument(card);
    await waitForDiagnostics(uriOf('controls.yaml'), broken);
  });

  it('see files come and go', async () => {
    const report = uriOf('reports/robustness.junit.xml');
    const missing = (all: readonly vscode.Diagnostic[]) =>
      all.some(each => codeOf(each) === 'evidence/missing-file');
    await waitForDiagnostics(uriOf('controls.yaml'), missing);
    const results =
      '<testsuite name="robustness" tests="1" failures="0"><testcase name="noise"/></testsuite>\n';
    await vscode.workspace.fs.writeFile(report, Buffer.from(results));
    await waitForDiagnostics(uriOf('controls.yaml'), all => !missing(all));
    await vscode.workspace.fs.delete(report);
    await waitForDiagnostics(uriOf('controls.yaml'), missing);
  });

  it('take back the findings of a document that is deleted', async () => {
    const card = vscode.Uri.joinPath(uriOf(''), 'extra', 'MODEL_CARD.md');
    await vscode.workspace.fs.writeFile(
      card,
      Buffer.from('# Extra\n\n## Intended use\n\n[More Information Needed]\n'),
    );
    await waitForDiagnostics(card, all => ours(all).length > 0);
    await vscode.workspace.fs.delete(card);
    await waitForDiagnostics(card, all => ours(all).length === 0);
  });

  it('stay silent about files of no kind', async () => {
    for (const [path, text] of [
      ['extra/README.md', '# Notes\n\nTODO\n\nSee A.6.2.9.\n'],
      ['extra/ci.yaml', 'controls:\n  - id: 1\n    evidence: none.md\n'],
    ] as const) {
      const uri = uriOf(path);
      await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
      await openDocument(path);
      await new Promise(done => setTimeout(done, 500));
      assert.deepEqual(ours(vscode.languages.getDiagnostics(uri)), []);
    }
    assert.deepEqual(ours(vscode.languages.getDiagnostics(uriOf('README.md'))), []);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf('extra'), { recursive: true });
  });
});
