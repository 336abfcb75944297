import { expect, test } from 'vitest';
import type {
  CodeAction,
  CodeActionContext,
  Diagnostic,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applyEdits } from '../../server/src/text/edits.ts';
import { Source } from '../../server/src/text/source.ts';
import { type Editor, MODERN, PLAIN, startEditor } from '../support/editor.ts';

const WORKSPACE = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/Evaluaton.md   # keep me
//- docs/Evaluation.md
# Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.
`;

async function actionsAt(editor: Editor, uri: string, rule: string, only?: string[]): Promise<CodeAction[]> {
  const diagnostic = (await editor.client.diagnostics(uri)).find(each => each.code === rule);
  if (diagnostic === undefined) throw new Error(`there is no finding of ${rule}`);
  return actions(editor, uri, diagnostic, only);
}

function actions(
  editor: Editor,
  uri: string,
  diagnostic: Diagnostic,
  only?: string[],
): Promise<CodeAction[]> {
  const context: CodeActionContext = { diagnostics: [diagnostic], ...(only === undefined ? {} : { only }) };
  return editor.client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: diagnostic.range,
    context,
  });
}

function edited(text: string, edit: WorkspaceEdit | undefined, uri: string): string {
  const source = new Source(text);
  const edits = (edit?.documentChanges ?? [])
    .filter((each): each is TextDocumentEdit => 'edits' in each)
    .filter(each => each.textDocument.uri === uri)
    .flatMap(each => each.edits)
    .flatMap(each =>
      'newText' in each
        ? [
            {
              span: { start: source.offset(each.range.start), end: source.offset(each.range.end) },
              text: each.newText,
            },
          ]
        : [],
    );
  return applyEdits(text, edits);
}

test('a fix is offered at its finding, worked out when it is chosen, and mends it', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const uri = editor.open('controls.yaml');
  const offered = await actionsAt(editor, uri, 'evidence/missing-file');
  const fix = offered.find(each => each.title.includes('docs/Evaluation.md'));
  expect(fix).toMatchObject({ kind: 'quickfix' });
  expect(fix?.edit).toBeUndefined();
  expect(fix?.diagnostics?.[0]?.code).toBe('evidence/missing-file');
  const resolved = await editor.client.request<CodeAction>('codeAction/resolve', fix);
  const [change] = resolved.edit?.documentChanges ?? [];
  expect(change).toMatchObject({ textDocument: { uri, version: 1 } });
  const text = edited(editor.text('controls.yaml'), resolved.edit, uri);
  expect(text).toBe(editor.text('controls.yaml').replace('Evaluaton', 'Evaluation'));
  editor.retype('controls.yaml', text);
  const codes = (await editor.client.diagnostics(uri)).map(each => each.code);
  expect(codes).not.toContain('evidence/missing-file');
});

test('a fix that was offered for another version is refused', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const uri = editor.open('controls.yaml');
  const [fix] = await actionsAt(editor, uri, 'evidence/missing-file');
  editor.retype('controls.yaml', `${editor.text('controls.yaml')}# a line behind everything\n`);
  await expect(editor.client.request('codeAction/resolve', fix)).rejects.toMatchObject({ code: -32801 });
});

test('a client that works nothing out later gets the edits at once; without versions where it knows none', async () => {
  const editor = await startEditor({ files: WORKSPACE, capabilities: PLAIN });
  const uri = editor.open('controls.yaml');
  const published = await editor.client.until('finding', () =>
    editor.client.published(uri)?.diagnostics.find(each => each.code === 'evidence/missing-file'),
  );
  const [fix] = await actions(editor, uri, published);
  expect(fix?.edit?.documentChanges).toBeUndefined();
  expect(Object.keys(fix?.edit?.changes ?? {})).toEqual([uri]);
});

test('kinds that are not asked for are not offered', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const uri = editor.open('controls.yaml');
  expect((await actionsAt(editor, uri, 'evidence/missing-file', ['quickfix'])).length).toBeGreaterThan(0);
  expect(await actionsAt(editor, uri, 'evidence/missing-file', ['refactor'])).toEqual([]);
  const all = await actionsAt(editor, uri, 'evidence/missing-file', ['source']);
  expect(all.filter(each => each.kind !== 'source.fixAll.clausewright')).toEqual([]);
});

test('nothing is offered where nothing was found', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const uri = editor.open('docs/Evaluation.md');
  const start = { line: 0, character: 0 };
  const offered = await editor.client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [] },
  });
  expect(offered).toEqual([]);
});

test('a fix creates a file with an operation of its own, where the client can', async () => {
  const files = { 'controls.yaml': WORKSPACE_WITHOUT_EVIDENCE };
  const editor = await startEditor({ files });
  const uri = editor.open('controls.yaml');
  const created = await resolvedCreation(editor, uri);
  const operations = created?.edit?.documentChanges ?? [];
  const create = operations.find(each => 'kind' in each && each.kind === 'create');
  expect(create).toMatchObject({ kind: 'create', options: { overwrite: false, ignoreIfExists: false } });
  const target = create !== undefined && 'uri' in create ? create.uri : '';
  expect(target.startsWith(`${editor.uri('').replace(/\/$/, '')}/`)).toBe(true);
  expect(operations.some(each => 'edits' in each && each.textDocument.uri === target)).toBe(true);
  const plain = await startEditor({
    files,
    capabilities: { ...MODERN, workspace: { ...MODERN.workspace, workspaceEdit: { documentChanges: true } } },
  });
  expect(await resolvedCreation(plain, plain.open('controls.yaml'))).toBeUndefined();
});

const WORKSPACE_WITHOUT_EVIDENCE = `clausewright: control-mapping/1
system: { id: scoring, owner: risk-ml@example.org }
controls:
  - id: A.2.2
    status: implemented
`;

/** The first offered action whose edit creates a file. */
async function resolvedCreation(editor: Editor, uri: string): Promise<CodeAction | undefined> {
  for (const diagnostic of await editor.client.diagnostics(uri)) {
    for (const action of await actions(editor, uri, diagnostic)) {
      const resolved = await editor.client
        .request<CodeAction>('codeAction/resolve', action)
        .catch(() => undefined);
      const creates = resolved?.edit?.documentChanges?.some(each => 'kind' in each && each.kind === 'create');
      if (creates === true) return resolved;
    }
  }
  return undefined;
}

test('all safe fixes are one edit of the whole document', async () => {
  const text = `clausewright: control-mapping/1
system: { id: scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: Implemented
  - id: A.7.2
    status: Planned
`;
  const editor = await startEditor({ files: { 'controls.yaml': text } });
  const uri = editor.open('controls.yaml');
  const end = { line: 99, character: 0 };
  const offered = await editor.client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end },
    context: { diagnostics: [], only: ['source.fixAll.clausewright'] },
  });
  expect(offered.map(each => each.kind)).toEqual(['source.fixAll.clausewright']);
  const { edit } = await editor.client.request<CodeAction>('codeAction/resolve', offered[0]);
  const after = edited(text, edit, uri);
  expect(after).not.toBe(text);
  editor.retype('controls.yaml', after);
  const again = await editor.client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end },
    context: { diagnostics: [], only: ['source.fixAll'] },
  });
  expect(again).toEqual([]);
});
