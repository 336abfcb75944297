import type { Source } from '../text/source.ts';
import type { AuthorsFact, TimeFact } from './host-facts.ts';

/** What reading a file gave. */
export type ReadResult =
  | {
      readonly kind: 'text';
      readonly source: Source;
      /** Whether bytes that are no UTF-8 were replaced by U+FFFD. */
      readonly lossy?: boolean;
    }
  /** No longer there, or a folder. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: WhyUnreadable };

/** Why a file that is there was not read: it is no text, or more of it than a person writes, or not permitted. */
export type WhyUnreadable = 'binary' | 'too-large' | 'denied';

/**
 * Everything that the product asks of the machine it runs on. Paths are workspace paths with `/`; a host never
 * leaves the workspace folders, whatever it is asked, and follows no link out of them.
 */
export interface Host {
  /**
   * All files below the workspace folders in batches, heavy folders such as `node_modules` and `.git` left out.
   * Stops early when `cancelled` says so or more than `limit` files were found.
   */
  list(limit: number, cancelled: () => boolean): AsyncIterable<readonly string[]>;
  /** Folders that the last {@link list} was not permitted to look into; absent where a host cannot know. */
  denied?(): readonly string[];
  /** Reads several files; the results stand in the order of the paths. Never rejects. */
  read(paths: readonly string[]): Promise<readonly ReadResult[]>;
  /**
   * What stands at paths that {@link list} did not give, as evidence links name files in build folders and behind
   * links to folders: a file gives its path, a folder the paths of the files below it, at most `limit` in all.
   * Never rejects.
   */
  find(paths: readonly string[], limit: number): Promise<readonly string[]>;
  /**
   * When files were last changed, by their last commit where there is git. Files that are not there are left out.
   * Absent where a host cannot know. Never rejects.
   */
  times?(paths: readonly string[]): Promise<ReadonlyMap<string, TimeFact>>;
  /**
   * Who committed each line of files, as far as git knows; nothing for the lines of files without history. Absent
   * where a host cannot know. Never rejects.
   */
  authors?(paths: readonly string[]): Promise<ReadonlyMap<string, AuthorsFact>>;
  /**
   * The texts that a file had, newest commit first, out of its last `limit` commits; nothing where there is no
   * history. With `wanted`, only those of commits whose ISO time it takes are read. Absent where a host cannot know.
   * Never rejects.
   */
  history?(path: string, limit: number, wanted?: (at: string) => boolean): AsyncIterable<Revision>;
  /** ISO time of a commit; undefined where there is none of this id. Absent where a host cannot know. Never rejects. */
  commitTime?(commit: string): Promise<string | undefined>;
  /** Address of the person at work, else the name, as git is set up; undefined where it is not. Never rejects. */
  identity?(): Promise<string | undefined>;
  /** What version control knows of the repository around a folder; undefined where there is none. Never rejects. */
  repository?(folder: string): Promise<GitFacts | undefined>;
  /** Earlier states of the folders; absent where a host cannot know them. */
  readonly past?: Past;
}

/** Earlier states of the workspace folders, as version control keeps them. Nothing here rejects. */
export interface Past {
  /** Branches, tags and the last commits, at most `limit` of each, the newest first. */
  revisions(limit: number): Promise<readonly KnownRevision[] | PastFault>;
  /** The folders as they were at a revision, named as the user writes it. */
  at(revision: string): Promise<EarlierState | PastFault>;
}

/** Why an earlier state is not to be had, as a sentence without the full stop. */
export interface PastFault {
  readonly fault: string;
}

/** A revision that a user can choose. */
export interface KnownRevision {
  readonly kind: 'branch' | 'remote' | 'tag' | 'commit';
  /** A branch, a tag, an abbreviated id. */
  readonly name: string;
  /** Full id of the commit. */
  readonly commit: string;
  /** ISO time of the commit. */
  readonly at: string;
  /** First line of the commit's message. */
  readonly subject: string;
  /** Whether it is the branch that is checked out. */
  readonly current: boolean;
}

/** The workspace folders as they were. */
export interface EarlierState {
  /** Full id of the commit; of several repositories, all of them. */
  readonly commit: string;
  readonly host: Host;
  /** What could not be read after all, as of a partial clone; undefined where all was there. */
  readonly lacking: () => string | undefined;
}

/** What version control knows of a repository. */
export interface GitFacts {
  /** Abbreviated id of the commit that is checked out. */
  readonly commit: string | undefined;
  /** Tag of exactly that commit. */
  readonly tag: string | undefined;
  /** Web address of the repository that it was cloned from, without anything secret in it. */
  readonly origin: string | undefined;
}

/** A text that a file had. */
export interface Revision {
  /** Abbreviated id of the commit. */
  readonly commit: string;
  /** ISO time of the commit. */
  readonly at: string;
  /** Who made it, as `Name <address>`. */
  readonly author: string;
  readonly source: Source;
}
