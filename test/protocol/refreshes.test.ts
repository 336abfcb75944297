// What an editor shows beside a text is asked for again when what it rests on has changed.
import { describe, expect, test } from 'vitest';
import type { InlayHint } from 'vscode-languageserver';
import { type Editor, MODERN, startEditor } from '../support/editor.ts';
import { NIST_800_53, NIST_ID, NIST_PATH } from '../support/own-catalogs.ts';

const WORKSPACE = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence: docs/evaluation.md#results
//- docs/evaluation.md
# Evaluation

## Results

The model reaches an AUC of 0.81 on the held-out quarter.
`;

const HOUSE = `//- clausewright.yaml
catalogs: [${NIST_PATH}]
//- own.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
framework: ${NIST_ID}
controls:
  - { id: AC-1, status: planned }
//- ${NIST_PATH}
${NIST_800_53}`;

describe('what rests on other documents is asked for again', () => {
  const LENSES = 'workspace/codeLens/refresh';
  const HINTS = 'workspace/inlayHint/refresh';
  const TOKENS = 'workspace/semanticTokens/refresh';
  const can = { refreshSupport: true };

  /** An editor that can ask again for what `refreshes` says, and the requests to do so that it was sent. */
  async function refreshing(
    refreshes: object,
    files: string = WORKSPACE,
  ): Promise<{ editor: Editor; asked: () => string[] }> {
    const capabilities = { ...MODERN, workspace: { ...MODERN.workspace, ...refreshes } };
    const editor = await startEditor({ files, capabilities });
    const asked = (): string[] =>
      editor.client.requests
        .map(each => each.method ?? '')
        .filter(each => [LENSES, HINTS, TOKENS].includes(each));
    return { editor, asked };
  }

  const textOf = ({ label }: InlayHint): string =>
    typeof label === 'string' ? label : label.map(each => each.value).join('');

  const ask = (editor: Editor, method: string, path: string): Promise<unknown> =>
    editor.client.request(method, {
      textDocument: { uri: editor.uri(path) },
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    });

  /** Changes a document, and waits until refreshes have had the time to come. */
  async function change(editor: Editor, path: string, text: string): Promise<void> {
    editor.retype(path, text);
    await editor.client.diagnostics(editor.uri('controls.yaml'));
    await new Promise(resolve => setTimeout(resolve, 600));
  }

  test('nothing that was not asked for', async () => {
    const { editor, asked } = await refreshing({ codeLens: can, inlayHint: can, semanticTokens: can });
    editor.open('controls.yaml');
    editor.open('docs/evaluation.md');
    await editor.client.diagnostics(editor.uri('controls.yaml'));
    await change(editor, 'docs/evaluation.md', '# Evaluation\n\n## Results\n\nTODO\n');
    expect(asked()).toEqual([]);
    await ask(editor, 'textDocument/codeLens', 'controls.yaml');
    await change(editor, 'docs/evaluation.md', '# Evaluation\n\n## Results\n\nAUC 0.9\n');
    expect(asked()).toEqual([LENSES]);
  });

  test('only what the client can ask for again', async () => {
    const { editor, asked } = await refreshing({ inlayHint: can });
    editor.open('controls.yaml');
    editor.open('docs/evaluation.md');
    for (const method of ['codeLens', 'inlayHint', 'semanticTokens/full'])
      await ask(editor, `textDocument/${method}`, 'controls.yaml');
    await change(editor, 'docs/evaluation.md', '# Evaluation\n\n## Results\n\nTODO\n');
    expect([...new Set(asked())]).toEqual([HINTS]);
  });

  test('hints when a catalog of the workspace gives a control another title', async () => {
    const { editor, asked } = await refreshing({ inlayHint: can }, WORKSPACE + HOUSE);
    const hints = async (): Promise<unknown[]> =>
      ((await ask(editor, 'textDocument/inlayHint', 'own.yaml')) as InlayHint[]).map(each => textOf(each));
    editor.open('controls.yaml');
    editor.open('own.yaml');
    editor.open(NIST_PATH);
    await editor.client.diagnostics(editor.uri('controls.yaml'));
    expect(await hints()).toEqual([expect.stringContaining('Policy and Procedures')]);
    const before = asked().length;
    await change(editor, NIST_PATH, editor.text(NIST_PATH).replace('Policy and Procedures', 'House policy'));
    expect(asked().slice(before)).toEqual([HINTS]);
    expect(await hints()).toEqual([expect.stringContaining('House policy')]);
  });
});
