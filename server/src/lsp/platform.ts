import type { Library } from '../catalog/library.ts';
import type { Host } from '../workspace/host.ts';

/** A workspace folder of the client. */
export interface Folder {
  /** URI as the client writes it, without a slash at the end. */
  readonly uri: string;
  readonly name: string;
  /** Its prefix in workspace paths; empty when it is the only one. */
  readonly prefix: string;
}

/** What the server needs of the place it runs in beside the connection. */
export interface Platform {
  readonly version: string;
  /** The catalogs; called once, after initialize. */
  library(): Library;
  /** Today as YYYY-MM-DD where the user lives. */
  today(): string;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Resolves after everything that waits has had a turn. */
  turn(): Promise<void>;
  /** Calls `run` after some milliseconds; the function it gives calls that off. */
  after(milliseconds: number, run: () => void): () => void;
  /**
   * Files as this place reads them itself; undefined where only the client can. With `git` false it starts no git, as
   * the folders are not trusted.
   */
  host(folders: readonly Folder[], options: { readonly git: boolean }): Host | undefined;
}
