/** What a reviewer's client asks for: comparison with a revision, and review comments. Types only, like protocol.ts. */
import type { ProgressToken } from 'vscode-languageserver';
import type { EvidenceStrength, Place } from './protocol-overview.ts';

/** Method of {@link RevisionsResult}, without parameters; client to server. */
export type RevisionsMethod = 'clausewright/revisions';

/** What the workspace can be compared with. */
export interface RevisionsResult {
  /** Branches, tags and commits, each kind with the newest first. */
  readonly revisions: readonly {
    readonly kind: 'branch' | 'remote' | 'tag' | 'commit';
    readonly name: string;
    readonly commit: string;
    /** ISO time of the commit. */
    readonly at: string;
    readonly subject: string;
    readonly current: boolean;
  }[];
  /** Why there is nothing to compare with, as a sentence; absent where there is. */
  readonly unavailable?: string;
}

/** Method of {@link CompareParams} → {@link CompareResult}; client to server. It can be cancelled. */
export type CompareMethod = 'clausewright/compare';

/**
 * Asks what the workspace, unsaved text included, does to the evidence of a revision. Once something has changed,
 * `clausewright/changed` tells so. The request fails, with the reason as its message, where the revision cannot be read.
 */
export interface CompareParams {
  /** A branch, a tag or a commit; `REV...` for the commit at which the current branch left REV. */
  readonly revision: string;
  /** Under which progress is told while the revision is read for the first time. */
  readonly workDoneToken?: ProgressToken;
}

/** Method of a notification from client to server, without parameters: nobody looks at a comparison any more. */
export type EndCompareMethod = 'clausewright/endCompare';

/** What has changed since a revision. */
export interface CompareResult {
  readonly revision: string;
  readonly commit: string;
  /** The weakened ones first. */
  readonly controls: readonly ComparedControl[];
  readonly findings: {
    readonly new: readonly ComparedFinding[];
    readonly resolved: readonly ComparedFinding[];
    readonly kept: number;
  };
  /** Each framework of each system; null on the side that does not have it. */
  readonly frameworks: readonly {
    readonly id: string;
    readonly name: string;
    readonly system: string | null;
    readonly before: ComparedNumbers | null;
    readonly after: ComparedNumbers | null;
  }[];
  readonly documents: readonly ComparedDocument[];
}

/** Applicable controls, and those with the evidence that they need. */
export interface ComparedNumbers {
  readonly applicable: number;
  readonly met: number;
}

/** A control that stands otherwise than before. */
export interface ComparedControl {
  /** Qualified id, and as its framework writes it. */
  readonly id: string;
  readonly shortId: string;
  readonly title: string;
  readonly system: string | null;
  readonly direction: 'weaker' | 'excluded' | 'stronger' | 'included';
  /** Null where no mapping spoke of its framework; `excluded` where it does not apply. */
  readonly before: EvidenceStrength | 'excluded' | null;
  readonly after: EvidenceStrength | 'excluded' | null;
  /** Whether it is as strong as it needs to be now. */
  readonly met: boolean;
  /** Sentences without the full stop. */
  readonly reasons: readonly string[];
  /** Where its entry stands, else where its mapping lists controls. */
  readonly place?: Place;
  readonly hasEntry: boolean;
}

/** A finding that only one side has. */
export interface ComparedFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly path: string;
  /** Where it stands; of a resolved one, where its line stands now. Absent where the document is gone. */
  readonly place?: Place;
}

/** A document that came, went or got another path. */
export interface ComparedDocument {
  readonly change: 'added' | 'removed' | 'renamed';
  readonly path: string;
  /** The path before it was renamed. */
  readonly from?: string;
  readonly kind: string;
  /** Absent for what is gone. */
  readonly uri?: string;
}

/** Method of {@link CommentsParams} → {@link CommentsResult}; client to server. */
export type CommentsMethod = 'clausewright/comments';

/** Asks for the open review comments of a document. */
export interface CommentsParams {
  readonly uri: string;
}

/** The review comments of a document. */
export interface CommentsResult {
  readonly threads: readonly CommentThreadData[];
  /** Whether comments can be written into the document at all. */
  readonly writable: boolean;
  /** Version of the text that they were read from; null for a file that no editor shows. */
  readonly version: number | null;
}

/** A question with its answers. */
export interface CommentThreadData {
  readonly range: Place['range'];
  readonly comments: readonly {
    readonly by: string;
    /** YYYY-MM-DD. */
    readonly on: string;
    readonly text: string;
    readonly range: Place['range'];
  }[];
}

/** Method of {@link CommentParams} → {@link EditResult}; client to server. */
export type CommentMethod = 'clausewright/comment';

/** Asks for the edit that leaves a comment about what stands at a position, or answers the thread that stands there. */
export interface CommentParams {
  readonly uri: string;
  readonly position: Place['range']['start'];
  readonly by: string;
  readonly text: string;
}

/** Method of {@link ResolveCommentParams} → {@link EditResult}; client to server. */
export type ResolveCommentMethod = 'clausewright/resolveComment';

/** Asks for the edit that takes away the thread at a position. */
export interface ResolveCommentParams {
  readonly uri: string;
  readonly position: Place['range']['start'];
}

/** Method of {@link ReviewerResult}, without parameters; client to server. */
export type ReviewerMethod = 'clausewright/reviewer';

/** Who reviews: the setting `reviewer`, else as git is set up; absent where nobody knows. */
export interface ReviewerResult {
  readonly name?: string;
}
