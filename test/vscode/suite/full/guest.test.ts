// The extension as one of several: what it costs to have it, and what it shares a document with.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { completions, hoverText, labelOf, openDocument, positionOf, uriOf, waitFor } from '../editor.ts';

/** How long activation may take, in milliseconds. */
const limit = 50;

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('clausewright.clausewright');
  assert.ok(found, 'clausewright.clausewright is not installed');
  return found;
}

const nothing = { dispose() {} };

/**
 * The editor's API for a second activation beside the real one: what would be registered twice is not, and there is no
 * document and no file.
 */
function emptyEditor(target: object): object {
  return new Proxy(target, {
    get(from, name) {
      const value: unknown = Reflect.get(from, name);
      if (name === 'textDocuments') return [];
      if (name === 'findFiles') return () => Promise.resolve([]);
      if (typeof value === 'function' && /^(?:register|create|onDid)/.test(String(name)))
        return () => nothing;
      const isNamespace = typeof value === 'object' && value !== null && /^[a-z]/.test(String(name));
      return isNamespace ? emptyEditor({ ...value, ...copyOfGetters(value) }) : value;
    },
  });
}

/** Namespaces of the API are frozen, which a proxy has to respect; a copy is not. */
function copyOfGetters(value: object): object {
  const names = Object.getOwnPropertyNames(value);
  return Object.fromEntries(names.map(name => [name, Reflect.get(value, name)]));
}

describe('activation beside the real one', () => {
  it(`takes at most ${limit} ms and loads nothing but the gate`, () => {
    const { extensionUri, packageJSON } = extension();
    const file = vscode.Uri.joinPath(extensionUri, packageJSON.main).fsPath;
    const api = emptyEditor({ ...copyOfGetters(vscode) });
    const loaded: string[] = [];
    const load = (name: string): unknown => {
      loaded.push(name);
      return name === 'vscode' ? api : {};
    };
    const begun = performance.now();
    const module: { exports: { activate?: (context: unknown) => unknown } } = { exports: {} };
    new Function('require', 'module', 'exports', readFileSync(file, 'utf8'))(load, module, module.exports);
    const context = { subscriptions: [] as vscode.Disposable[], extensionUri, extension: extension() };
    module.exports.activate?.(context);
    const took = performance.now() - begun;
    for (const each of context.subscriptions) each.dispose();
    console.log(`  activation took ${took.toFixed(1)} ms`);
    assert.ok(took <= limit, `${took.toFixed(1)} ms`);
    assert.deepEqual([...new Set(loaded)], ['vscode']);
  });
});

describe('beside the editor’s own Markdown and YAML', () => {
  it('offers nothing in files that are none of its kinds', async () => {
    const notes = uriOf('extra/notes.md');
    await vscode.workspace.fs.writeFile(notes, Buffer.from('# Notes\n\nSee A.6.2.4.\n\n'));
    const document = await openDocument('extra/notes.md');
    const at = positionOf(document, 'A.6.$2.4');
    assert.equal(await hoverText(notes, at), '');
    const offered = await completions(notes, new vscode.Position(3, 0));
    const ours = offered.filter(each => each.kind !== vscode.CompletionItemKind.Snippet).map(labelOf);
    assert.deepEqual(ours, []);
    assert.deepEqual(vscode.languages.getDiagnostics(notes), []);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf('extra'), { recursive: true });
  });

  it('shows each hover, completion and symbol once', async () => {
    const document = await openDocument('MODEL_CARD.md');
    const symbols = await waitFor(
      () => 'the outline of MODEL_CARD.md is empty',
      async () => {
        const all = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        );
        return all.length > 0 ? all : undefined;
      },
    );
    const names = symbols.flatMap(({ children }) => children.map(each => each.name));
    assert.deepEqual(names, [...new Set(names)]);

    const mapping = await openDocument('controls.yaml');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      mapping.uri,
      positionOf(mapping, 'id: A.6.$2.4\n'),
    );
    assert.equal(hovers.length, 1);
    const labels = (
      await completions(
        mapping.uri,
        positionOf(
          mapping,
          'status: $implemented\n    owner: helena.sorensen@fernhill.example\n    evidence:\n      - docs/roles.md',
        ),
      )
    ).map(labelOf);
    assert.deepEqual(labels, [...new Set(labels)]);
  });
});

describe('semantic tokens', () => {
  it('are given with our legend', async () => {
    const { uri } = await openDocument('controls.yaml');
    const legend = await waitFor(
      () => 'there is no legend',
      async () =>
        await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
          'vscode.provideDocumentSemanticTokensLegend',
          uri,
        ),
    );
    assert.deepEqual(legend.tokenTypes, ['control', 'evidence']);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      uri,
    );
    assert.ok(tokens.data.length > 100, `${tokens.data.length} numbers`);
  });
});

describe('the example', () => {
  it('is copied from the package, and a second time beside the first', async () => {
    const folder = uriOf('copies');
    const copy = (): Thenable<vscode.Uri> =>
      vscode.commands.executeCommand<vscode.Uri>('clausewright.openExample', folder);
    assert.equal((await copy()).path, `${folder.path}/clausewright-credit-scoring`);
    assert.equal((await copy()).path, `${folder.path}/clausewright-credit-scoring-2`);
    const files = await vscode.workspace.findFiles('copies/clausewright-credit-scoring/**');
    assert.ok(files.some(each => each.path.endsWith('/docs/impact-assessment.md')));
    const text = await vscode.workspace.fs.readFile(
      vscode.Uri.joinPath(folder, 'clausewright-credit-scoring', 'controls.yaml'),
    );
    assert.match(Buffer.from(text).toString('utf8'), /^clausewright: control-mapping\/1$/m);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('is what the walkthrough begins with, and each of its steps has a picture', async () => {
    const { extensionUri, packageJSON } = extension();
    const [walkthrough] = packageJSON.contributes.walkthroughs;
    assert.equal(walkthrough.steps.length, 4);
    const commands = await vscode.commands.getCommands(true);
    for (const { description, media, completionEvents } of walkthrough.steps) {
      const { size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(extensionUri, media.svg));
      assert.ok(size > 1000);
      assert.doesNotMatch(description, /^%/);
      const named = completionEvents.flatMap((each: string) => /^onCommand:(.+)/.exec(each)?.[1] ?? []);
      assert.ok(named.length > 0);
      for (const each of named) assert.ok(commands.includes(each), each);
    }
  });
});
