// What a user reads and is offered: hovers, completions, links and pages.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  completions,
  hoverText,
  labelOf,
  openDocument,
  positionOf,
  revertDocument,
  uriOf,
  waitFor,
} from '../editor.ts';

/** Waits for the hover at a place to say all of this. */
async function checkHover(document: vscode.TextDocument, at: string, ...says: RegExp[]): Promise<string> {
  let text = '';
  return waitFor(
    () => `the hover at ${at} does not say ${says.join(' and ')}, but: ${text}`,
    async () => {
      text = await hoverText(document.uri, positionOf(document, at));
      return says.every(each => each.test(text)) ? text : undefined;
    },
  );
}

/** Replaces a text, asks for completions at the cursor that the replacement marks with `$`, and takes the text back. */
async function labelsAfter(path: string, replaced: string, by: string): Promise<string[]> {
  const document = await openDocument(path);
  const start = positionOf(document, replaced);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(start, document.positionAt(document.offsetAt(start) + replaced.length));
  edit.replace(document.uri, range, by.replace('$', ''));
  assert.ok(await vscode.workspace.applyEdit(edit));
  try {
    const cursor = document.positionAt(document.offsetAt(start) + by.indexOf('$'));
    return await waitFor(
      () => `no completion at ${by}`,
      async () => {
        const items = await completions(document.uri, cursor);
        return items.length > 0 ? items.map(labelOf) : undefined;
      },
    );
  } finally {
    await revertDocument(document);
  }
}

describe('hover', () => {
  it('explains a control in a mapping, with what this workspace has for it', async () => {
    const document = await openDocument('controls.yaml');
    const text = await checkHover(document, 'id: A.6.$2.4\n', /ISO\/IEC 42001/, /A\.6\.2\.4/, /evidence/i);
    assert.match(text, /MODEL_CARD\.md/);
  });

  it('explains a key and a value', async () => {
    const document = await openDocument('controls.yaml');
    await checkHover(document, 'st$age: operation', /life cycle/);
    await checkHover(document, 'stage: opera$tion', /in use and monitored/i);
  });

  it('explains a control in prose', async () => {
    const document = await openDocument('docs/impact-assessment.md');
    await checkHover(document, '42001 A.7$.2 and', /A\.7\.2/);
  });

  it('says nothing in a file of no kind', async () => {
    const document = await openDocument('README.md');
    assert.equal(await hoverText(document.uri, positionOf(document, 'ISO/IEC $42001')), '');
  });
});

describe('completion', () => {
  it('finds controls by id and by words of their title', async () => {
    const labels = await labelsAfter('controls.yaml', 'id: A.6.2.9', 'id: impact$');
    for (const id of ['A.5.2', 'A.5.3', 'A.5.4', 'A.5.5'])
      assert.ok(labels.includes(id), `${id} in ${labels}`);
  });

  it('offers the values of a key', async () => {
    const labels = await labelsAfter('controls.yaml', 'status: done', 'status: $');
    for (const value of ['planned', 'partial', 'implemented'])
      assert.ok(labels.includes(value), `${value} in ${labels}`);
  });

  it('offers files and, after #, the headings of one', async () => {
    const files = await labelsAfter('controls.yaml', 'docs/suppliers.md', 'docs/$');
    assert.ok(
      files.some(each => /suppliers\.md/.test(each)),
      files.join(),
    );
    const headings = await labelsAfter('controls.yaml', 'docs/suppliers.md', 'docs/suppliers.md#$');
    assert.ok(
      headings.some(each => /credit.bureau/i.test(each)),
      headings.join(),
    );
  });

  it('offers sections that a card does not have yet', async () => {
    const labels = await labelsAfter('MODEL_CARD.md', '## Contact', '## $\n\n## Contact');
    assert.ok(
      labels.some(each => /limitations/i.test(each)),
      labels.join(),
    );
  });
});

describe('pages', () => {
  it('show a control of the catalog', async () => {
    const page = vscode.Uri.parse('clausewright-catalog:/iso-42001/A.6.2.4.md');
    const document = await vscode.workspace.openTextDocument(page);
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /A\.6\.2\.4/);
    assert.match(document.getText(), /What counts as evidence/);
    // As the Markdown preview follows them: other pages, and files of the workspace.
    assert.match(document.getText(), /\]\(\.\.\/iso-42001\/A\.6\.2\.md\)/);
    assert.match(document.getText(), /\]\(\/controls\.yaml#L\d+/);
  });

  it('are reached from a hover by a command', async () => {
    const document = await openDocument('controls.yaml');
    const text = await hoverText(document.uri, positionOf(document, 'id: A.6.$2.4\n'));
    assert.match(text, /\]\(command:clausewright\.explainControl\?/);
    await vscode.commands.executeCommand(
      'clausewright.explainControl',
      'clausewright-catalog:/iso-42001/A.6.2.4.md',
    );
    await waitFor(
      () => 'no preview of the page was opened',
      () =>
        vscode.window.tabGroups.all
          .flatMap(group => group.tabs)
          .find(tab => tab.input instanceof vscode.TabInputWebview && /A\.6\.2\.4/.test(tab.label)),
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('lead from evidence to its section', async () => {
    const document = await openDocument('controls.yaml');
    const found = await waitFor(
      () => 'no definition of the evidence',
      async () => {
        const all = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          positionOf(document, 'MODEL_CARD.md#model-$details'),
        );
        return all.length > 0 ? all : undefined;
      },
    );
    const [first] = found;
    const target = first && ('targetUri' in first ? first.targetUri : first.uri);
    assert.equal(target?.path, uriOf('MODEL_CARD.md').path);
  });
});

describe('moving through the evidence', () => {
  it('finds what speaks of a control', async () => {
    const document = await openDocument('controls.yaml');
    await waitFor(
      () => 'no reference to A.6.2.3',
      async () => {
        const found = await vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          positionOf(document, 'id: A.6.2.$3'),
        );
        return found.some(each => each.uri.path === document.uri.path) ? found : undefined;
      },
    );
  });

  it('shows the strength of the evidence above an entry', async () => {
    const document = await openDocument('controls.yaml');
    await waitFor(
      () => 'no code lens speaks of evidence',
      async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          100,
        );
        return lenses.find(each => /evidence: 1 · documented/.test(each.command?.title ?? ''));
      },
    );
  });

  it('takes the links along when a heading is renamed', async () => {
    const card = await openDocument('MODEL_CARD.md');
    const edit = await waitFor(
      () => 'renaming the heading changes no mapping',
      async () => {
        const all = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          card.uri,
          positionOf(card, '## Model de$tails'),
          'About the model',
        );
        return all.has(uriOf('controls.yaml')) ? all : undefined;
      },
    );
    assert.match(edit.get(uriOf('controls.yaml'))[0]?.newText ?? '', /about-the-model/);
  });
});
