import { bodyOf, type ParsedDocument } from '../model/document.ts';
import { type Link, linksIn } from '../syntax/markdown/links.ts';
import { at, type Span } from '../text/span.ts';
import { folderOf, resolvePath } from './paths.ts';
import { decoded, type Target } from './target.ts';

/** A Markdown link of a document. Spans are UTF-16 code units of the file. */
export interface DocumentLink {
  /** All of the link. */
  readonly span: Span;
  /** The characters of its target. */
  readonly destination: Span;
  readonly link: Link;
}

/**
 * The Markdown links of a document in the order of the text; empty for YAML. With `near`, those of the section at that
 * offset, or of both where it lies between two.
 */
export function linksOf(document: ParsedDocument, near?: number): DocumentLink[] {
  const sections = bodyOf(document.model)?.sections ?? [];
  const wanted =
    near === undefined
      ? sections
      : sections.filter(({ start, value }) => start <= near && near <= start + value.text.length);
  return wanted.flatMap(({ start, value }) =>
    value
      .derive(linksIn)
      .map(link => ({ span: at(start, link), destination: at(start, link.destination), link })),
  );
}

/**
 * What a Markdown link points at, as a renderer reads it: relative to the document's folder, a leading `/` from the
 * workspace folder's root, `#fragment` in the document itself. Nothing in it is a ticket or a glob.
 */
export function linkTarget(text: string, document: string, root: string): Target {
  const link = text.trim();
  if (/^file:/i.test(link)) return { kind: 'outside', why: 'file-url' };
  if (/^[A-Za-z]:[\\/]|^\\\\/.test(link)) return { kind: 'outside', why: 'absolute' };
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)) return { kind: 'url', url: link };
  const hash = link.indexOf('#');
  const before = hash < 0 ? link : link.slice(0, hash);
  const path = decoded(before.split('?')[0] ?? '');
  const written = hash < 0 ? '' : decoded(link.slice(hash + 1));
  const fragment = written === '' ? undefined : written;
  if (path === '') return { kind: 'file', path: document, fragment };
  const folder = path.startsWith('/') ? root : folderOf(document);
  const resolved = resolvePath(folder, path.replace(/^\/+/, ''), root);
  return resolved === undefined
    ? { kind: 'outside', why: 'climbs' }
    : { kind: 'file', path: resolved, fragment };
}
