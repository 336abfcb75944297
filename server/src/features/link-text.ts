import type { Source, TextChange } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { folderOf, relativePath } from '../workspace/paths.ts';
import type { PathReference } from '../workspace/references.ts';

/** Where the path and the fragment of a written link lie, quotes and brackets left out. */
interface Written {
  readonly quote: '' | '"' | "'";
  readonly path: Span;
  /** Behind the `#`; undefined without one. */
  readonly fragment: Span | undefined;
}

/**
 * The change that gives a link another path, in the style of the old one; undefined where it cannot be written. Of a
 * glob, only the folders in front of its pattern are replaced.
 */
export function withPath(
  source: Source,
  reference: PathReference,
  path: string,
  document: string,
  root: string,
): TextChange | undefined {
  const place = writtenAt(source, reference);
  if (place === undefined) return undefined;
  const written = source.slice(place.path);
  const glob = reference.target.kind === 'glob';
  const old = glob ? written.slice(0, patternAt(written)) : written;
  const span = { start: place.path.start, end: place.path.start + old.length };
  const named = glob ? fixedFolder(path) : path;
  const text = encodedPath(styled(old, named, document, root), old, reference.form, place.quote);
  return text === old ? undefined : { span, text };
}

/** The folders of a glob in front of its first pattern. */
export function fixedFolder(pattern: string): string {
  return pattern.slice(0, patternAt(pattern)).replace(/\/$/, '');
}

/** Where the first part with a pattern begins in a glob, behind a slash. */
function patternAt(glob: string): number {
  const magic = glob.search(/[*?[\]{}!()]/);
  const before = magic < 0 ? glob : glob.slice(0, magic);
  return Math.max(before.lastIndexOf('/'), before.lastIndexOf('\\')) + 1;
}

/** The change that gives a link another fragment; undefined where it has none or cannot be written. */
export function withFragment(
  source: Source,
  reference: PathReference,
  fragment: string,
): TextChange | undefined {
  const place = writtenAt(source, reference);
  if (place?.fragment === undefined) return undefined;
  const old = source.slice(place.fragment);
  const text = encodedFragment(fragment, old, reference.form, place.quote);
  return text === old ? undefined : { span: place.fragment, text };
}

/** A written target without the quotes of a YAML value. */
export function innerSpan(source: Source, { form, span }: PathReference): Span {
  const quoted = form === 'yaml' && quoteAt(source, span) !== '';
  return quoted ? { start: span.start + 1, end: span.end - 1 } : span;
}

function quoteAt(source: Source, span: Span): Written['quote'] {
  const first = source.text[span.start];
  const closed = span.end - span.start > 1 && source.text[span.end - 1] === first;
  return closed && (first === '"' || first === "'") ? first : '';
}

/** Undefined for values over several lines and for those whose escapes hide where the path ends. */
function writtenAt(source: Source, { form, span, written }: PathReference): Written | undefined {
  const quote = form === 'yaml' ? quoteAt(source, span) : '';
  const inner = quote === '' ? span : { start: span.start + 1, end: span.end - 1 };
  const text = source.slice(inner);
  if (/[\r\n]/.test(text) || (form !== 'yaml' && /\\[#?]/.test(text))) return undefined;
  if (form === 'yaml' && quote === '' && text !== written) return undefined;
  const hash = text.indexOf('#');
  const before = hash < 0 ? text : text.slice(0, hash);
  const query = form === 'yaml' ? -1 : before.indexOf('?');
  const end = inner.start + (query < 0 ? before.length : query);
  return {
    quote,
    path: { start: inner.start, end },
    fragment: hash < 0 ? undefined : { start: inner.start + hash + 1, end: inner.end },
  };
}

/** A path as the old one was written: from the root or relative, with or without `./`, with its last slash. */
function styled(old: string, path: string, document: string, root: string): string {
  const slash = /[\\/]$/.test(old) || old === '' ? '/' : '';
  if (/^[\\/]/.test(old)) {
    const below = root !== '' && path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
    return below === '' ? '/' : `/${below}${slash}`;
  }
  const relative = relativeTo(folderOf(document), path);
  if (relative === '') return old === '' ? '' : `.${slash}`;
  const dotted = (/^\.[\\/]/.test(old) && !relative.startsWith('.')) || MISREAD.test(relative);
  return `${dotted ? './' : ''}${relative}${slash}`;
}

/** Names that read as a scheme, a ticket or a home folder where no `./` stands before them. */
const MISREAD = /^(?:[^/]*:|~|[A-Z][A-Z0-9_]{0,15}-\d+$)/;

/** A file or folder as seen from a folder; empty for the folder itself. */
function relativeTo(folder: string, path: string): string {
  return relativePath(folder, path === '' ? '_' : `${path}/_`).replace(/\/?_$/, '');
}

/** Percent codes for what a path cannot hold where it is written; everything else stays as a person wrote it. */
function encodedPath(path: string, old: string, form: PathReference['form'], quote: string): string {
  const backslashes = form === 'yaml' && old.includes('\\') && !old.includes('/');
  const blanks = form === 'inline' || form === 'html' || /%20/.test(old);
  const wide = /%[89A-F][0-9A-F]/i.test(old);
  let text = path.replace(/%(?=[0-9a-f]{2})/gi, '%25').replace(/[#\p{Cc}]/gu, coded);
  if (form !== 'yaml') text = text.replace(/[?<>\\"']/g, coded);
  if (form === 'inline' && !/[()]/.test(old)) text = text.replace(/[()]/g, coded);
  if (form === 'html') text = text.replace(/&/g, coded);
  if (form === 'yaml' && quote === '') text = plain(text, old);
  if (blanks) text = text.replace(/\s/g, coded);
  if (wide) text = text.replace(/\P{ASCII}+/gu, coded);
  if (backslashes) text = text.replaceAll('/', quote === '"' ? '\\\\' : '\\');
  else if (quote === '"') text = text.replace(/["\\]/g, char => `\\${char}`);
  return quote === "'" ? text.replaceAll("'", "''") : text;
}

/** Characters that would end or change a plain YAML value. */
function plain(text: string, old: string): string {
  const safe = text.replace(/:(?=\s|$)/g, coded).replace(/^\s|\s$/g, coded);
  const flow = old.includes(',') ? safe : safe.replace(/[,[\]{}]/g, coded);
  return /^[-?:,[\]{}#&*!|>'"%@`]/.test(flow) ? `./${flow}` : flow;
}

function encodedFragment(fragment: string, old: string, form: PathReference['form'], quote: string): string {
  const wide = /%[89A-F][0-9A-F]/i.test(old);
  let text = fragment.replace(/[\s%"'<>\\]/g, coded);
  if (form === 'inline') text = text.replace(/[()]/g, coded);
  if (form === 'yaml' && quote === '') text = text.replace(/[,[\]{}]/g, coded);
  if (wide) text = text.replace(/\P{ASCII}+/gu, coded);
  return text;
}

function coded(text: string): string {
  const code = text.charCodeAt(0);
  if (code < 0x80) return `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
  return /\p{Surrogate}/u.test(text) ? text : encodeURIComponent(text);
}
