import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { CommentThreadData } from '../../../server/src/lsp/protocol.ts';
import { applyEdit } from '../commands/apply.ts';
import { LANGUAGES, SCHEMES } from '../options.ts';
import { rangeOf } from '../views/places.ts';
import { reviewerName } from './author.ts';
import type { ReviewRequests } from './requests.ts';

/** Milliseconds after the last keystroke before the comments of a document are read again. */
const DELAY = 300;

/** The review comments of the documents that are shown, as threads of the editor. */
export interface ReviewComments extends vscode.Disposable {
  /** Whether new threads can be begun at any line: VS Code marks all of these lines, which is for reviewers only. */
  invite(everywhere: boolean): void;
  /** Writes what stands in the box of a new thread, or of an answer. */
  write(reply: unknown): Promise<void>;
  /** Takes the comments of a thread out of the document. */
  resolve(thread: unknown): Promise<void>;
}

/** Shows the comments that stand in documents; whatever is done to a thread is an edit of the document. */
export function reviewComments(
  client: BaseLanguageClient,
  requests: ReviewRequests,
  failed: (error: unknown) => void,
): ReviewComments {
  const controller = vscode.comments.createCommentController(
    'clausewright',
    vscode.l10n.t('Clausewright review comments'),
  );
  const threads = new Map<string, vscode.CommentThread[]>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const uriOf = (uri: vscode.Uri): string => client.code2ProtocolConverter.asUri(uri);

  controller.options = {
    prompt: vscode.l10n.t('Write a review comment into the document'),
    placeHolder: vscode.l10n.t('What should its author do?'),
  };
  let everywhere = false;
  const offer = (): void => {
    // VS Code asks again when a provider is set.
    controller.commentingRangeProvider = {
      provideCommentingRanges: async document => {
        const isWanted = everywhere || (threads.get(document.uri.toString())?.length ?? 0) > 0;
        if (!isWanted || !mayHold(document) || !client.isRunning()) return [];
        const { writable } = await requests.comments({ uri: uriOf(document.uri) });
        return writable ? [new vscode.Range(0, 0, Math.max(0, document.lineCount - 1), 0)] : [];
      },
    };
  };
  offer();

  const refresh = async (document: vscode.TextDocument): Promise<void> => {
    if (document.isClosed || !mayHold(document) || !client.isRunning()) return;
    try {
      const found = await requests.comments({ uri: uriOf(document.uri) });
      // Another text by now: its own word will come.
      if (found.version !== null && found.version !== document.version) return;
      const before = threads.get(document.uri.toString()) ?? [];
      const now = found.threads.map((each, index) => threadOf(document.uri, each, before[index]));
      for (const gone of before.slice(now.length)) gone.dispose();
      threads.set(document.uri.toString(), now);
      if (before.length > 0 !== now.length > 0) offer();
    } catch (error) {
      if (client.isRunning()) failed(error);
    }
  };
  const threadOf = (
    uri: vscode.Uri,
    data: CommentThreadData,
    before: vscode.CommentThread | undefined,
  ): vscode.CommentThread => {
    const comments = data.comments.map(commentOf);
    const thread = before ?? controller.createCommentThread(uri, rangeOf(data.range), comments);
    if (before !== undefined) {
      before.range = rangeOf(data.range);
      if (JSON.stringify(before.comments.map(told)) !== JSON.stringify(comments.map(told)))
        before.comments = comments;
    }
    thread.label = vscode.l10n.t('Open review comment');
    thread.contextValue = 'open';
    thread.state = vscode.CommentThreadState.Unresolved;
    return thread;
  };
  const forget = ({ uri }: vscode.TextDocument): void => {
    for (const thread of threads.get(uri.toString()) ?? []) thread.dispose();
    threads.delete(uri.toString());
  };
  const soon = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        void refresh(document);
      }, DELAY),
    );
  };
  const refreshShown = (): void => {
    for (const { document } of vscode.window.visibleTextEditors) void refresh(document);
  };

  const parts = vscode.Disposable.from(
    controller,
    vscode.window.onDidChangeVisibleTextEditors(refreshShown),
    vscode.workspace.onDidChangeTextDocument(({ document }) => soon(document)),
    vscode.workspace.onDidCloseTextDocument(forget),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) refreshShown();
    }),
  );
  return {
    invite(wanted) {
      if (everywhere === wanted) return;
      everywhere = wanted;
      offer();
    },
    async write(given) {
      if (!isReply(given)) return;
      const { thread, text } = given;
      if (text.trim() === '' || thread.range === undefined) return;
      const by = await reviewerName(requests, vscode.l10n.t('Review comment'));
      if (by === undefined) return;
      const { line, character } = thread.range.start;
      const isNew = thread.comments.length === 0;
      const params = { uri: uriOf(thread.uri), position: { line, character }, by, text };
      // A thread that begins stands in the document from now on, and is read from there.
      if ((await applyEdit(client, requests.comment(params))) > 0 && isNew) thread.dispose();
      await refreshAt(thread.uri);
    },
    async resolve(given) {
      if (!isThread(given) || given.range === undefined) return;
      const { line, character } = given.range.start;
      await applyEdit(
        client,
        requests.resolveComment({ uri: uriOf(given.uri), position: { line, character } }),
      );
      await refreshAt(given.uri);
    },
    dispose() {
      for (const timer of timers.values()) clearTimeout(timer);
      parts.dispose();
    },
  };

  async function refreshAt(uri: vscode.Uri): Promise<void> {
    const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
    if (document !== undefined) await refresh(document);
  }
}

function mayHold({ uri, languageId }: vscode.TextDocument): boolean {
  const [schemes, languages]: (readonly string[])[] = [SCHEMES, LANGUAGES];
  return schemes?.includes(uri.scheme) === true && languages?.includes(languageId) === true;
}

function commentOf({ by, on, text }: CommentThreadData['comments'][number]): vscode.Comment {
  const body = new vscode.MarkdownString();
  body.appendText(text);
  // A day, since nobody has written down the hour.
  return { author: { name: by }, body, label: on, mode: vscode.CommentMode.Preview };
}

function told({ author, body, label }: vscode.Comment): readonly unknown[] {
  return [author.name, typeof body === 'string' ? body : body.value, label];
}

function isReply(given: unknown): given is vscode.CommentReply {
  return typeof given === 'object' && given !== null && 'thread' in given && 'text' in given;
}

function isThread(given: unknown): given is vscode.CommentThread {
  return typeof given === 'object' && given !== null && 'uri' in given && 'comments' in given;
}
