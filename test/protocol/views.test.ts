// What the views of a client are told, and the edits that they ask for.
import { expect, test } from 'vitest';
import type { CodeLens, WorkspaceEdit } from 'vscode-languageserver';
import type {
  CoverageParams,
  CoverageResult,
  DocumentsResult,
  EditResult,
  PlacesResult,
  ProposalsResult,
  RoadmapResult,
  SignableResult,
} from '../../server/src/lsp/protocol.ts';
import { type Editor, type EditorOptions, startEditor, textIn } from '../support/editor.ts';

const WORKSPACE = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    owner: jane@example.org
    evidence:
      - docs/evaluation.md#results
  - id: A.7.2
    status: planned
    owner: sam@example.org
//- docs/evaluation.md
# Evaluation

## Results

The model reaches an AUC of 0.81 on the held-out quarter.
//- MODEL_CARD.md
---
license: apache-2.0
pipeline_tag: text-classification
system: scoring
owner: jane@example.org
review_by: 2026-10-01
---
# Card

## Training data

Loans that were granted between 2019 and 2024, with their repayments.

## Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.
`;

function open(options: EditorOptions = {}): Promise<Editor> {
  return startEditor({ files: WORKSPACE, ...options });
}

function coverage(editor: Editor, params: CoverageParams = {}): Promise<CoverageResult> {
  return editor.client.request<CoverageResult>('clausewright/coverage', params);
}

const OWN = { framework: 'iso-42001', system: 'scoring' };

/** The document after an edit, applied from its end. */
function edited(editor: Editor, path: string, { documentChanges = [] }: WorkspaceEdit): string {
  const uri = editor.uri(path);
  const edits = documentChanges.flatMap(each =>
    'edits' in each && each.textDocument.uri === uri
      ? each.edits.flatMap(edit => ('newText' in edit ? edit : []))
      : [],
  );
  const lines = editor.text(path).split('\n');
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  let text = editor.text(path);
  for (const { range, newText } of edits.toReversed())
    text = text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
  return text;
}

test('frameworks come with counts, controls only of the one that was opened', async () => {
  const editor = await open();
  const counted = await coverage(editor);
  expect(counted.frameworks).toEqual([
    { id: 'iso-42001', name: 'ISO/IEC 42001:2023', system: 'scoring', applicable: 38, met: 1, shown: 38 },
  ]);
  expect(counted.groups).toBeUndefined();
  expect(counted.open).toBe(37);
  expect(counted.owners).toEqual(['jane@example.org', 'sam@example.org']);

  const { groups = [] } = await coverage(editor, { of: OWN });
  const lifeCycle = groups.find(each => each.id === 'A.6');
  expect(lifeCycle).toMatchObject({ applicable: 9, met: 1 });
  const control = lifeCycle?.controls.find(each => each.shortId === 'A.6.2.4');
  expect(control).toMatchObject({
    met: true,
    strength: 'documented',
    hasEntry: true,
    owner: 'jane@example.org',
  });
  expect(
    textIn(editor.text('controls.yaml'), control?.place?.range ?? { start: NOWHERE, end: NOWHERE }),
  ).toBe('A.6.2.4');
  const [evidence] = control?.evidence ?? [];
  expect(evidence?.place?.uri).toBe(editor.uri('docs/evaluation.md'));
  expect(evidence?.place?.range.start.line).toBe(2);
  expect(evidence?.signable).toEqual({ path: 'docs/evaluation.md', fragment: 'results' });
});

const NOWHERE = { line: 0, character: 0 };

test('a control without an entry leads to where its mapping lists controls', async () => {
  const editor = await open();
  const { groups = [] } = await coverage(editor, { of: OWN });
  const control = groups.flatMap(each => each.controls).find(each => each.shortId === 'A.10.2');
  expect(control).toMatchObject({ hasEntry: false, met: false, place: { uri: editor.uri('controls.yaml') } });
  expect(control?.place?.range.start.line).toBe(2);
});

test('filters by strength, owner, system and what needs the user', async () => {
  const editor = await open();
  const shown = async (params: CoverageParams): Promise<string[]> => {
    const { groups = [], frameworks } = await coverage(editor, { ...params, of: OWN });
    const ids = groups.flatMap(each => each.controls).map(each => each.shortId);
    expect(frameworks[0]?.shown).toBe(ids.length);
    return ids;
  };
  expect(await shown({ filter: { strengths: ['documented'] } })).toEqual(['A.6.2.4']);
  expect(await shown({ filter: { owners: ['Sam <sam@example.org>'] } })).toEqual(['A.7.2']);
  expect(await shown({ filter: { systems: ['other'] } })).toEqual([]);
  expect(await shown({ filter: { needsMe: true }, me: 'sam@example.org' })).toEqual(['A.7.2']);
  expect(await shown({ filter: { needsMe: true }, me: 'jane@example.org' })).toEqual([]);
});

test('documents come by kind, with owner and what is overdue', async () => {
  const editor = await open();
  const ask = (params: object): Promise<DocumentsResult> =>
    editor.client.request('clausewright/documents', params);
  const { kinds, overdue, documents } = await ask({});
  expect(kinds).toEqual([
    { kind: 'control-mapping', count: 1, overdue: 0 },
    { kind: 'model-card', count: 1, overdue: 1 },
  ]);
  expect([overdue, documents]).toEqual([1, []]);
  expect((await ask({ kind: 'overdue' })).documents).toEqual([
    {
      uri: editor.uri('MODEL_CARD.md'),
      path: 'MODEL_CARD.md',
      kind: 'model-card',
      system: 'scoring',
      owner: 'jane@example.org',
      due: { on: '2026-10-01', days: -52, what: 'review' },
    },
  ]);
  expect((await ask({ kind: 'model-card', from: 1 })).documents).toEqual([]);
});

test('the roadmap names each open item with its place', async () => {
  const editor = await open();
  const { roadmaps } = await editor.client.request<RoadmapResult>('clausewright/roadmap');
  const gaps = roadmaps[0]?.phases.flatMap(each => each.steps.flatMap(step => step.gaps)) ?? [];
  const gap = gaps.find(each => each.control.shortId === 'A.7.2');
  expect(gap?.todo).toMatch(/evidence/);
  expect(gap?.control.place?.uri).toBe(editor.uri('controls.yaml'));
});

test('tells once that an answer is out of date, and nothing before somebody has asked', async () => {
  const editor = await open();
  const told = (): number =>
    editor.client.notifications.filter(each => each.method === 'clausewright/changed').length;
  editor.open('controls.yaml');
  await editor.client.diagnostics(editor.uri('controls.yaml'));
  expect(told()).toBe(0);
  await coverage(editor);
  editor.retype(
    'controls.yaml',
    editor.text('controls.yaml').replace('docs/evaluation.md#results', 'TICKET-1'),
  );
  await editor.client.until('word of the change', () => told() > 0);
  editor.retype(
    'controls.yaml',
    editor.text('controls.yaml').replace('docs/evaluation.md#results', 'TICKET-2'),
  );
  const after = await coverage(editor);
  expect(told()).toBe(1);
  expect(after.frameworks[0]?.met).toBe(0);
});

test('lenses run a command only where the client has it, and lead to the evidence', async () => {
  const lenses = (editor: Editor): Promise<CodeLens[]> =>
    editor.client.request('textDocument/codeLens', { textDocument: { uri: editor.open('controls.yaml') } });
  expect((await lenses(await open())).map(each => each.command?.command)).toEqual(['', '', '']);
  const editor = await open({ options: { showsPlaces: true } });
  const [whole, first] = await lenses(editor);
  expect(whole?.command).toMatchObject({ command: 'clausewright.showCoverage', arguments: ['iso-42001'] });
  expect(first?.command?.command).toBe('clausewright.showPlaces');
  const [uri, , about] = first?.command?.arguments ?? [];
  const { places } = await editor.client.request<PlacesResult>('clausewright/places', { uri, about });
  expect(places.map(each => [each.uri, each.range.start.line])).toEqual([
    [editor.uri('docs/evaluation.md'), 2],
  ]);
});

test('proposes sections, and links those that are accepted in one edit', async () => {
  const editor = await open();
  const found = await editor.client.request<ProposalsResult>('clausewright/proposals', {
    mapping: editor.uri('controls.yaml'),
  });
  expect(found.mappings).toEqual([
    { uri: editor.uri('controls.yaml'), path: 'controls.yaml', system: 'scoring' },
  ]);
  const training = found.proposals.filter(each => each.fragment === 'training-data');
  expect(training.map(each => each.shortId)).toContain('A.7.2');
  expect(training[0]?.excerpt).toMatch(/^Loans that were granted/);
  expect(training.find(each => each.shortId === 'A.7.2')?.isNew).toBe(false);
  const links = [
    { control: 'iso-42001:A.7.2', path: 'MODEL_CARD.md', fragment: 'training-data' },
    { control: 'iso-42001:A.7.2', path: 'MODEL_CARD.md', fragment: 'evaluation' },
    { control: 'iso-42001:A.6.2.4', path: 'MODEL_CARD.md', fragment: 'evaluation' },
    { control: 'iso-42001:A.7.3', path: 'MODEL_CARD.md', fragment: 'training-data' },
  ];
  const { edit, count } = await editor.client.request<EditResult>('clausewright/link', {
    mapping: editor.uri('controls.yaml'),
    links,
  });
  expect(count).toBe(4);
  const text = edited(editor, 'controls.yaml', edit);
  expect(text).toContain(`      - docs/evaluation.md#results
      - MODEL_CARD.md#evaluation
  - id: A.7.2`);
  expect(text).toMatch(
    /owner: sam@example\.org\n {4}evidence:\n {6}- MODEL_CARD\.md#training-data\n {6}- MODEL_CARD\.md#evaluation\n/,
  );
  expect(text).toMatch(
    / {2}- id: A\.7\.3 # .+\n {4}status: partial\n {4}evidence:\n {6}- MODEL_CARD\.md#training-data\n/,
  );
});

test('starts the evidence of a control: a document, and the link to it', async () => {
  const editor = await open();
  const { edit, show } = await editor.client.request<EditResult>('clausewright/scaffold', {
    control: 'iso-42001:A.10.3',
    system: 'scoring',
  });
  expect(edit.documentChanges?.[0]).toMatchObject({ kind: 'create', uri: show });
  expect(edited(editor, 'controls.yaml', edit)).toMatch(
    /id: A\.10\.3 # .+\n {4}status: planned\n {4}evidence:\n {6}- docs\//,
  );
});

test('signs off what stands at a place, by nobody who owns it', async () => {
  const editor = await open();
  const what = await editor.client.request<SignableResult>('clausewright/signable', {
    uri: editor.uri('controls.yaml'),
    position: { line: 7, character: 12 },
  });
  expect(what.text).toEqual({ path: 'docs/evaluation.md', fragment: 'results' });
  const sign = (by: string): Promise<EditResult> =>
    editor.client.request('clausewright/sign', { ...what.text, by });
  const { edit, count } = await sign('lee@example.org');
  expect(count).toBe(1);
  expect(edited(editor, 'controls.yaml', edit)).toMatch(
    /reviewed:[\s\S]*by: lee@example\.org[\s\S]*on: 2026-11-22/,
  );
  await expect(sign('jane@example.org')).rejects.toThrow(/cannot be signed off by jane@example\.org/);
});

test('the page for a panel links files to the editor, the one for a file needs nothing else', async () => {
  const editor = await open();
  const page = (form: string): Promise<{ html: string; style?: string; script?: string }> =>
    editor.client.request('clausewright/coveragePage', { form });
  const body = await page('body');
  expect(body.html).toContain('href="#open/docs/evaluation.md#results"');
  expect(body.html).toContain('data-id="iso-42001:A.6.2.4"');
  expect(body.html).not.toMatch(/<script|<style| style=/);
  expect(body.style).toContain('--back');
  expect((await page('file')).html).toMatch(/^<!doctype html>/);
});
