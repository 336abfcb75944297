import type { Library } from '../catalog/library.ts';
import type { ParsedDocument } from '../model/document.ts';
import type { DocumentKind } from '../model/kinds.ts';
import { mayTellFacts } from '../model/repository/read.ts';
import type { Replacement } from '../text/replacement.ts';
import type { Source } from '../text/source.ts';
import { type Facts, NO_FACTS } from './facts.ts';
import { ALL_FILES_KEY } from './file-graph.ts';
import { FileSet } from './files.ts';
import { Graph } from './graph.ts';
import { HostFacts } from './host-facts.ts';
import { KeptDocuments } from './kept-documents.ts';
import { OwnCatalogs } from './own-catalogs.ts';
import { folderOf } from './paths.ts';
import { PointedFiles } from './pointed.ts';
import { Reading } from './reading.ts';
import { reconfigure } from './reconfigured.ts';
import { isRepositoryFile, repositoryFacts } from './repository-facts.ts';
import { repositoryFileFacts } from './repository-file.ts';
import { Configurations, type Scope } from './settings.ts';
import { StaleDocuments } from './stale.ts';

/** What a session is made with. */
export interface SessionOptions {
  readonly library: Library;
  /** Today as YYYY-MM-DD; the core has no clock. */
  readonly today: string;
  /** Workspace folders as path prefixes; `['']` for a single one. */
  readonly roots?: readonly string[];
}

/**
 * The workspace while it is being worked on. It is told of files and texts, keeps what was understood of them, and
 * says which documents have to be checked again. Synchronous, without a file system and without a clock.
 */
export class Session {
  today: string;
  readonly files = new FileSet();
  readonly configurations = new Configurations();
  roots: readonly string[];
  private readonly stale = new StaleDocuments();
  /** Everything that is stated, and who asked for it. */
  readonly index = this.stale.index;
  /** What stands for the outside of each document; see {@link Outside}. */
  readonly outside = this.stale.outside;
  /** What the host has found out about files beside their text. */
  readonly told = new HostFacts(
    (stater, facts) => this.stale.publish(stater, facts),
    (path, source) => this.factsOf(path, source),
  );
  private readonly reading = new Reading(this);
  private readonly kept = new KeptDocuments();
  /** Texts of files such as LICENSE and `config.json`, which need be no documents and which findings point to. */
  private readonly repository = new Map<string, Source>();
  private readonly catalogs: OwnCatalogs;
  /** Files that entries point into, which are read as evidence though they are no documents of their own. */
  private readonly pointed = new PointedFiles();

  constructor(options: SessionOptions) {
    this.catalogs = new OwnCatalogs(options.library);
    this.today = options.today;
    this.roots = options.roots ?? [''];
  }

  /** The catalogs that come with the product and those of the workspace; another value when an own one changes. */
  get library(): Library {
    return this.catalogs.library;
  }

  /** Notes that files exist or no longer exist, without their content. */
  setFiles(added: Iterable<string>, removed: Iterable<string> = []): void {
    let changed = false;
    for (const path of added) changed = this.notePresence(path, this.files.add(path)) || changed;
    for (const path of removed) {
      changed = this.notePresence(path, this.files.delete(path)) || changed;
      this.setText(path, undefined);
      this.told.forget(path);
    }
    if (changed) this.stale.markReaders(ALL_FILES_KEY);
  }

  /** `folders` came or went with the file; undefined when nothing changed. */
  private notePresence(path: string, folders: readonly string[] | undefined): boolean {
    if (folders === undefined) return false;
    this.pointed.note(path, true);
    this.stale.markReaders(`file:${path}`);
    for (const folder of folders) this.stale.markReaders(`folder:${folder}`);
    return true;
  }

  /**
   * Sets a file's text, or removes it. With `edit`, only what the edit touches is parsed again. Returns whether the
   * file is a document.
   */
  setText(path: string, source: Source | undefined, edit?: Replacement): boolean {
    if (isRepositoryFile(path)) {
      this.pointed.note(path, false);
      this.takeFacts(path, path, source, repositoryFacts);
      return false;
    }
    // A file such as `config.json` tells facts, whatever else it is.
    if (mayTellFacts(path)) this.takeFacts(path, `repository ${path}`, source, repositoryFileFacts);
    const before = this.kept.tree(path);
    const document = source === undefined ? undefined : this.reading.parse(path, source, before, edit);
    if (this.pointed.has(path)) this.pointed.note(path, document !== undefined);
    if (document === undefined) this.forget(path);
    else this.adopt(path, document, before);
    return document !== undefined;
  }

  /** Keeps the text of a file that need be no document, and states what it tells under a name of its own. */
  private takeFacts(
    path: string,
    stater: string,
    source: Source | undefined,
    read: (path: string, source: Source) => Facts,
  ): void {
    if (source === undefined) this.repository.delete(path);
    else this.repository.set(path, source);
    this.stale.publish(stater, source === undefined ? NO_FACTS : read(path, source));
  }

  private adopt(path: string, document: ParsedDocument, earlier: ParsedDocument | undefined): void {
    const was = this.kept.kindOf(path);
    this.kept.set(path, document);
    if (document.kind !== 'evidence') this.stale.mark(path);
    else if (was !== undefined && was !== 'evidence') this.stale.dropChecks(path);
    if (document.model.kind === 'config' || was === 'config') this.reconfigure(path, document);
    if (document.model.kind === 'catalog' || was === 'catalog') this.recatalog(path, document);
    this.stale.publish(path, this.reading.factsOf(document, earlier));
  }

  private forget(path: string): void {
    const was = this.kept.kindOf(path);
    if (was === undefined) return;
    this.kept.delete(path);
    this.pointed.forget(path);
    if (was !== 'evidence') this.stale.dropChecks(path);
    if (was === 'config') this.reconfigure(path, undefined);
    if (was === 'catalog') this.recatalog(path, undefined);
    this.stale.publish(path, NO_FACTS);
  }

  /** A configuration decides kinds, headings and rules below its folder; only what it changes is read again. */
  private reconfigure(path: string, document: ParsedDocument | undefined): void {
    this.outside.changedAll();
    const folder = folderOf(path);
    const model = document?.model.kind === 'config' ? document.model : undefined;
    const below = this.kept.below(folder).flatMap(each => {
      const source = each === path ? undefined : this.kept.source(each);
      return source === undefined ? [] : [{ path: each, source }];
    });
    const redo = reconfigure(
      this.configurations,
      folder,
      model,
      below.map(each => each.path),
    );
    for (const { path: each, source } of below) {
      const what = redo(each);
      if (what === 'read') this.setText(each, source);
      else if (what !== undefined) this.redo(each, what === 'state');
    }
  }

  /** Has a file checked again, if it is more than evidence; `states` tells whether its facts are found out anew. */
  private redo(path: string, states: boolean): void {
    if (this.kept.kindOf(path) !== 'evidence') this.stale.mark(path);
    const document = states ? this.document(path) : undefined;
    if (document !== undefined) this.stale.publish(path, this.reading.factsOf(document));
  }

  /** An own catalog decides what ids mean everywhere: what the documents state is found out again. */
  private recatalog(path: string, document: ParsedDocument | undefined): void {
    const model = document?.model.kind === 'catalog' ? document.model : undefined;
    if (!this.catalogs.set(path, model)) return;
    this.outside.changedAll();
    for (const each of this.kept.paths) {
      const kind = this.kept.kindOf(each);
      this.redo(each, each !== path && kind !== 'config' && kind !== 'catalog');
    }
  }

  /** Catalogs that configuration names and whose text is not known: the host reads them, before all else if it can. */
  wantedCatalogs(): string[] {
    const named = this.configurations.catalogGlobs.flatMap(glob => this.files.matching(glob));
    return [...new Set(named)].filter(
      path => !this.kept.has(path) && this.configurations.kindOf(path) === 'catalog',
    );
  }

  /**
   * Files that entries point into but whose text is not known: the host reads them and calls {@link setText}. One that
   * could not be read is not asked for again before it is set.
   * Files that are no longer pointed at are dropped.
   */
  wanted(): string[] {
    const dropped = this.pointed.renew(this.graph(new Set()), this.files, path => this.rootOf(path));
    for (const path of dropped) if (this.kindOf(path) === 'evidence') this.forget(path);
    const unread = this.pointed.readable.filter(path => !this.kept.has(path));
    return [...new Set([...this.wantedCatalogs(), ...unread])];
  }

  /** Whether entries point into a file, so that its text is read though it is no document. */
  isPointedAt(path: string): boolean {
    return this.pointed.has(path);
  }

  /** A document as it stands; parsed again when only its text was kept. */
  document(path: string): ParsedDocument | undefined {
    const known = this.kept.tree(path);
    if (known !== undefined) return known;
    const source = this.kept.source(path);
    return source === undefined ? undefined : this.reading.parse(path, source);
  }

  /** What another text of a file would be read as; nothing of it is kept. */
  read(path: string, source: Source): ParsedDocument | undefined {
    return this.reading.parse(path, source);
  }

  /** What another text of a file would state; nothing of it is kept. */
  factsOf(path: string, source: Source): Facts {
    const document = this.reading.parse(path, source);
    return document === undefined ? NO_FACTS : this.reading.factsOnce(document);
  }

  /** A document's text, which is known also when its tree was dropped. */
  source(path: string): Source | undefined {
    return this.kept.source(path) ?? this.repository.get(path);
  }

  /** What a file is; undefined when it is no document and no evidence that was read. */
  kindOf(path: string): DocumentKind | undefined {
    return this.kept.kindOf(path);
  }

  /** Drops a document's tree and keeps its text and facts; for documents that nobody looks at. */
  release(path: string): void {
    this.kept.release(path);
    const source = this.kept.source(path);
    // What entries point at is asked for soon; of other documents nobody may ever ask.
    const again =
      source === undefined || this.pointed.has(path) ? undefined : () => this.factsOf(path, source);
    this.index.settle(path, again);
  }

  /** Paths of all documents, sorted; evidence files are not among them. */
  get paths(): string[] {
    return [...this.kept.paths].filter(path => this.kept.kindOf(path) !== 'evidence').sort();
  }

  /**
   * Documents to check again since the last call, and files that are documents no longer and whose findings are to be
   * forgotten. Evidence files have no findings of their own.
   */
  takeStale(): Set<string> {
    return this.stale.take();
  }

  /** A graph that notes what it is asked into `keys`. */
  graph(keys: Set<string>): Graph {
    return new Graph(this.index, this.files, keys);
  }

  /** What configuration says for a file. */
  scopeOf(path: string): Scope {
    return this.configurations.scopeOf(path);
  }

  /** The workspace folder that holds a path. */
  rootOf(path: string): string {
    return (
      this.roots
        .filter(root => root === '' || path.startsWith(`${root}/`))
        .sort((a, b) => b.length - a.length)[0] ?? ''
    );
  }
}
