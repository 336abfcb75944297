// Review mode and review comments. What is shown of a comparison is given back by its command, since VS Code lets nobody
// read a tree or a decoration; that they are drawn is seen in the pictures.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  codeOf,
  openDocument,
  positionOf,
  revertDocument,
  uriOf,
  waitFor,
  waitForDiagnostics,
} from '../editor.ts';

interface Compared {
  readonly revision: string;
  readonly controls: readonly { readonly shortId: string; readonly direction: string }[];
}

const compare = (): Thenable<Compared | undefined> =>
  vscode.commands.executeCommand('clausewright.compareWithRevision', 'HEAD');

/** Somebody without settings of their own, who is known to no later test. */
function git(...args: string[]): void {
  const person = { NAME: 'Sam', EMAIL: 'sam@example.org' };
  const env = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  execFileSync('git', args, {
    cwd: uriOf('').fsPath,
    env: { ...process.env, ...Object.fromEntries(env), GIT_CONFIG_GLOBAL: '/dev/null' },
  });
}

async function setReviewer(name: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('clausewright')
    .update('reviewer', name, vscode.ConfigurationTarget.Global);
}

async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = positionOf(document, from);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(start, start.translate(0, from.length)), to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('review mode', () => {
  before(() => {
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'First');
  });
  after(async () => {
    rmSync(uriOf('.git').fsPath, { recursive: true, force: true });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('compares with a revision, unsaved text included, and ends', async () => {
    const document = await openDocument('controls.yaml');
    assert.deepEqual((await compare())?.controls, []);
    await replace(document, 'docs/resources.md#computing', 'docs/resources.md#nothing');
    const seen = await waitFor(
      () => 'the comparison does not follow the text',
      async () => {
        const found = await compare();
        return found?.controls.length === 1 ? found : undefined;
      },
    );
    assert.deepEqual(
      seen.controls.map(({ shortId, direction }) => [shortId, direction]),
      [['A.4.5', 'weaker']],
    );
    await revertDocument(document);
    await vscode.commands.executeCommand('clausewright.endReview');
    await vscode.commands.executeCommand('clausewright.endReview');
  });

  it('says why where there is no such revision', async () => {
    assert.equal(
      await vscode.commands.executeCommand('clausewright.compareWithRevision', 'nowhere'),
      undefined,
    );
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

describe('review comments', () => {
  before(() => setReviewer('ana@example.org'));
  after(async () => {
    await setReviewer(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are written below a heading, answered, found, and resolved, each in one step', async () => {
    const document = await openDocument('MODEL_CARD.md');
    const before = document.getText();
    const at = positionOf(document, '## Evalu$ation\n');
    const thread = (line: number, comments: readonly unknown[]) => ({
      uri: document.uri,
      range: new vscode.Range(line, 0, line, 0),
      comments,
      dispose: () => undefined,
    });
    const write = (line: number, text: string, comments: readonly unknown[] = []) =>
      vscode.commands.executeCommand('clausewright.addReviewComment', {
        thread: thread(line, comments),
        text,
      });
    await waitFor(
      () => 'no comment was written',
      async () => {
        await write(at.line, 'Which quarter?');
        return document.getText() === before ? undefined : true;
      },
    );
    const [, day] = /<!-- clausewright-review ana@example\.org (\S+): Which quarter\? -->/.exec(
      document.lineAt(at.line + 1).text,
    ) ?? [undefined, undefined];
    assert.match(day ?? '', /^\d{4}-\d\d-\d\d$/);
    const found = await waitForDiagnostics(document.uri, all =>
      all.some(each => codeOf(each) === 'review/open-comment'),
    );
    const finding = found.find(each => codeOf(each) === 'review/open-comment');
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(finding?.range.start.line, at.line + 1);

    await write(at.line + 1, 'The last one.', [{}]);
    assert.match(document.lineAt(at.line + 2).text, /: The last one\. -->$/);
    await vscode.commands.executeCommand('clausewright.resolveReviewComment', thread(at.line + 1, [{}]));
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('undo');
    assert.match(document.getText(), /The last one/);
    await revertDocument(document);
  });

  it('and sign-offs are offered on evidence', async () => {
    const document = await openDocument('controls.yaml');
    const cursor = positionOf(document, 'DATASET_CARD.md#dataset-des$cription');
    const titles = await waitFor(
      () => 'no action is offered',
      async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(cursor, cursor),
        );
        const all = actions.map(each => each.title);
        return all.includes('Send back with a comment…') ? all : undefined;
      },
    );
    assert.ok(
      titles.includes('Sign off DATASET_CARD.md#dataset-description as ana@example.org'),
      titles.join('\n'),
    );
  });
});
