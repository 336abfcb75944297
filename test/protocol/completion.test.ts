// What a list of completions carries, by what the editor can show.

import { expect, test } from 'vitest';
import type { ClientCapabilities, CompletionList } from 'vscode-languageserver-protocol';
import { MODERN, startEditor } from '../support/editor.ts';

const FILES = {
  'controls.yaml':
    'clausewright: control-mapping/1\nsystem: { id: scoring }\ncontrols:\n  - id: A.5\n    status: planned\n',
};

async function checkTitles(capabilities: ClientCapabilities, beside: boolean): Promise<void> {
  const editor = await startEditor({ files: FILES, capabilities });
  editor.open('controls.yaml');
  const { items } = await editor.client.request<CompletionList>('textDocument/completion', {
    textDocument: { uri: editor.uri('controls.yaml') },
    position: { line: 3, character: 11 },
  });
  const item = items.find(each => each.label === 'A.5.2');
  expect(item?.detail).toContain('impact assessment');
  expect(item?.labelDetails?.description).toBe(beside ? item?.detail : undefined);
}

test('the title of a control stands beside every item where the editor can show it', async () => {
  const completion = { completionItem: { snippetSupport: true, labelDetailsSupport: true } };
  await checkTitles({ ...MODERN, textDocument: { ...MODERN.textDocument, completion } }, true);
  await checkTitles(MODERN, false);
});
