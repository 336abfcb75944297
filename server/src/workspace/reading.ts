import type { Library } from '../catalog/library.ts';
import { type ParsedDocument, readDocument } from '../model/document.ts';
import { type BlockParser, createBlockParser } from '../syntax/markdown/blocks.ts';
import type { Replacement } from '../text/replacement.ts';
import type { Source } from '../text/source.ts';
import { EntryFacts } from './entry-facts.ts';
import type { Facts } from './facts.ts';
import { SectionUnits } from './section-units.ts';
import type { Configurations } from './settings.ts';
import { summarise } from './summary.ts';

/** What decides, beside a text, how it is read and what it states. */
export interface Surroundings {
  readonly library: Library;
  readonly configurations: Configurations;
  /** Whether entries point into a file, so that it is read as evidence where it is no document. */
  isPointedAt(path: string): boolean;
  /** The workspace folder that holds a path. */
  rootOf(path: string): string;
}

/** Reads texts as documents, and finds out what the documents state, in the workspace as it stands. */
export class Reading {
  private readonly around: Surroundings;
  private readonly blocks: BlockParser = createBlockParser();
  private readonly entries = new EntryFacts();
  private readonly sections = new SectionUnits();

  constructor(around: Surroundings) {
    this.around = around;
  }

  /**
   * The document that a text is; undefined for one that is none. With an edit of an earlier state of the document, only
   * what the edit touches is parsed.
   */
  parse(
    path: string,
    source: Source,
    before?: ParsedDocument,
    edit?: Replacement,
  ): ParsedDocument | undefined {
    const { blocks } = this;
    const earlier = before === undefined || edit === undefined ? undefined : { document: before, ...edit };
    const kind = this.around.configurations.kindOf(path);
    const found = readDocument(path, source, { blocks, kind, earlier });
    if (found !== undefined || !this.around.isPointedAt(path)) return found;
    return readDocument(path, source, { blocks, kind: 'evidence', earlier });
  }

  /** What a document states. What its parts said in the same context is used again. */
  factsOf(document: ParsedDocument, earlier?: ParsedDocument): Facts {
    return this.summary(document, this.entries, this.sections, earlier);
  }

  /** What a document states that is only looked at: nothing of it is kept. */
  factsOnce(document: ParsedDocument): Facts {
    return this.summary(document, new EntryFacts(), new SectionUnits());
  }

  private summary(
    document: ParsedDocument,
    entries: EntryFacts,
    sections: SectionUnits,
    earlier?: ParsedDocument,
  ): Facts {
    const { library, configurations } = this.around;
    const { path } = document;
    const scope = configurations.scopeOf(path);
    const root = this.around.rootOf(path);
    return summarise(document, { library, scope, root, entries, sections, earlier });
  }
}
