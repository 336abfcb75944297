import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {
  CodeAction,
  Diagnostic,
  DocumentLink,
  Hover,
  InlayHint,
  MarkupContent,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { digestOf } from '../../server/src/text/digest.ts';
import { type Editor, positionIn, startEditor, textIn } from '../support/editor.ts';
import { openExample } from '../support/example.ts';
import { become, commit, initGit } from '../support/git.ts';

const TRIAGE = 'claims-triage/controls.yaml';
const FRAUD = 'fraud-screening/soa.yaml';

function ask<R>(editor: Editor, path: string, text: string, method: string, more: object = {}): Promise<R> {
  const position = positionIn(editor.text(path), editor.text(path).indexOf(text) + 1);
  return editor.client.request<R>(`textDocument/${method}`, {
    textDocument: { uri: editor.uri(path) },
    position,
    ...more,
  });
}

/** The new texts of an edit as `path: new text`, sorted. */
function written(editor: Editor, edit: WorkspaceEdit | null): string[] {
  const path = (uri: string): string =>
    [...editor.files.keys()].find(each => editor.uri(each) === uri) ?? uri;
  return (edit?.documentChanges ?? [])
    .flatMap(each =>
      'edits' in each
        ? each.edits.map(one => `${path(each.textDocument.uri)}: ${(one as TextEdit).newText}`)
        : [],
    )
    .sort();
}

test('a renamed heading, system and file take the links of both systems along', async () => {
  const editor = await openExample('two-systems');
  for (const path of [TRIAGE, FRAUD, 'claims-triage/docs/data.md', 'claims-triage/docs/ai-policy.md'])
    editor.open(path);
  const heading = await ask<WorkspaceEdit>(editor, 'claims-triage/docs/data.md', 'Quality checks', 'rename', {
    newName: 'Checks of quality',
  });
  expect(written(editor, heading)).toEqual(['claims-triage/docs/data.md: Checks of quality']);
  const first = await ask<WorkspaceEdit>(editor, 'claims-triage/docs/data.md', 'Sources', 'rename', {
    newName: 'Origins',
  });
  expect(written(editor, first)).toEqual([
    'claims-triage/controls.yaml: origins',
    'claims-triage/controls.yaml: origins',
    'claims-triage/controls.yaml: sources',
    'claims-triage/docs/data.md: Origins',
  ]);
  const system = await ask<WorkspaceEdit>(editor, FRAUD, 'fraud-screening,', 'rename', {
    newName: 'fraud-marks',
  });
  expect(written(editor, system)).toEqual([
    'fraud-screening/impact-assessment.yaml: fraud-marks',
    'fraud-screening/soa.yaml: fraud-marks',
    'shared/models/fraud-screening.model-card.md: fraud-marks',
  ]);
  const moved = await editor.client.request<WorkspaceEdit>('workspace/willRenameFiles', {
    files: [
      { oldUri: editor.uri('claims-triage/docs/ai-policy.md'), newUri: editor.uri('shared/ai-policy.md') },
    ],
  });
  expect(written(editor, moved)).toEqual([
    'claims-triage/controls.yaml: ../shared/ai-policy.md',
    'fraud-screening/soa.yaml: /shared/ai-policy.md',
  ]);
});

test('links, symbols, lenses and hints of a mapping', async () => {
  const editor = await openExample('two-systems');
  const uri = editor.open(TRIAGE);
  const textDocument = { uri };
  const links = await editor.client.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
  const link = links.find(each => textIn(editor.text(TRIAGE), each.range) === 'docs/data.md#sources-1');
  const resolved = await editor.client.request<DocumentLink>('documentLink/resolve', link);
  expect(resolved.target).toBe(`${editor.uri('claims-triage/docs/data.md')}#L9,5`);
  const symbols = await editor.client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'A.6.2.4' });
  expect(symbols.map(each => each.location.uri).sort()).toEqual(
    [editor.uri(TRIAGE), editor.uri(FRAUD)].sort(),
  );
  const sections = await editor.client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'harms' });
  expect(sections.map(each => each.location.uri)).toContain(
    editor.uri('claims-triage/docs/impact-assessment.md'),
  );
  const lenses = await editor.client.request<{ command: { title: string } }[]>('textDocument/codeLens', {
    textDocument,
  });
  const titles = lenses.map(each => each.command.title);
  expect(titles).toContainEqual(
    expect.stringMatching(/^\d+ of 36 controls evidenced \(ISO\/IEC 42001:2023\)$/),
  );
  expect(titles).toContain('evidence: 1 · documented · 1 suspect');
  expect(titles).toContain('evidence: 3 · tested');
  const policy = editor.open('claims-triage/docs/ai-policy.md');
  const supports = await editor.client.request<{ command: { title: string } }[]>('textDocument/codeLens', {
    textDocument: { uri: policy },
  });
  expect(supports.map(each => each.command.title)).toEqual(['supports A.2.2']);
  const hints = await editor.client.request<InlayHint[]>('textDocument/inlayHint', {
    textDocument,
    range: { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } },
  });
  const labels = hints.map(each => (typeof each.label === 'string' ? each.label : each.label[0]?.value));
  expect(labels).toContainEqual(expect.stringContaining('AI policy'));
  expect(labels).toContainEqual(expect.stringMatching(/\d+ days/));
});

const SIGNED = '\nThe model reaches an AUC of 0.79 on the held-out quarter.\n';

function mapping(digest: string): string {
  return `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - path: docs/evaluation.md#results
        reviewed: { by: sam@example.org, on: 2026-09-30, digest: ${digest} }
`;
}

test('a suspect sign-off tells what has changed, and an action signs it again', async () => {
  const now = SIGNED.replace('0.79', '0.81');
  const editor = await startEditor({
    files: {
      'controls.yaml': mapping(digestOf(SIGNED)),
      'docs/evaluation.md': `# Evaluation\n\n## Results\n${SIGNED}`,
    },
  });
  initGit(editor.folder, 'Ana', 'ana@example.org');
  commit(editor.folder, 'first');
  writeFileSync(join(editor.folder, 'docs/evaluation.md'), `# Evaluation\n\n## Results\n${now}`);
  commit(editor.folder, 'second');
  become(editor.folder, 'Sam', 'sam@example.org');
  editor.touched('changed', 'docs/evaluation.md');
  const uri = editor.open('controls.yaml');
  await editor.client.untilAnswer(
    'finding of the change',
    () => editor.client.diagnostics(uri),
    (found: Diagnostic[]) => found.some(each => each.code === 'review/changed-since'),
  );
  const hover = await ask<Hover>(editor, 'controls.yaml', 'docs/evaluation.md#results', 'hover');
  const text = (hover.contents as MarkupContent).value;
  expect(text).toMatch(/Changed since it was signed.*Ana/);
  expect(text).toContain('AUC of ~~0.79~~ **0.81** on the');
  const position = positionIn(editor.text('controls.yaml'), editor.text('controls.yaml').indexOf('#results'));
  const signing = (): Promise<CodeAction[]> =>
    editor.client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['refactor'] },
    });
  const actions = await signing();
  expect(actions.map(each => each.title)).toEqual(['Sign off docs/evaluation.md#results as sam@example.org']);
  expect(JSON.stringify(actions[0]?.edit)).toContain(digestOf(now));
  become(editor.folder, 'Ana', 'ana@example.org');
  expect(await signing(), 'whoever wrote it alone is not asked to sign it').toEqual([]);
});
