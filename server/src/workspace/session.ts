import type { Library } from '../catalog/library.ts';
import { type Earlier, type ParsedDocument, readDocument } from '../model/document.ts';
import { mayTellFacts } from '../model/repository/read.ts';
import { type BlockParser, createBlockParser } from '../syntax/markdown/blocks.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { basisFacts, type EarlierTexts } from './assessment/basis-facts.ts';
import { EntryFacts } from './entry-facts.ts';
import { isDeepEqual } from './equal.ts';
import { type Facts, groupFacts, NO_FACTS } from './facts.ts';
import { FileSet } from './files.ts';
import { ALL_FILES_KEY, type AuthorsFact, Graph, type TimeFact } from './graph.ts';
import { FactIndex } from './index.ts';
import { Outside } from './outside.ts';
import { OwnCatalogs } from './own-catalogs.ts';
import { folderOf } from './paths.ts';
import { PointedFiles } from './pointed.ts';
import { isRepositoryFile, repositoryFacts } from './repository-facts.ts';
import { repositoryFileFacts } from './repository-file.ts';
import { Configurations, type Scope } from './settings.ts';
import { summarise, summaryScope } from './summary.ts';

/** What a session is made with. */
export interface SessionOptions {
  readonly library: Library;
  /** Today as YYYY-MM-DD; the core has no clock. */
  readonly today: string;
  /** Workspace folders as path prefixes; `['']` for a single one. */
  readonly roots?: readonly string[];
}

/** How a text came out of the one before. */
export interface Replacement {
  readonly replaced: Span;
  /** Length of what replaced it. */
  readonly inserted: number;
}

/**
 * The workspace while it is being worked on. It is told of files and texts, keeps what was understood of them, and
 * says which documents have to be checked again. Synchronous, without a file system and without a clock.
 */
export class Session {
  today: string;
  readonly files = new FileSet();
  readonly configurations = new Configurations();
  readonly index = new FactIndex();
  roots: readonly string[];
  private readonly blocks: BlockParser = createBlockParser();
  private readonly sources = new Map<string, Source>();
  /** Texts of files such as LICENSE and `config.json`, which need be no documents and which findings point to. */
  private readonly repository = new Map<string, Source>();
  private readonly documents = new Map<string, ParsedDocument>();
  private readonly kinds = new Map<string, ParsedDocument['kind']>();
  private readonly stale = new Set<string>();
  private readonly timed = new Set<string>();
  private readonly authored = new Set<string>();
  private readonly based = new Set<string>();
  /** What stands for the outside of each document; see {@link Outside}. */
  readonly outside = new Outside();
  private readonly entries = new EntryFacts();
  private readonly catalogs: OwnCatalogs;
  /** Files that entries point into, which are read as evidence though they are no documents of their own. */
  private readonly asEvidence = new Set<string>();
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
      this.publish(`time ${path}`, NO_FACTS);
      this.publish(`authors ${path}`, NO_FACTS);
      this.setBasis(path, undefined);
    }
    if (changed) this.markReaders(ALL_FILES_KEY);
  }

  /** `folders` came or went with the file; undefined when nothing changed. */
  private notePresence(path: string, folders: readonly string[] | undefined): boolean {
    if (folders === undefined) return false;
    this.pointed.note(path, true);
    this.markReaders(`file:${path}`);
    for (const folder of folders) this.markReaders(`folder:${folder}`);
    return true;
  }

  /** Whether the time of a file's last change was set. */
  knowsTime(path: string): boolean {
    return this.timed.has(path);
  }

  /** Notes when files were last changed, for those whose age matters. */
  setTimes(times: ReadonlyMap<string, TimeFact>): void {
    for (const [path, data] of times) {
      this.timed.add(path);
      const facts = groupFacts([{ key: `time:${path}`, data, span: { start: 0, end: 0 } }]);
      this.publish(`time ${path}`, facts);
    }
  }

  /** Whether the authors of a file's lines were set. */
  knowsAuthors(path: string): boolean {
    return this.authored.has(path);
  }

  /** Notes who wrote the lines of files, for those that somebody has signed. */
  setAuthors(authors: ReadonlyMap<string, AuthorsFact>): void {
    for (const [path, data] of authors) {
      this.authored.add(path);
      const facts = groupFacts([{ key: `authors:${path}`, data, span: { start: 0, end: 0 } }]);
      this.publish(`authors ${path}`, facts);
    }
  }

  /** Whether it was found out what the documents of an assessment said when it was made. */
  knowsBasis(path: string): boolean {
    return this.based.has(path);
  }

  /**
   * Notes the texts that the documents of an assessment had when it was made; undefined where nobody knows them, so
   * that they are asked for again when something changes.
   */
  setBasis(path: string, earlier: EarlierTexts | undefined): void {
    if (earlier === undefined) this.based.delete(path);
    else this.based.add(path);
    const facts =
      earlier === undefined ? NO_FACTS : basisFacts(path, earlier, (...each) => this.factsOf(...each));
    this.publish(`basis ${path}`, facts);
  }

  private markReaders(key: string): void {
    for (const reader of this.index.readersOf(key)) {
      this.stale.add(reader);
      this.outside.changed(reader);
    }
  }

  /**
   * Sets a file's text, or removes it. With `edit`, only what the edit touches is parsed again. Returns whether the
   * file is a document.
   */
  setText(path: string, source: Source | undefined, edit?: Replacement): boolean {
    if (isRepositoryFile(path)) {
      this.pointed.note(path, false);
      if (source === undefined) this.repository.delete(path);
      else this.repository.set(path, source);
      this.publish(path, source === undefined ? NO_FACTS : repositoryFacts(path, source));
      return false;
    }
    if (mayTellFacts(path)) this.takeFacts(path, source);
    const before = this.documents.get(path);
    const earlier: Earlier | undefined =
      before === undefined || edit === undefined ? undefined : { document: before, ...edit };
    const document = source === undefined ? undefined : this.parse(path, source, earlier);
    if (this.asEvidence.has(path)) this.pointed.note(path, document !== undefined);
    if (document === undefined) this.forget(path);
    else this.adopt(path, document, before);
    return document !== undefined;
  }

  /** A file such as `config.json` tells facts, whatever else it is. */
  private takeFacts(path: string, source: Source | undefined): void {
    if (source === undefined) this.repository.delete(path);
    else this.repository.set(path, source);
    this.publish(`repository ${path}`, source === undefined ? NO_FACTS : repositoryFileFacts(path, source));
  }

  private parse(path: string, source: Source, earlier: Earlier | undefined): ParsedDocument | undefined {
    const { blocks } = this;
    const found = readDocument(path, source, { blocks, kind: this.configurations.kindOf(path), earlier });
    if (found !== undefined || !this.asEvidence.has(path)) return found;
    return readDocument(path, source, { blocks, kind: 'evidence', earlier });
  }

  private adopt(path: string, document: ParsedDocument, earlier: ParsedDocument | undefined): void {
    const was = this.kinds.get(path);
    this.sources.set(path, document.source);
    this.documents.set(path, document);
    this.kinds.set(path, document.kind);
    if (document.kind !== 'evidence') this.stale.add(path);
    else if (was !== undefined && was !== 'evidence') this.dropChecks(path);
    if (document.model.kind === 'config' || was === 'config') this.reconfigure(path, document);
    if (document.model.kind === 'catalog' || was === 'catalog') this.recatalog(path, document);
    this.summarise(path, document, earlier);
  }

  private summarise(path: string, document: ParsedDocument, earlier?: ParsedDocument): void {
    const { library, entries } = this;
    const root = this.rootOf(path);
    this.publish(path, summarise(document, { library, scope: this.scopeOf(path), root, entries, earlier }));
  }

  /** A file that has no findings any more asks nothing, and those it had are out of date. */
  private dropChecks(path: string): void {
    this.index.watch(path, new Set());
    this.stale.add(path);
  }

  private forget(path: string): void {
    if (!this.kinds.has(path)) return;
    const was = this.kinds.get(path);
    this.sources.delete(path);
    this.documents.delete(path);
    this.kinds.delete(path);
    this.pointed.forget(path);
    if (was !== 'evidence') this.dropChecks(path);
    if (was === 'config') this.reconfigure(path, undefined);
    if (was === 'catalog') this.recatalog(path, undefined);
    this.publish(path, NO_FACTS);
  }

  private publish(path: string, facts: Facts): void {
    for (const reader of this.index.update(path, facts)) {
      this.stale.add(reader);
      if (reader !== path) this.outside.changed(reader);
    }
  }

  /** A configuration decides kinds, headings and rules below its folder; only what it changes is read again. */
  private reconfigure(path: string, document: ParsedDocument | undefined): void {
    this.outside.changedAll();
    const folder = folderOf(path);
    const below = [...this.sources].filter(
      ([each]) => each !== path && (folder === '' || each.startsWith(`${folder}/`)),
    );
    const before = new Map(
      below.map(([each]) => [each, [this.configurations.kindOf(each), this.scopeOf(each)] as const]),
    );
    this.configurations.set(folder, document?.model.kind === 'config' ? document.model : undefined);
    for (const [each, source] of below) {
      const [kind, scope] = before.get(each) ?? [];
      if (kind !== this.configurations.kindOf(each)) {
        this.setText(each, source);
        continue;
      }
      const now = this.scopeOf(each);
      if (isDeepEqual(scope, now)) continue;
      if (this.kinds.get(each) !== 'evidence') this.stale.add(each);
      const known = isDeepEqual(summaryScope(scope), summaryScope(now)) ? undefined : this.document(each);
      if (known !== undefined) this.summarise(each, known);
    }
  }

  /** An own catalog decides what ids mean everywhere: what the documents state is found out again. */
  private recatalog(path: string, document: ParsedDocument | undefined): void {
    const model = document?.model.kind === 'catalog' ? document.model : undefined;
    if (!this.catalogs.set(path, model)) return;
    this.outside.changedAll();
    for (const [each, kind] of this.kinds) {
      if (kind !== 'evidence') this.stale.add(each);
      const known =
        each === path || kind === 'config' || kind === 'catalog' ? undefined : this.document(each);
      if (known !== undefined) this.summarise(each, known);
    }
  }

  /** Catalogs that configuration names and whose text is not known: the host reads them, before all else if it can. */
  wantedCatalogs(): string[] {
    const named = this.configurations.catalogGlobs.flatMap(glob => this.files.matching(glob));
    return [...new Set(named)].filter(
      path => !this.kinds.has(path) && this.configurations.kindOf(path) === 'catalog',
    );
  }

  /**
   * Files that entries point into but whose text is not known: the host reads them and calls {@link setText}. One that
   * could not be read is not asked for again before it is set.
   * Files that are no longer pointed at are dropped.
   */
  wanted(): string[] {
    const wanted = new Set<string>();
    for (const { path } of new Graph(this.index, this.files, new Set()).mappings)
      for (const target of this.pointedAt(path)) wanted.add(target);
    for (const path of this.asEvidence)
      if (!wanted.has(path) && this.kinds.get(path) === 'evidence') this.forget(path);
    this.asEvidence.clear();
    for (const path of wanted) this.asEvidence.add(path);
    const unread = [...wanted].filter(path => !this.kinds.has(path) && !this.pointed.isUnreadable(path));
    return [...new Set([...this.wantedCatalogs(), ...unread])];
  }

  /** The files that a mapping's entries point at and whose text says something. */
  private pointedAt(path: string): readonly string[] {
    const written = new Graph(this.index, this.files, new Set()).targets(path);
    return this.pointed.of(path, written, this.rootOf(path), this.files);
  }

  /** Whether entries point into a file, so that its text is read though it is no document. */
  isPointedAt(path: string): boolean {
    return this.asEvidence.has(path);
  }

  /** A document as it stands; parsed again when only its text was kept. */
  document(path: string): ParsedDocument | undefined {
    const known = this.documents.get(path);
    if (known !== undefined) return known;
    const source = this.sources.get(path);
    return source === undefined ? undefined : this.parse(path, source, undefined);
  }

  /** What another text of a file would be read as; nothing of it is kept. */
  read(path: string, source: Source): ParsedDocument | undefined {
    return this.parse(path, source, undefined);
  }

  /** What another text of a file would state; nothing of it is kept. */
  factsOf(path: string, source: Source): Facts {
    const document = this.parse(path, source, undefined);
    const { library } = this;
    const context = {
      library,
      scope: this.scopeOf(path),
      root: this.rootOf(path),
      entries: new EntryFacts(),
    };
    return document === undefined ? NO_FACTS : summarise(document, context);
  }

  /** A document's text, which is known also when its tree was dropped. */
  source(path: string): Source | undefined {
    return this.sources.get(path) ?? this.repository.get(path);
  }

  /** What a file is; undefined when it is no document and no evidence that was read. */
  kindOf(path: string): ParsedDocument['kind'] | undefined {
    return this.kinds.get(path);
  }

  /** Drops a document's tree and keeps its text and facts; for documents that nobody looks at. */
  release(path: string): void {
    this.documents.delete(path);
    this.index.settle(path);
  }

  /** Paths of all documents, sorted; evidence files are not among them. */
  get paths(): string[] {
    return [...this.kinds]
      .filter(([, kind]) => kind !== 'evidence')
      .map(([path]) => path)
      .sort();
  }

  /**
   * Documents to check again since the last call, and files that are documents no longer and whose findings are to be
   * forgotten. Evidence files have no findings of their own.
   */
  takeStale(): Set<string> {
    const stale = new Set(this.stale);
    this.stale.clear();
    return stale;
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
