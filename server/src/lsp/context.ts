import type {
  ProgressToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import type { ClientTraits } from './client.ts';
import type { Comparison } from './comparison.ts';
import type { Loader } from './loader.ts';
import type { Overview } from './overview.ts';
import type { Platform } from './platform.ts';
import type { Reports } from './reports.ts';
import type { Suggested } from './suggested.ts';
import type { Waiters } from './waiters.ts';
import type { Workspace } from './workspace.ts';

/** How much a log line matters; `verbose` lines are written only when the client asks for them. */
export type LogLevel = 'error' | 'info' | 'verbose';

/** Everything that a method needs to answer. */
export interface Context {
  readonly workspace: Workspace;
  readonly client: ClientTraits;
  readonly platform: Platform;
  readonly reports: Reports;
  /** What views of the client show. */
  readonly overview: Overview;
  /** The workspace compared with a revision. */
  readonly comparison: Comparison;
  /** The suggestions that were made last. */
  readonly suggested: Suggested;
  /** Requests that wait for news. */
  readonly waiters: Waiters;
  /** The loader of the folders as they are now. */
  loader(): Loader;
  /** Resolves when all files were read, or soon if that takes long. */
  readySoon(): Promise<void>;
  /** Tells that an editor has changed something. */
  touched(): void;
  /** Whether the server is shutting down. */
  isEnding(): boolean;
  sendPartial(token: ProgressToken, value: WorkspaceDiagnosticReport): void;
  /** Tells a client how far a request is that it gave a token for. */
  sendProgress(
    token: ProgressToken,
    value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd,
  ): void;
  /** Who reviews: as the client's settings say, else as git is set up; undefined where nobody knows. */
  reviewer(): Promise<string | undefined>;
  log(level: LogLevel, message: string): void;
}
