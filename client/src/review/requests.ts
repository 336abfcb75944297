import type { CancellationToken } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type * as protocol from '../../../server/src/lsp/protocol.ts';

/** What a review asks the server. Each rejects with the server's reason where it refuses. */
export interface ReviewRequests {
  revisions(): Promise<protocol.RevisionsResult>;
  compare(params: protocol.CompareParams, token: CancellationToken): Promise<protocol.CompareResult>;
  /** Tells that nobody looks at the comparison any more. */
  endCompare(): void;
  comments(params: protocol.CommentsParams): Promise<protocol.CommentsResult>;
  comment(params: protocol.CommentParams): Promise<protocol.EditResult>;
  resolveComment(params: protocol.ResolveCommentParams): Promise<protocol.EditResult>;
  reviewer(): Promise<protocol.ReviewerResult>;
}

const REVISIONS: protocol.RevisionsMethod = 'clausewright/revisions';
const COMPARE: protocol.CompareMethod = 'clausewright/compare';
const END_COMPARE: protocol.EndCompareMethod = 'clausewright/endCompare';
const COMMENTS: protocol.CommentsMethod = 'clausewright/comments';
const COMMENT: protocol.CommentMethod = 'clausewright/comment';
const RESOLVE_COMMENT: protocol.ResolveCommentMethod = 'clausewright/resolveComment';
const REVIEWER: protocol.ReviewerMethod = 'clausewright/reviewer';

/** The requests of a review over a client. */
export function reviewRequestsTo(client: BaseLanguageClient): ReviewRequests {
  return {
    revisions: () => client.sendRequest(REVISIONS),
    compare: (params, token) => client.sendRequest(COMPARE, params, token),
    endCompare: () => {
      if (client.isRunning()) void client.sendNotification(END_COMPARE, {});
    },
    comments: params => client.sendRequest(COMMENTS, params),
    comment: params => client.sendRequest(COMMENT, params),
    resolveComment: params => client.sendRequest(RESOLVE_COMMENT, params),
    reviewer: () => client.sendRequest(REVIEWER),
  };
}
