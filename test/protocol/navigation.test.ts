import { expect, test } from 'vitest';
import type {
  CompletionItem,
  CompletionList,
  DefinitionLink,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  MarkupContent,
  Range,
  SelectionRange,
  TypeHierarchyItem,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { COMPLETION_TRIGGERS } from '../../server/src/features/complete.ts';
import { type Editor, type EditorOptions, PLAIN, startEditor, textIn } from '../support/editor.ts';

/** A workspace with the cursor at a place that the test chooses, in a line before which emoji stand. */
function workspace(place: 'id' | 'evidence' | 'heading' | 'system' | 'none' = 'none'): string {
  const at = (name: typeof place): string => (name === place ? '$0' : '');
  return `//- controls.yaml
clausewright: control-mapping/1
# 😀😀
system: { name: "Scoring 😀", id: sco${at('system')}ring, owner: risk-ml@example.org }
controls:
  - id: A.6${at('id')}.2.4
    status: implemented
    evidence:
      - docs/evaluation.md#res${at('evidence')}ults
  - id: A.7.2
    status: planned
//- docs/evaluation.md
# Evaluation 😀

## Res${at('heading')}ults

The model reaches an AUC of 0.81 on the held-out quarter. See [the card](../MODEL_CARD.md).
//- MODEL_CARD.md
---
license: apache-2.0
pipeline_tag: text-classification
system: scoring
---
# Card

<!-- evidence: A.6.2.4 -->
See [results](docs/evaluation.md#results).
`;
}

async function open(place: Parameters<typeof workspace>[0], options: EditorOptions = {}): Promise<Editor> {
  const editor = await startEditor({ files: workspace(place), ...options });
  for (const path of editor.files.keys()) editor.open(path);
  return editor;
}

function at<R>(editor: Editor, method: string, more: object = {}): Promise<R> {
  return editor.client.request<R>(`textDocument/${method}`, { ...editor.place, ...more });
}

function in_<R>(editor: Editor, path: string, method: string, more: object = {}): Promise<R> {
  return editor.client.request<R>(`textDocument/${method}`, {
    textDocument: { uri: editor.uri(path) },
    ...more,
  });
}

/** What a location of an answer covers. */
function covered(editor: Editor, uri: string, range: Range): string {
  const path = [...editor.files.keys()].find(each => editor.uri(each) === uri) ?? '';
  return `${path}: ${textIn(editor.text(path), range)}`;
}

test('hover explains the id, with links that an editor can follow', async () => {
  const editor = await open('id');
  const hover = await at<Hover>(editor, 'hover');
  const { kind, value } = hover.contents as MarkupContent;
  expect(kind).toBe('markdown');
  expect(value).toContain('A.6.2.4');
  expect(value).toContain(`](${editor.uri('docs/evaluation.md')}`);
  expect(value).not.toMatch(/clausewright-(?:file|control):/);
  expect(covered(editor, editor.uri('controls.yaml'), hover.range ?? assertNever())).toBe(
    'controls.yaml: A.6.2.4',
  );
  expect(await in_(editor, 'controls.yaml', 'hover', { position: { line: 1, character: 3 } })).toBeNull();
});

test('completion offers what fits, and its documentation when it is asked for', async () => {
  const text = `clausewright: control-mapping/1\nsystem: { id: "😀", owner: x }\ncontrols:\n  - id: impact\n`;
  const editor = await startEditor({ files: { 'controls.yaml': text } });
  expect(editor.initialized.capabilities.completionProvider?.triggerCharacters).toEqual(COMPLETION_TRIGGERS);
  editor.open('controls.yaml');
  const { items } = await in_<CompletionList>(editor, 'controls.yaml', 'completion', {
    position: { line: 3, character: 14 },
  });
  const item = items.find(each => each.label.includes('A.5.2'));
  expect(item?.textEdit).toMatchObject({
    range: { start: { line: 3, character: 8 }, end: { line: 3, character: 14 } },
  });
  expect(item?.documentation).toBeUndefined();
  const resolved = await editor.client.request<CompletionItem>('completionItem/resolve', item);
  expect((resolved.documentation as MarkupContent).value).toContain('A.5.2');
});

test('an editor that knows no snippets is offered plain text', async () => {
  const text = 'clausewright: control-mapping/1\nsystem: { id: a, owner: x }\n\n';
  const ask = async (options: EditorOptions): Promise<CompletionItem[]> => {
    const editor = await startEditor({ files: { 'controls.yaml': text }, ...options });
    editor.open('controls.yaml');
    const list = await in_<CompletionList>(editor, 'controls.yaml', 'completion', {
      position: { line: 2, character: 0 },
    });
    return list.items;
  };
  const modern = await ask({});
  expect(modern.some(each => each.insertTextFormat === 2)).toBe(true);
  const plain = await ask({ capabilities: PLAIN });
  expect(plain.filter(each => each.insertTextFormat === 2)).toEqual([]);
  expect(plain.filter(each => /\$\d|\$\{/.test(each.textEdit?.newText ?? ''))).toEqual([]);
});

test('definition leads from evidence to its section and from an id to its evidence and page', async () => {
  const editor = await open('evidence');
  const [link] = await at<DefinitionLink[]>(editor, 'definition');
  expect(covered(editor, link?.targetUri ?? '', link?.targetSelectionRange ?? assertNever())).toBe(
    'docs/evaluation.md: Results',
  );
  expect(textIn(editor.text('controls.yaml'), link?.originSelectionRange ?? assertNever())).toContain(
    'results',
  );
  const ids = await open('id');
  const uris = (await at<DefinitionLink[]>(ids, 'definition')).map(each => each.targetUri);
  expect(uris).toEqual([ids.uri('docs/evaluation.md'), 'clausewright-catalog:/iso-42001/A.6.2.4.md']);
});

test('an editor without pages and origins gets plain places', async () => {
  const editor = await open('id', { capabilities: PLAIN });
  const found = await at<Location[]>(editor, 'definition');
  expect(found.map(each => each.uri)).toEqual([editor.uri('docs/evaluation.md')]);
});

test('references find entries, claims and links', async () => {
  const editor = await open('id');
  const found = await at<Location[]>(editor, 'references', { context: { includeDeclaration: true } });
  expect(found.map(each => covered(editor, each.uri, each.range)).sort()).toEqual([
    'MODEL_CARD.md: A.6.2.4',
    'controls.yaml: A.6.2.4',
  ]);
  const others = await at<Location[]>(editor, 'references', { context: { includeDeclaration: false } });
  expect(others.length).toBeLessThan(found.length);
});

test('highlights are those of the document', async () => {
  const editor = await open('id');
  const found = await at<DocumentHighlight[]>(editor, 'documentHighlight');
  expect(found.map(each => textIn(editor.text('controls.yaml'), each.range))).toEqual(['A.6.2.4']);
});

test('a renamed heading takes its links along, with versions', async () => {
  const editor = await open('heading');
  const prepared = await at<{ placeholder: string }>(editor, 'prepareRename');
  expect(prepared.placeholder).toBe('Results');
  const edit = await at<WorkspaceEdit>(editor, 'rename', { newName: 'Measured results' });
  expect(edit.documentChanges).toHaveLength(3);
  expect(edit.documentChanges).toContainEqual(
    expect.objectContaining({ textDocument: { uri: editor.uri('controls.yaml'), version: 1 } }),
  );
  expect(JSON.stringify(edit)).toContain('measured-results');
});

test('what cannot be renamed is refused with the reason', async () => {
  const editor = await open('id');
  await expect(at(editor, 'prepareRename')).rejects.toMatchObject({
    code: -32803,
    message: expect.stringContaining('A.6.2.4'),
  });
});

test('links follow a file that is moved', async () => {
  const editor = await open('none');
  const edit = await editor.client.request<WorkspaceEdit>('workspace/willRenameFiles', {
    files: [{ oldUri: editor.uri('docs/evaluation.md'), newUri: editor.uri('reports/evaluation.md') }],
  });
  const [change] = (edit.documentChanges ?? []).filter(
    each => 'edits' in each && each.textDocument.uri === editor.uri('controls.yaml'),
  );
  expect(change).toMatchObject({
    textDocument: { version: 1 },
    edits: [{ newText: 'reports/evaluation.md' }],
  });
  const out = await editor.client.request('workspace/willRenameFiles', {
    files: [{ oldUri: editor.uri('docs/evaluation.md'), newUri: 'file:///elsewhere/evaluation.md' }],
  });
  expect(out).toBeNull();
});

test('document links lead to files, and to sections when they are followed', async () => {
  const editor = await open('none');
  const links = await in_<DocumentLink[]>(editor, 'MODEL_CARD.md', 'documentLink');
  const link = links.find(
    each => textIn(editor.text('MODEL_CARD.md'), each.range) === 'docs/evaluation.md#results',
  );
  expect(link?.target).toBeUndefined();
  const resolved = await editor.client.request<DocumentLink>('documentLink/resolve', link);
  expect(resolved.target).toBe(`${editor.uri('docs/evaluation.md')}#L3,4`);
});

test('symbols of a document and of the workspace', async () => {
  const editor = await open('none');
  const tree = await in_<DocumentSymbol[]>(editor, 'docs/evaluation.md', 'documentSymbol');
  expect(tree.map(each => [each.name, each.children?.map(child => child.name)])).toEqual([
    ['Evaluation 😀', ['Results']],
  ]);
  const found = await editor.client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'a-6-2-4' });
  expect(found.map(each => each.location.uri)).toContain(editor.uri('controls.yaml'));
  const old = await open('none', { capabilities: PLAIN });
  const flat = await in_<{ name: string; containerName?: string }[]>(
    old,
    'docs/evaluation.md',
    'documentSymbol',
  );
  expect(flat.map(each => [each.name, each.containerName])).toEqual([
    ['Evaluation 😀', undefined],
    ['Results', 'Evaluation 😀'],
  ]);
});

test('folding and growing selections', async () => {
  const editor = await open('none');
  const folds = await in_<FoldingRange[]>(editor, 'docs/evaluation.md', 'foldingRange');
  expect(folds).toContainEqual({ startLine: 2, endLine: 4 });
  const position = { line: 2, character: 4 };
  const [selection] = await in_<SelectionRange[]>(editor, 'docs/evaluation.md', 'selectionRange', {
    positions: [position],
  });
  const chain: string[] = [];
  for (let each = selection; each !== undefined; each = each.parent)
    chain.push(textIn(editor.text('docs/evaluation.md'), each.range));
  expect(chain[0]).toBe('Results');
  expect(chain.at(-1)).toBe(editor.text('docs/evaluation.md'));
});

test('lenses and hints stand beside what they speak of', async () => {
  const editor = await open('none');
  const lenses = await in_<{ range: Range; command: { title: string } }[]>(
    editor,
    'controls.yaml',
    'codeLens',
  );
  expect(lenses.map(each => each.command.title).join('\n')).toContain('evidence: 1');
  const hints = await in_<InlayHint[]>(editor, 'controls.yaml', 'inlayHint', {
    range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
  });
  expect(hints.length).toBeGreaterThan(0);
  expect(hints[0]?.position).toEqual({ line: 4, character: 15 });
});

test('the hierarchy leads from a control to its evidence and back', async () => {
  const editor = await open('id');
  const [control] = await at<TypeHierarchyItem[]>(editor, 'prepareTypeHierarchy');
  expect(control?.uri).toBe(editor.uri('controls.yaml'));
  const below = await editor.client.request<TypeHierarchyItem[]>('typeHierarchy/subtypes', { item: control });
  expect(below.map(each => [each.name, each.uri])).toEqual([['Results', editor.uri('docs/evaluation.md')]]);
  const above = await editor.client.request<TypeHierarchyItem[]>('typeHierarchy/supertypes', {
    item: below[0],
  });
  expect(above.map(each => each.data.item.id)).toEqual(['iso-42001:A.6.2.4']);
});

test('every control has a page', async () => {
  const editor = await open('none');
  const { controls } = await editor.client.request<{
    controls: { id: string; uri: string; framework: string }[];
  }>('clausewright/controls');
  expect(controls[0]?.framework).toContain('42001');
  const wanted = controls.filter(each => /^A\.6\.2\.4$|^MAP 4\.1$|\//.test(each.id));
  expect(wanted.length).toBeGreaterThan(1);
  for (const { id, uri } of wanted) {
    const page = await editor.client.request<{ text: string }>('workspace/textDocumentContent', { uri });
    expect(page.text.split('\n')[0]).toContain(id);
  }
  await expect(
    editor.client.request('workspace/textDocumentContent', {
      uri: 'clausewright-catalog:/iso-42001/A.99.md',
    }),
  ).rejects.toMatchObject({ code: -32803 });
});

function assertNever(): never {
  throw new Error('it is not there');
}
