import type { Library } from '../catalog/library.ts';
import { Checker } from '../rules/checker.ts';
import { RULES } from '../rules/registry.ts';
import { Session } from '../workspace/session.ts';
import type { OpenDocument } from './open-document.ts';
import type { Realm } from './realm.ts';
import { belowUri, lastParts } from './uris.ts';

/** Rules that look at one document alone: all that can be said while the rest of the workspace is not known. */
export const DOCUMENT_RULES = RULES.filter(rule => rule.reads === 'document');

/** Rules for a document whose neighbours are not known. */
const LONE_RULES = RULES.filter(rule => rule.needsOthers !== true);

/** A document that lies in no workspace folder, with the path that stands for it. */
export interface Lone {
  readonly realm: Realm;
  readonly path: string;
}

/**
 * The realm of a single open document, in which nothing is known of other files.
 * `checked` is false for files that other tools write.
 */
export function loneRealm(library: Library, today: string, document: OpenDocument, checked: boolean): Lone {
  const session = new Session({ library, today });
  const path = lonePath(document);
  session.setFiles([path]);
  const folder = folderUri(document.uri);
  const realm: Realm = {
    session,
    checker: new Checker(session, checked ? LONE_RULES : []),
    uriOf: each => (each === path ? document.uri : folder === undefined ? undefined : belowUri(folder, each)),
    openAt: each => (each === path ? document : undefined),
  };
  return { realm, path };
}

/** A path by which a document's kind can be told: its folder and name, with an extension for its language. */
function lonePath({ uri, languageId }: OpenDocument): string {
  const path = lastParts(uri, 2).join('/') || 'document';
  if (/\.(?:md|mdx|markdown|ya?ml)$/i.test(path)) return path;
  if (languageId === 'markdown') return `${path}.md`;
  return languageId === 'yaml' ? `${path}.yaml` : path;
}

/** The URI below which paths of a lone document's realm lie; undefined for documents that are not saved yet. */
function folderUri(uri: string): string | undefined {
  if (uri.startsWith('untitled:')) return undefined;
  const folder = /^(.*)\/[^/]+\/[^/]+$/.exec(uri)?.[1];
  return folder === undefined || /^[a-z][a-z0-9+.-]*:\/?$/i.test(folder) ? undefined : folder;
}
