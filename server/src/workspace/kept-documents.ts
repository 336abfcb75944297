import type { ParsedDocument } from '../model/document.ts';
import type { DocumentKind } from '../model/kinds.ts';
import type { Source } from '../text/source.ts';

/** What is kept of one document. */
interface Kept {
  readonly kind: DocumentKind;
  readonly source: Source;
  /** Undefined where nobody looks at it. */
  readonly tree: ParsedDocument | undefined;
}

/** What is kept of the documents and of the evidence that was read: each one's kind and text, and of some the tree. */
export class KeptDocuments {
  private readonly byPath = new Map<string, Kept>();

  /** Keeps all of a document, in place of what was there. */
  set(path: string, document: ParsedDocument): void {
    this.byPath.set(path, { kind: document.kind, source: document.source, tree: document });
  }

  /** Lets go of a document. */
  delete(path: string): void {
    this.byPath.delete(path);
  }

  /** Lets go of a document's tree. */
  release(path: string): void {
    const kept = this.byPath.get(path);
    if (kept !== undefined) this.byPath.set(path, { ...kept, tree: undefined });
  }

  /** Whether a file is kept. */
  has(path: string): boolean {
    return this.byPath.has(path);
  }

  /** What a file is; undefined when it is not kept. */
  kindOf(path: string): DocumentKind | undefined {
    return this.byPath.get(path)?.kind;
  }

  /** A document's text. */
  source(path: string): Source | undefined {
    return this.byPath.get(path)?.source;
  }

  /** A document's tree; undefined where it was dropped. */
  tree(path: string): ParsedDocument | undefined {
    return this.byPath.get(path)?.tree;
  }

  /** All paths, in the order in which they came. */
  get paths(): IterableIterator<string> {
    return this.byPath.keys();
  }

  /** The paths below a folder; the outermost one is the empty text. */
  below(folder: string): string[] {
    return [...this.byPath.keys()].filter(path => folder === '' || path.startsWith(`${folder}/`));
  }
}
