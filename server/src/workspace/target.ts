import { asGlob, folderOf, resolvePath } from './paths.ts';

/** What the text of an evidence link points at. */
export type Target =
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string | undefined }
  | { readonly kind: 'glob'; readonly pattern: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'ticket'; readonly ticket: string }
  | { readonly kind: 'outside'; readonly why: 'climbs' | 'absolute' | 'file-url' };

/**
 * Reads an evidence link of a document. Paths are relative to the document's folder; a leading `/` means the
 * workspace folder's root, as on GitHub. `root` is that folder, beyond which nothing is looked at.
 */
export function targetOf(text: string, document: string, root: string): Target {
  const link = text.trim();
  const simple = SIMPLE.exec(link);
  if (simple !== null) return inside(simple[1] ?? '', simple[2], document, root);
  if (/^https?:\/\/|^mailto:/i.test(link)) return { kind: 'url', url: link };
  if (/^file:/i.test(link)) return { kind: 'outside', why: 'file-url' };
  if (/^[A-Za-z]:[\\/]|^\\\\|^~[\\/]/.test(link)) return { kind: 'outside', why: 'absolute' };
  if (/^[A-Z][A-Z0-9_]{0,15}-\d+$/.test(link) || isIssue(link)) return { kind: 'ticket', ticket: link };
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return { kind: 'url', url: link };
  const hash = link.indexOf('#');
  const path = decoded(hash < 0 ? link : link.slice(0, hash));
  const fragment = hash < 0 ? undefined : decoded(link.slice(hash + 1));
  const folder = path.startsWith('/') ? root : folderOf(document);
  const relative = path.replace(/^\/+/, '');
  const resolved = resolvePath(folder, relative, root);
  if (resolved === undefined) return { kind: 'outside', why: 'climbs' };
  if (fragment === undefined && /[*?{}]|\[[^\][]*\]/.test(path))
    return { kind: 'glob', pattern: resolvePath(asGlob(folder), relative, asGlob(root)) ?? resolved };
  return {
    kind: 'file',
    path: path === '' ? document : resolved,
    fragment: fragment === '' ? undefined : fragment,
  };
}

/** Most links: a path of plain names, with a fragment that is not only a number, as that would be a ticket. */
const SIMPLE = /^([\w.-]+(?:\/[\w.-]+)+)(?:#(?!\d+$)([\w./-]+))?$/;

/** `#12` and `owner/repository#12`, but not a heading such as `docs/card.md#2024`. */
function isIssue(link: string): boolean {
  return /^(?:[\w.-]+\/[\w.-]+)?#\d+$/.test(link) && !FILE.test(link.slice(0, link.indexOf('#')));
}

/** Names of files that evidence points at; a repository is seldom called so. */
const FILE = /\.(?:md|mdx|markdown|rst|adoc|txt|html?|ya?ml|json|xml|csv|pdf|ipynb|py)$/i;

function inside(path: string, fragment: string | undefined, document: string, root: string): Target {
  const resolved = resolvePath(folderOf(document), path, root);
  return resolved === undefined
    ? { kind: 'outside', why: 'climbs' }
    : { kind: 'file', path: resolved, fragment };
}

/** Percent-decoding that leaves a stray `%` as it is. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, run => {
    const bytes = (run.match(/[0-9a-f]{2}/gi) ?? []).map(hex => Number.parseInt(hex, 16));
    return bytes.every(byte => byte < 0x80) ? String.fromCharCode(...bytes) : decodedOr(run);
  });
}

function decodedOr(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run; // not UTF-8: the characters stand for themselves
  }
}
