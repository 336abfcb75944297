// The extension in a browser: no disk, no process, no trust needed, and the same findings as on the command line.

import { expected } from 'suite:expected';
import * as vscode from 'vscode';
import { codeOf, uriOf, waitFor } from '../editor.ts';
import { callTool } from '../tools.ts';
import { equal, ok, sameLines } from './assert.ts';

const folder = vscode.workspace.workspaceFolders?.[0];
const wanted = expected[folder?.name ?? ''] ?? [];

const SEVERITIES = ['error', 'warning', 'information', 'hint'];

/** What the editor shows of ours, in the words of the command line. */
function shown(): string[] {
  const root = `${folder?.uri.path}/`;
  return vscode.languages
    .getDiagnostics()
    .flatMap(([uri, all]) =>
      all
        .filter(({ source }) => source === 'clausewright')
        .map(each => {
          const { start, end } = each.range;
          const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
          const path = uri.path.replace(root, '');
          return `${path} ${place} ${SEVERITIES[each.severity]} ${codeOf(each)} ${each.message}`;
        }),
    )
    .sort();
}

function told(): string[] {
  return wanted
    .map(({ path, range: { start, end }, severity, rule, message }) => {
      const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
      return `${path} ${place} ${severity} ${rule} ${message}`;
    })
    .sort();
}

describe('in the browser', () => {
  it('the extension runs in a web worker, on files of a virtual file system', () => {
    ok('WorkerGlobalScope' in globalThis, 'this is no worker');
    equal(vscode.env.uiKind, vscode.UIKind.Web);
    equal(vscode.env.remoteName, undefined);
    equal(folder?.uri.scheme, 'vscode-vfs');
  });

  it('the findings of an example are those of the command line', async () => {
    // This file system has no search, so the extension begins when it is asked something; it answers once it has read
    // all files.
    ok(/control/.test(await callTool('clausewright_explain_control', { control: 'A.7.2' })), 'no answer');
    const isSame = (): boolean => JSON.stringify(shown()) === JSON.stringify(told());
    await waitFor(
      () => '',
      () => (isSame() ? true : undefined),
    ).catch(() => sameLines(shown(), told()));
    // Nor does anything follow.
    await new Promise(done => setTimeout(done, 1000));
    sameLines(shown(), told());
  });

  it('no editor had to be opened for it', () => {
    equal(vscode.window.tabGroups.all.flatMap(each => each.tabs).length, 0);
  });

  it('a changed file changes the findings, also those of another', async () => {
    const before = shown();
    const file = uriOf('probe-model-card.md');
    await vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode('---\nclausewright: model-card/1\n---\n# Card\n\nSee iso-42001:A.99.9.\n'),
    );
    await waitFor(
      () => 'nothing is shown for the new file',
      () => (shown().some(each => each.startsWith('probe-model-card.md ')) ? true : undefined),
    );
    await vscode.workspace.fs.delete(file);
    await waitFor(
      () => 'findings stay after the file is gone',
      () => (shown().length === before.length ? true : undefined),
    );
    sameLines(shown(), before);
  });
});
