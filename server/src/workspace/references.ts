import type { ParsedDocument } from '../model/document.ts';
import type { Entry, EvidenceRef } from '../model/entry.ts';
import { type Field, textsField } from '../model/field.ts';
import { type Metadata, textAt } from '../model/sectioned.ts';
import { at, type Placed, type Span, touches } from '../text/span.ts';
import { linksOf, linkTarget } from './links.ts';
import { type Target, targetOf } from './target.ts';

/** A place where a document names a file, a folder, a glob or an address. */
export interface PathReference {
  /** How it is written, which decides how it must be quoted and encoded. */
  readonly form: 'yaml' | 'inline' | 'angled' | 'html';
  readonly role: 'evidence' | 'covers' | 'metadata' | 'link';
  /** The written value with quotes, or a Markdown link's target. UTF-16 code units of the file. */
  readonly span: Span;
  /** What the value says; percent codes stay. */
  readonly written: string;
  readonly target: Target;
  /** The entry that names it, for evidence and what a test covers. */
  readonly entry: Placed<Entry> | undefined;
}

/** Metadata of cards that may name a file of the repository. */
const FILE_KEYS = ['license_link'];

/** What names something in the workspace or outside of it at an offset of a document; undefined where nothing does. */
export function pathReferenceAt(
  document: ParsedDocument,
  root: string,
  offset: number,
): PathReference | undefined {
  return pathReferences(document, root, offset).find(each => touches(each.span, offset));
}

/**
 * Everything in a document that names something in the workspace or outside of it, in the order of the text; with
 * `near`, only in the entry or the section at that offset, and in metadata.
 */
export function pathReferences(document: ParsedDocument, root: string, near?: number): PathReference[] {
  const { model, path } = document;
  if (model.kind === 'config') return [];
  if (model.kind === 'control-mapping')
    return model.entries
      .filter(({ start, value }) => near === undefined || touches(at(start, value), near))
      .flatMap(entry => [...ofEntry(entry, path, root)]);
  const found: PathReference[] = [];
  if ('metadata' in model) {
    for (const field of fileFields(model.metadata))
      found.push(yamlReference('metadata', field, linkTarget(field.value.value, path, root)));
  }
  for (const { destination, link } of linksOf(document, near)) {
    if (link.target === '') continue;
    const form = link.kind === 'html' ? 'html' : link.angled ? 'angled' : 'inline';
    const target = linkTarget(link.target, path, root);
    found.push({ form, role: 'link', span: destination, written: link.target, target, entry: undefined });
  }
  return found;
}

/** The metadata of a card that names files of the repository. */
export function fileFields(metadata: Metadata): Placed<Field<string>>[] {
  return FILE_KEYS.flatMap(key => textAt(metadata, key) ?? []);
}

/** Everything that a piece of evidence names: its target, and what it covers if it is a test. */
export function pathsOf({ target, fields }: EvidenceRef): string[] {
  return [target.value, ...textsField(fields.get('covers')).map(each => each.value)];
}

function* ofEntry(entry: Placed<Entry>, path: string, root: string): Iterable<PathReference> {
  for (const { target, fields } of entry.value.evidence) {
    const field = { start: entry.start, value: target };
    yield { ...yamlReference('evidence', field, targetOf(target.value, path, root)), entry };
    for (const value of textsField(fields.get('covers'))) {
      const covered = { start: entry.start, value };
      yield { ...yamlReference('covers', covered, targetOf(value.value, path, root)), entry };
    }
  }
}

function yamlReference(
  role: PathReference['role'],
  { start, value }: Placed<Field<string>>,
  target: Target,
): PathReference {
  return { form: 'yaml', role, span: at(start, value), written: value.value, target, entry: undefined };
}
