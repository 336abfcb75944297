// Review in an editor: comparison with a revision of a real repository, sign-off and comments.
import { expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import type {
  CommentsResult,
  CompareResult,
  EditResult,
  RevisionsResult,
} from '../../server/src/lsp/protocol.ts';
import { type Editor, type EditorOptions, startEditor, textIn } from '../support/editor.ts';
import { commit, git, initGit } from '../support/git.ts';
import { RequestError } from '../support/lsp-client.ts';

const MAPPING = `clausewright: control-mapping/1
system: { id: scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    owner: jane@example.org
    evidence:
      - docs/evaluation.md#results
  - id: A.7.2
    status: planned
    owner: jane@example.org
`;

const EVALUATION = `# Evaluation

## Results

The model reaches an AUC of 0.81 on the held-out quarter.
`;

const FILES = `//- controls.yaml\n${MAPPING}//- docs/evaluation.md\n${EVALUATION}`;

/** An editor on a repository with one commit. */
async function open(options: EditorOptions = {}): Promise<Editor> {
  const editor = await startEditor({ files: FILES, ...options });
  initGit(editor.folder, 'Sam', 'sam@example.org');
  commit(editor.folder, 'First');
  return editor;
}

function compare(editor: Editor, revision = 'HEAD', params = {}): Promise<CompareResult> {
  return editor.client.request<CompareResult>('clausewright/compare', { revision, ...params });
}

const TO_BE_WRITTEN = EVALUATION.replace(/The model.*\n/, 'TODO\n');

test('names branches, tags and commits', async () => {
  const editor = await open();
  git(editor.folder, 'branch', '-m', 'main');
  git(editor.folder, 'tag', 'v1');
  const { revisions, unavailable } = await editor.client.request<RevisionsResult>('clausewright/revisions');
  expect(unavailable).toBeUndefined();
  expect(revisions.map(({ kind, name, current }) => [kind, kind === 'commit' ? '' : name, current])).toEqual([
    ['branch', 'main', true],
    ['tag', 'v1', false],
    ['commit', '', false],
  ]);
  expect(revisions[2]).toMatchObject({ subject: 'First', commit: revisions[0]?.commit });
});

test('says so where there is no repository, and where there is no git at all', async () => {
  const bare = await startEditor({ files: FILES });
  const { unavailable } = await bare.client.request<RevisionsResult>('clausewright/revisions');
  expect(unavailable).toMatch(/lies in no git repository/);
  await expect(compare(bare)).rejects.toThrow(/cannot be compared with "HEAD": .* no git repository/);
  const virtual = await startEditor({
    files: FILES,
    options: { files: 'client' },
    answers: { 'clausewright/fs/list': () => ({ files: [] }), 'clausewright/fs/read': () => ({ files: [] }) },
  });
  const there = await virtual.client.request<RevisionsResult>('clausewright/revisions');
  expect(there.unavailable).toMatch(/reads git only where it runs/);
  await expect(compare(virtual)).rejects.toThrow(RequestError);
});

test('follows unsaved text, with reasons and places', async () => {
  const editor = await open();
  expect(await compare(editor)).toMatchObject({ revision: 'HEAD', controls: [], documents: [] });
  editor.open('docs/evaluation.md');
  editor.retype('docs/evaluation.md', TO_BE_WRITTEN);
  await editor.client.until('word of the change', () =>
    editor.client.notifications.some(each => each.method === 'clausewright/changed'),
  );
  const { controls, findings, frameworks } = await compare(editor);
  expect(controls).toHaveLength(1);
  expect(controls[0]).toMatchObject({
    shortId: 'A.6.2.4',
    direction: 'weaker',
    before: 'documented',
    hasEntry: true,
    met: false,
  });
  expect(controls[0]?.reasons.join()).toMatch(/docs\/evaluation\.md#results/);
  expect(controls[0]?.place?.uri).toBe(editor.uri('controls.yaml'));
  expect(textIn(MAPPING, controls[0]?.place?.range ?? NOWHERE)).toBe('A.6.2.4');
  expect(findings.new.length).toBeGreaterThan(0);
  expect(findings.new[0]?.place?.uri).toBe(editor.uri('controls.yaml'));
  expect(frameworks[0]).toMatchObject({ before: { met: 1 }, after: { met: 0 } });

  editor.retype('docs/evaluation.md', EVALUATION);
  expect((await compare(editor)).controls).toEqual([]);
});

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

test('documents come and go', async () => {
  const editor = await open();
  editor.open('controls.yaml');
  editor.retype(
    'controls.yaml',
    `# One line more\n${MAPPING.replace('status: planned', 'status: planned\n    evidence: [docs/evaluation.md#results]')}`,
  );
  editor.write('MODEL_CARD.md', '---\nlicense: mit\npipeline_tag: text-classification\n---\n# A card\n');
  editor.touched('created', 'MODEL_CARD.md');
  const { controls, documents } = await editor.client.untilAnswer(
    'new document',
    () => compare(editor),
    answer => answer.documents.length > 0,
  );
  expect(documents).toEqual([
    { change: 'added', path: 'MODEL_CARD.md', kind: 'model-card', uri: editor.uri('MODEL_CARD.md') },
  ]);
  expect(controls.map(each => [each.shortId, each.direction, each.after])).toEqual([
    ['A.7.2', 'stronger', 'documented'],
  ]);
});

test('resolved findings stand where their line stands now', async () => {
  const missing = MAPPING.replace('docs/evaluation.md#results', 'docs/nothing.md');
  const editor = await open({ files: `//- controls.yaml\n${missing}` });
  expect((await compare(editor)).findings).toMatchObject({ new: [], resolved: [] });
  editor.open('controls.yaml');
  editor.retype('controls.yaml', `# One line more\n${missing}`);
  editor.write('docs/nothing.md', '# Evaluation\n\nThe model reaches an AUC of 0.81.\n');
  editor.touched('created', 'docs/nothing.md');
  const { findings } = await editor.client.untilAnswer(
    'resolved finding',
    () => compare(editor),
    answer => answer.findings.resolved.length > 0,
  );
  expect(findings.resolved.map(each => [each.rule, each.place?.range.start.line])).toEqual([
    ['evidence/missing-file', 8],
  ]);
});

test('is cancelled, tells progress, and is read again after that', async () => {
  const editor = await open();
  const pending = editor.client.request('clausewright/compare', { revision: 'HEAD', workDoneToken: 'mine' });
  editor.client.notify('$/cancelRequest', { id: pending.id });
  await expect(pending).rejects.toThrow(/cancelled/);
  await compare(editor, 'HEAD', { workDoneToken: 'next' });
  const told = editor.client.notifications
    .filter(each => each.method === '$/progress')
    .map(each => each.params as { token: string; value: { kind: string } })
    .filter(each => each.token === 'next');
  expect(told[0]?.value.kind).toBe('begin');
  expect(told.at(-1)?.value.kind).toBe('end');
});

test('an unknown revision is named', async () => {
  const editor = await open();
  await expect(compare(editor, 'nowhere')).rejects.toThrow(/there is no revision "nowhere"/i);
});

test('several folders are compared, each in its own repository', async () => {
  const editor = await startEditor({
    files: `//- one/controls.yaml\n${MAPPING}//- one/docs/evaluation.md\n${EVALUATION}//- two/controls.yaml\n${MAPPING.replace('scoring', 'other')}//- two/docs/evaluation.md\n${EVALUATION}`,
    folders: ['one', 'two'],
  });
  for (const name of ['one', 'two']) {
    initGit(`${editor.folder}/${name}`, 'Sam', 'sam@example.org');
    commit(`${editor.folder}/${name}`, 'First');
  }
  expect((await compare(editor)).controls).toEqual([]);
  editor.open('two/docs/evaluation.md');
  editor.retype('two/docs/evaluation.md', TO_BE_WRITTEN);
  const { controls } = await compare(editor);
  expect(controls.map(each => [each.system, each.direction])).toEqual([['other', 'weaker']]);
});

/** A document after an edit. */
function edited(text: string, { edit }: EditResult): string {
  const change = edit.documentChanges?.[0];
  if (change === undefined || !('edits' in change)) throw new Error('nothing is edited');
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return change.edits
    .flatMap(each => ('newText' in each ? [each] : []))
    .toReversed()
    .reduce(
      (all, { range, newText }) => all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)),
      text,
    );
}

test('comments are written, answered, shown as findings, and resolved', async () => {
  const editor = await open();
  const uri = editor.open('docs/evaluation.md');
  const heading = { line: 2, character: 4 };
  const asked = await editor.client.request<EditResult>('clausewright/comment', {
    uri,
    position: heading,
    by: 'sam@example.org',
    text: 'which quarter?',
  });
  expect(asked.edit.documentChanges?.[0]).toMatchObject({ textDocument: { uri, version: 1 } });
  const commented = edited(EVALUATION, asked);
  expect(commented).toContain(
    '## Results\n<!-- clausewright-review sam@example.org 2026-11-22: which quarter? -->\n\nThe model',
  );
  editor.retype('docs/evaluation.md', commented);
  const position = { line: 3, character: 10 };
  const answer = { uri, position, by: 'jane@example.org', text: 'the last' };
  const answered = edited(commented, await editor.client.request('clausewright/comment', answer));
  editor.retype('docs/evaluation.md', answered);
  const { threads, writable, version } = await editor.client.request<CommentsResult>(
    'clausewright/comments',
    { uri },
  );
  expect([writable, version]).toEqual([true, 3]);
  expect(threads.map(each => each.comments.map(({ by, on, text }) => [by, on, text]))).toEqual([
    [
      ['sam@example.org', '2026-11-22', 'which quarter?'],
      ['jane@example.org', '2026-11-22', 'the last'],
    ],
  ]);
  const found = await editor.client.untilAnswer<Diagnostic[]>(
    'open comment',
    () => editor.client.diagnostics(editor.uri('controls.yaml')),
    all => all.some(each => each.code === 'review/open-comment'),
  );
  const comment = found.find(each => each.code === 'review/open-comment');
  expect(textIn(MAPPING, comment?.range ?? NOWHERE)).toBe('docs/evaluation.md#results');
  const resolved = await editor.client.request<EditResult>('clausewright/resolveComment', { uri, position });
  expect(edited(answered, resolved)).toBe(EVALUATION);
  await expect(
    editor.client.request('clausewright/resolveComment', { uri, position: { line: 0, character: 0 } }),
  ).rejects.toThrow(/no review comment/);
});

test('a comment leaves a sign-off as it is', async () => {
  const editor = await open();
  const { edit } = await editor.client.request<EditResult>('clausewright/sign', {
    path: 'docs/evaluation.md',
    fragment: 'results',
    by: 'sam@example.org',
  });
  const signed = edited(MAPPING, { edit, count: 1 });
  editor.open('controls.yaml');
  editor.retype('controls.yaml', signed);
  const uri = editor.open('docs/evaluation.md');
  const asked = await editor.client.request<EditResult>('clausewright/comment', {
    uri,
    position: { line: 2, character: 0 },
    by: 'sam@example.org',
    text: 'why?',
  });
  editor.retype('docs/evaluation.md', edited(EVALUATION, asked));
  const codes = async (): Promise<unknown[]> =>
    (await editor.client.diagnostics(editor.uri('controls.yaml'))).map(each => each.code);
  expect(await codes()).toContain('review/open-comment');
  expect(await codes()).not.toContain('review/changed-since');
});

test('evidence can be signed or sent back where the cursor stands', async () => {
  const editor = await open({ options: { reviews: true } });
  const uri = editor.open('controls.yaml');
  const actionsAt = async (line: number): Promise<CodeAction[]> =>
    editor.client.request('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line, character: 12 }, end: { line, character: 12 } },
      context: { diagnostics: [], only: ['refactor'] },
    });
  await editor.client.untilAnswer(
    'actions',
    () => actionsAt(7),
    all => all.length > 0,
  );
  const [sign, back] = await actionsAt(7);
  expect(sign?.title).toBe('Sign off docs/evaluation.md#results as sam@example.org');
  expect(back?.command).toEqual({
    title: 'Send back with a comment…',
    command: 'clausewright.sendBack',
    arguments: [uri, { line: 7, character: 12 }],
  });
  expect(await actionsAt(4)).toEqual([]);
});

test('the reviewer of the settings signs', async () => {
  const editor = await open({
    answers: { 'workspace/configuration': () => [{ reviewer: 'ana@example.org' }] },
  });
  const uri = editor.open('controls.yaml');
  const actions = await editor.client.untilAnswer<CodeAction[]>(
    'actions',
    () =>
      editor.client.request('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 7, character: 12 }, end: { line: 7, character: 12 } },
        context: { diagnostics: [], only: ['refactor'] },
      }),
    all => all.some(each => each.title.includes('ana@')),
  );
  expect(actions.map(each => each.title)).toEqual(['Sign off docs/evaluation.md#results as ana@example.org']);
});
