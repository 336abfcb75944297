// The extension is there and starts: what every other test rests on, and what a wrongly packed VSIX fails first.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('finds and starts the extension', async () => {
    const extension = vscode.extensions.getExtension('clausewright.clausewright');
    assert.ok(extension, 'clausewright.clausewright is not installed');
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
