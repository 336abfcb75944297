// Semantic tokens, as an editor asks for them and decodes them.
import { expect, test } from 'vitest';
import type { Range, SemanticTokens } from 'vscode-languageserver';
import { type Editor, MODERN, startEditor, textIn } from '../support/editor.ts';

const FILES = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    evidence:
      - docs/evaluation.md#results
  - id: A.6.2.99
  - id: A.10.4
    applicable: false
    justification: No customer receives the system.
//- docs/evaluation.md
# Evaluation

## Results

The model reaches an AUC of 0.81 on the held-out quarter.
`;

const REFRESHING = {
  ...MODERN,
  workspace: { ...MODERN.workspace, semanticTokens: { refreshSupport: true } },
};

/** The tokens as `type.modifier text`, read by the legend that the server has told. */
async function tokensOf(editor: Editor, path: string, range?: Range): Promise<string[]> {
  const legend = editor.initialized.capabilities.semanticTokensProvider?.legend;
  const textDocument = { uri: editor.uri(path) };
  const { data } = await (range === undefined
    ? editor.client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument })
    : editor.client.request<SemanticTokens>('textDocument/semanticTokens/range', { textDocument, range }));
  const found: string[] = [];
  let line = 0;
  let start = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    start = lines === 0 ? start + characters : characters;
    line += lines;
    const span = { start: { line, character: start }, end: { line, character: start + length } };
    const modifiers = legend?.tokenModifiers.filter((_, index) => (bits & (1 << index)) !== 0) ?? [];
    const name = [legend?.tokenTypes[type], ...modifiers].join('.');
    found.push(`${name} ${textIn(editor.text(path), span)}`);
  }
  return found;
}

const ALL = [
  'control A.6.2.4',
  'evidence docs/evaluation.md#results',
  'control.unknown A.6.2.99',
  'control.excluded A.10.4',
];

test('the whole document and a range of it', async () => {
  const editor = await startEditor({ files: FILES });
  editor.open('controls.yaml');
  expect(await tokensOf(editor, 'controls.yaml')).toEqual(ALL);
  const range = { start: { line: 6, character: 0 }, end: { line: 7, character: 0 } };
  expect(await tokensOf(editor, 'controls.yaml', range)).toEqual(['control.unknown A.6.2.99']);
});

test('a file of no kind has none', async () => {
  const editor = await startEditor({ files: { 'notes.md': 'A.7.2\n' } });
  editor.open('notes.md');
  expect(await tokensOf(editor, 'notes.md')).toEqual([]);
});

test('an edit elsewhere has the editor ask again, and weakens the evidence', async () => {
  const editor = await startEditor({ files: FILES, capabilities: REFRESHING });
  editor.open('controls.yaml');
  editor.open('docs/evaluation.md');
  expect(await tokensOf(editor, 'controls.yaml')).toEqual(ALL);
  const asked = (): number =>
    editor.client.requests.filter(each => each.method === 'workspace/semanticTokens/refresh').length;
  const before = asked();
  editor.retype('docs/evaluation.md', '# Evaluation\n\n## Results\n\nTODO\n');
  await editor.client.until('refresh', () => asked() > before);
  expect(await tokensOf(editor, 'controls.yaml')).toContain('evidence.weak docs/evaluation.md#results');
});
