import type { Checker } from '../rules/checker.ts';
import type { Source } from '../text/source.ts';
import type { Session } from '../workspace/session.ts';
import type { OpenDocument } from './open-document.ts';

/**
 * Documents that know of each other, and how the client names them: the workspace, or a single open document that
 * lies in no workspace folder.
 */
export interface Realm {
  readonly session: Session;
  readonly checker: Checker;
  /** The URI of a path; undefined for paths that no file can have. */
  uriOf(path: string): string | undefined;
  /** The document that an editor shows at a path. */
  openAt(path: string): OpenDocument | undefined;
}

/** One document as a request finds it: nothing in it changes while the request is answered. */
export interface View {
  readonly realm: Realm;
  readonly session: Session;
  readonly uri: string;
  readonly path: string;
  readonly source: Source;
  /** Version of the editor's text; null for a file that no editor shows. */
  readonly version: number | null;
}

/** The text at a path: the editor's, else the file's where it is a document. */
export function sourceAt(realm: Realm, path: string): Source | undefined {
  return realm.openAt(path)?.source ?? realm.session.source(path);
}
