import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { type ReviewThread, reviewThreadsIn } from '../../model/review-comments.ts';
import type { TextChange } from '../../text/source.ts';
import { editFile } from '../../workspace/change.ts';
import { commentAt, resolving, spanOf, takesComments, threadAt } from '../../workspace/review/write.ts';
import type { Context } from '../context.ts';
import { workspaceEdit } from '../edits.ts';
import { invalid, refused } from '../errors.ts';
import { offsetOf, rangeOf } from '../positions.ts';
import type { EditResult } from '../protocol-actions.ts';
import type * as protocol from '../protocol-review.ts';
import type { View } from '../realm.ts';

/** clausewright/comments: the open review comments of a document. */
export async function comments(
  context: Context,
  { uri }: protocol.CommentsParams,
): Promise<protocol.CommentsResult> {
  await context.loader().ready;
  const view = context.workspace.view(uri);
  const document = view?.session.document(view.path);
  if (view === undefined || document === undefined) return { threads: [], writable: false, version: null };
  return {
    threads: reviewThreadsIn(document).map(thread => threadOf(view, thread)),
    writable: takesComments(document),
    version: view.version,
  };
}

function threadOf({ source }: View, thread: ReviewThread): protocol.CommentThreadData {
  return {
    range: rangeOf(source, spanOf(thread)),
    comments: thread.map(({ by, on, text, span }) => ({ by, on, text, range: rangeOf(source, span) })),
  };
}

/** clausewright/comment: the edit that leaves a comment, or answers the thread that stands there. */
export async function comment(
  context: Context,
  { uri, position, by, text }: protocol.CommentParams,
): Promise<EditResult> {
  await context.loader().ready;
  if (by.trim() === '' || text.trim() === '')
    throw invalid('A comment needs somebody who writes it, and words.');
  return edited(
    context,
    uri,
    (document, offset) => {
      const change = commentAt(document, offset, { by, on: context.workspace.main.session.today, text });
      return change === undefined ? undefined : [change];
    },
    position,
  );
}

/** clausewright/resolveComment: the edit that takes the thread at a position away. */
export async function resolveComment(
  context: Context,
  { uri, position }: protocol.ResolveCommentParams,
): Promise<EditResult> {
  await context.loader().ready;
  return edited(
    context,
    uri,
    (document, offset) => {
      const thread = threadAt(document, offset);
      return thread === undefined ? undefined : resolving(thread);
    },
    position,
  );
}

/** clausewright/reviewer: who reviews. */
export async function reviewer(context: Context): Promise<protocol.ReviewerResult> {
  const name = await context.reviewer();
  return name === undefined ? {} : { name };
}

/** The action that sends the text at an offset back with a comment; the client asks for its words. */
export function sendBackActions(context: Context, view: View, offset: number): CodeAction[] {
  const { session, path, source, uri } = view;
  const document = session.document(path);
  if (!context.client.reviews || document === undefined || !takesComments(document)) return [];
  const title = 'Send back with a comment…';
  const position = source.position(offset);
  return [
    {
      title,
      kind: CodeActionKind.Refactor,
      command: { title, command: 'clausewright.sendBack', arguments: [uri, position] },
    },
  ];
}

type Changing = (
  document: NonNullable<ReturnType<View['session']['document']>>,
  offset: number,
) => readonly TextChange[] | undefined;

function edited(
  context: Context,
  uri: string,
  changing: Changing,
  position: protocol.CommentParams['position'],
): EditResult {
  const view = context.workspace.view(uri);
  const document = view?.session.document(view.path);
  const changes =
    view === undefined || document === undefined
      ? undefined
      : changing(document, offsetOf(view.source, position));
  const edit =
    view === undefined || changes === undefined
      ? undefined
      : workspaceEdit(view.realm, [editFile(view.path, ...changes)], context.client);
  if (edit === undefined || changes === undefined)
    throw refused(
      'There is no review comment here, or none can be written: Clausewright writes them into the Markdown and YAML documents that it knows, and into files that evidence points at.',
    );
  return { edit, count: changes.length };
}
