import { expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { isStale } from '../../../client/src/commands/stale.ts';

const edit = (version: number | null): WorkspaceEdit => ({
  documentChanges: [
    { kind: 'create', uri: 'file:///new.md' },
    { textDocument: { uri: 'file:///a.md', version }, edits: [] },
  ],
});

test('an edit is stale when its document was changed after the server worked it out', () => {
  const open = (uri: string): number | undefined => (uri === 'file:///a.md' ? 4 : undefined);
  expect(isStale(edit(4), open)).toBe(false);
  expect(isStale(edit(3), open)).toBe(true);
  expect(isStale(edit(5), open)).toBe(true);
});

test('an edit of a text that no editor had is not stale, nor is one of a document that was closed', () => {
  expect(isStale(edit(null), () => 4)).toBe(false);
  expect(isStale(edit(3), () => undefined)).toBe(false);
  expect(isStale({}, () => 4)).toBe(false);
});
