// The extension is there and starts: what every other test rests on, and what a wrongly packed VSIX fails first.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, hoverText, openDocument, positionOf, waitFor, waitForDiagnostics } from '../editor.ts';

describe('activation', () => {
  it('finds and starts the extension', async () => {
    const extension = vscode.extensions.getExtension('clausewright.clausewright');
    assert.ok(extension, 'clausewright.clausewright is not installed');
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('brings the server and the catalogs', async () => {
    const document = await openDocument('controls.yaml');
    await waitForDiagnostics(document.uri, all =>
      all.some(each => codeOf(each) === 'mapping/unknown-control'),
    );
    await waitFor(
      () => 'the hover does not explain A.6.2.4',
      async () => {
        const text = await hoverText(document.uri, positionOf(document, 'id: A.6.$2.4\n'));
        return /ISO\/IEC 42001/.test(text) ? text : undefined;
      },
    );
  });
});
