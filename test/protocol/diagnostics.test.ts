import { expect, test } from 'vitest';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { MODERN, messageOf, startEditor, textIn } from '../support/editor.ts';
import { checkerOf } from '../support/fixture.ts';

const WORKSPACE = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, name: Credit scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/evaluation.md#results
      - docs/missing.md
//- docs/evaluation.md
# Evaluation

## Results

The model reaches an AUC of 0.81 on the held-out quarter.
//- MODEL_CARD.md
---
license: apache-2.0
pipeline_tag: text-classification
---
# Card

TODO
`;

function pull(uri: string, previousResultId?: string): object {
  return { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
}

test('findings in the editor are those of the checker', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const checker = checkerOf(editor.files);
  let count = 0;
  for (const path of editor.files.keys()) {
    const diagnostics = await editor.client.diagnostics(editor.open(path));
    const findings = checker.findings(path).filter(each => each.suppressed === undefined);
    expect(diagnostics.map(each => [each.code, textIn(editor.text(path), each.range), each.message])).toEqual(
      findings.map(({ rule, span, message }) => [
        rule,
        editor.text(path).slice(span.start, span.end),
        message,
      ]),
    );
    count += findings.length;
  }
  expect(count).toBeGreaterThan(2);
});

test('a diagnostic names its rule, the page of the rule and the source', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const diagnostics = await editor.client.diagnostics(editor.open('controls.yaml'));
  const missing = diagnostics.find(each => each.code === 'evidence/missing-file');
  expect(missing).toMatchObject({
    severity: 1,
    source: 'clausewright',
    codeDescription: {
      href: 'https://github.com/clausewright/clausewright/blob/main/docs/rules/evidence/missing-file.md',
    },
  });
  expect(textIn(editor.text('controls.yaml'), missing?.range ?? assertNever())).toBe('docs/missing.md');
});

test('a client that knows no page links gets none', async () => {
  const editor = await startEditor({
    files: WORKSPACE,
    capabilities: { ...MODERN, textDocument: { ...MODERN.textDocument, diagnostic: {} } },
  });
  const diagnostics = await editor.client.diagnostics(editor.open('controls.yaml'));
  expect(diagnostics.length).toBeGreaterThan(0);
  expect(diagnostics.filter(each => each.codeDescription ?? each.relatedInformation)).toEqual([]);
});

test('an unchanged document is told in one word', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const uri = editor.open('controls.yaml');
  const first = await editor.client.request<DocumentDiagnosticReport>('textDocument/diagnostic', pull(uri));
  expect(first.kind).toBe('full');
  const again = await editor.client.request('textDocument/diagnostic', pull(uri, first.resultId));
  expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });
  editor.retype('controls.yaml', editor.text('controls.yaml').replace('A.6.2.4', 'A.6.2.3'));
  const changed = await editor.client.request<DocumentDiagnosticReport>(
    'textDocument/diagnostic',
    pull(uri, first.resultId),
  );
  expect(changed.kind).toBe('full');
  expect(changed.resultId).not.toBe(first.resultId);
});

test('the editor is asked to refresh when another open document becomes out of date', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const mapping = editor.open('controls.yaml');
  editor.open('docs/evaluation.md');
  const before = await editor.client.diagnostics(mapping);
  expect(before.map(each => each.code)).not.toContain('evidence/missing-heading');
  editor.retype('docs/evaluation.md', '# Evaluation\n\n## Outcome\n\nThe model reaches an AUC of 0.81.\n');
  await editor.client.until('refresh', () =>
    editor.client.requests.find(each => each.method === 'workspace/diagnostic/refresh'),
  );
  const after = await editor.client.diagnostics(mapping);
  expect(after.map(each => each.code)).toContain('evidence/missing-heading');
});

test('a related place is where it is now, after the other document has moved on', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const mapping = editor.open('controls.yaml');
  const evidence = editor.open('docs/evaluation.md');
  const text = editor.text('docs/evaluation.md').replace('The model reaches', 'TODO: the model reaches');
  editor.retype('docs/evaluation.md', text);
  const report = (previous?: string): Promise<DocumentDiagnosticReport> =>
    editor.client.request('textDocument/diagnostic', pull(mapping, previous));
  const related = (found: DocumentDiagnosticReport): unknown[] =>
    (found.kind === 'full' ? found.items : [])
      .flatMap(each => each.relatedInformation ?? [])
      .filter(each => each.location.uri === evidence)
      .map(each => each.location.range.start.line);
  const before = await report();
  expect(related(before).length).toBeGreaterThan(0);
  editor.retype('docs/evaluation.md', '\n'.repeat(20) + text);
  const after = await report(before.resultId);
  expect(related(after)).toEqual(related(before).map(line => Number(line) + 20));
});

test('editing prose that nobody leans on asks for no refresh', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const mapping = editor.open('controls.yaml');
  const card = editor.open('MODEL_CARD.md');
  await editor.client.diagnostics(mapping);
  editor.retype('MODEL_CARD.md', `${editor.text('MODEL_CARD.md')}\nMore prose.\n`);
  await editor.client.diagnostics(card);
  await editor.client.diagnostics(mapping);
  expect(editor.client.requests.map(each => each.method)).not.toContain('workspace/diagnostic/refresh');
});

test('evidence that a mapping names while it is typed is read', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  editor.write('docs/missing.md', '# There\n\nIt is here after all.\n');
  const mapping = editor.open('controls.yaml');
  editor.touched('created', 'docs/missing.md');
  await editor.client.untilAnswer(
    'file that is found',
    () => editor.client.diagnostics(mapping),
    found => !found.some(each => each.code === 'evidence/missing-file'),
  );
  editor.retype(
    'controls.yaml',
    editor.text('controls.yaml').replace('docs/missing.md', 'docs/missing.md#nowhere'),
  );
  await editor.client.untilAnswer(
    'heading that is missed',
    () => editor.client.diagnostics(mapping),
    found => found.some(each => each.code === 'evidence/missing-heading'),
  );
});

test('evidence that is taken out and put back is read again', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const mapping = editor.open('controls.yaml');
  const text = editor.text('controls.yaml');
  const other = 'docs/other.md';
  editor.write(other, '# Other\n');
  editor.touched('created', other);
  const missed = (code: string) => (found: Diagnostic[]) => found.some(each => each.code === code);
  const pulled = (): Promise<Diagnostic[]> => editor.client.diagnostics(mapping);
  editor.retype('controls.yaml', text.replace('evaluation.md#results', 'evaluation.md#nowhere'));
  await editor.client.untilAnswer('missed heading', pulled, missed('evidence/missing-heading'));
  editor.retype('controls.yaml', text.replace('evaluation.md#results', 'other.md#nowhere'));
  await editor.client.untilAnswer('missed heading', pulled, found =>
    found.some(each => each.code === 'evidence/missing-heading' && messageOf(each).includes('other.md')),
  );
  editor.retype('controls.yaml', text.replace('evaluation.md#results', 'evaluation.md#nowhere'));
  await editor.client.untilAnswer('missed heading', pulled, found =>
    found.some(each => each.code === 'evidence/missing-heading' && messageOf(each).includes('evaluation.md')),
  );
});

function workspacePull(previous: readonly { uri: string; value: string }[] = [], token?: string): object {
  return { previousResultIds: previous, ...(token === undefined ? {} : { partialResultToken: token }) };
}

function idsOf(items: readonly WorkspaceDocumentDiagnosticReport[]): { uri: string; value: string }[] {
  return items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
}

test('all documents of the workspace are reported, open or not', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const uri = editor.open('MODEL_CARD.md');
  const { items } = await editor.client.request<WorkspaceDiagnosticReport>(
    'workspace/diagnostic',
    workspacePull(),
  );
  const byUri = new Map(items.map(each => [each.uri, each]));
  expect([...byUri.keys()].sort()).toEqual([editor.uri('MODEL_CARD.md'), editor.uri('controls.yaml')].sort());
  expect(byUri.get(uri)?.version).toBe(1);
  expect(byUri.get(editor.uri('controls.yaml'))?.version).toBeNull();
  const checker = checkerOf(editor.files);
  for (const path of ['MODEL_CARD.md', 'controls.yaml']) {
    const report = byUri.get(editor.uri(path));
    const found = report?.kind === 'full' ? report.items : [];
    const findings = checker.findings(path).filter(each => each.suppressed === undefined);
    expect(found.map((each: Diagnostic) => each.message)).toEqual(findings.map(each => each.message));
  }
});

test('only what is new is reported again, and what is gone is taken back', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const { items } = await editor.client.request<WorkspaceDiagnosticReport>(
    'workspace/diagnostic',
    workspacePull(),
  );
  const none = await editor.client.request<WorkspaceDiagnosticReport>(
    'workspace/diagnostic',
    workspacePull(idsOf(items)),
  );
  expect(none.items).toEqual([]);
  editor.remove('MODEL_CARD.md');
  editor.touched('deleted', 'MODEL_CARD.md');
  const gone = await editor.client.untilAnswer(
    'report that takes back',
    () =>
      editor.client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', workspacePull(idsOf(items))),
    each => each.items.length > 0,
  );
  expect(gone.items).toContainEqual({
    kind: 'full',
    uri: editor.uri('MODEL_CARD.md'),
    version: null,
    items: [],
  });
});

test('a client that is up to date and takes parts is answered when something changes', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const { client } = editor;
  const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', workspacePull());
  let isAnswered = false;
  const waiting = client
    .request<WorkspaceDiagnosticReport>('workspace/diagnostic', workspacePull(idsOf(items), 'token-1'))
    .then(answer => {
      isAnswered = true;
      return answer;
    });
  const uri = editor.open('MODEL_CARD.md');
  await client.diagnostics(uri);
  expect(isAnswered).toBe(false);
  editor.write(
    'controls.yaml',
    editor.text('controls.yaml').replace('docs/missing.md', 'docs/evaluation.md'),
  );
  editor.touched('changed', 'controls.yaml');
  expect((await waiting).items).toEqual([]);
  const parts = client.notifications.filter(each => each.method === '$/progress');
  expect(JSON.stringify(parts)).toContain(editor.uri('controls.yaml'));
});

test('a waiting request ends when it is cancelled, and at shutdown', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const { client } = editor;
  const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', workspacePull());
  const held = client.request('workspace/diagnostic', workspacePull(idsOf(items), 'token-2'));
  const other = client.request('workspace/diagnostic', workspacePull(idsOf(items), 'token-3'));
  await client.request('clausewright/document', { uri: editor.uri('controls.yaml') });
  client.notify('$/cancelRequest', { id: held.id });
  await expect(held).rejects.toMatchObject({ code: -32800 });
  const ended = client.request('shutdown');
  await expect(other).resolves.toEqual({ items: [] });
  await ended;
});

test('a request that is cancelled before its turn is not worked on', async () => {
  const editor = await startEditor({ files: WORKSPACE });
  const uri = editor.open('controls.yaml');
  const answer = editor.client.request('textDocument/diagnostic', pull(uri));
  editor.client.notify('$/cancelRequest', { id: answer.id });
  await expect(answer).rejects.toMatchObject({ code: -32800 });
});

function assertNever(): never {
  throw new Error('the finding is not there');
}
