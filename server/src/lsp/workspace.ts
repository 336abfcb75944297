import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Library } from '../catalog/library.ts';
import { Checker } from '../rules/checker.ts';
import { RULES } from '../rules/registry.ts';
import { runRules } from '../rules/run.ts';
import type { Finding } from '../workspace/finding.ts';
import type { Host } from '../workspace/host.ts';
import { Session } from '../workspace/session.ts';
import { inSkippedFolder } from '../workspace/skipped.ts';
import { KnownFindings } from './known-findings.ts';
import { DOCUMENT_RULES, loneRealm } from './lone.ts';
import { OpenDocument } from './open-document.ts';
import { type Realm, sourceAt, type View } from './realm.ts';
import { keyOf, Locations, type NamedFolder } from './uris.ts';

/** What has changed since the last time. */
export interface Changed {
  /** URIs of documents whose findings may differ. */
  readonly uris: ReadonlySet<string>;
  /** Those of them whose own text was changed. */
  readonly edited: ReadonlySet<string>;
  /** Paths of the control mappings among the edited ones: they may point at other files now. */
  readonly mappings: ReadonlySet<string>;
  /** Whether a configuration was among them: any file may be another kind now. */
  readonly configuration: boolean;
}

interface Entry {
  readonly document: OpenDocument;
  readonly realm: Realm;
  readonly path: string;
}

/**
 * The client's folders and open documents. Texts are taken over when they are looked at, not when they change, so
 * that a burst of changes is parsed once. Synchronous, like the session below it.
 */
export class Workspace {
  readonly library: Library;
  private readonly dateOf: () => string;
  private readonly open = new Map<string, Entry>();
  private readonly byPath = new Map<string, OpenDocument>();
  private readonly listener: (changed: Changed) => void;
  private readonly edited = new Set<string>();
  private mappings = new Set<string>();
  private configuration = false;
  private places = new Locations([]);
  private realm: Realm;
  private known: KnownFindings;
  /** Paths of documents that show other findings though none of theirs has changed. */
  private readonly outdated = new Set<string>();
  /** Whether all files were read; until then rules that lean on other files are left out. */
  isLoaded = false;

  constructor(library: Library, today: () => string, listener: (changed: Changed) => void) {
    this.library = library;
    this.dateOf = today;
    this.listener = listener;
    this.realm = this.newRealm();
    this.known = new KnownFindings(this.realm.session);
  }

  /** The realm of the workspace folders. */
  get main(): Realm {
    return this.realm;
  }

  get locations(): Locations {
    return this.places;
  }

  private newRealm(): Realm {
    const session = new Session({ library: this.library, today: this.dateOf(), roots: this.places.roots });
    const locations = this.places;
    return {
      session,
      checker: new Checker(session, RULES),
      uriOf: path => this.byPath.get(path)?.uri ?? locations.uriOf(path),
      openAt: path => this.byPath.get(path),
    };
  }

  /** Starts over with other folders; open documents stay open. The files are still to be read. */
  setFolders(folders: readonly NamedFolder[]): void {
    this.places = new Locations(folders);
    this.isLoaded = false;
    this.byPath.clear();
    this.realm = this.newRealm();
    this.known = new KnownFindings(this.realm.session);
    for (const { document } of [...this.open.values()]) this.enter(document, true);
  }

  /** An editor shows a document. */
  openDocument(uri: string, languageId: string, version: number, text: string): void {
    this.enter(new OpenDocument(uri, languageId, version, text), false);
  }

  private enter(document: OpenDocument, again: boolean): void {
    const path = this.places.pathOf(document.uri);
    const listed = path !== undefined && (!inSkippedFolder(path) || this.realm.session.files.has(path));
    if (listed) this.byPath.set(path, document);
    const place = listed
      ? { realm: this.realm, path }
      : loneRealm(this.library, this.dateOf(), document, path === undefined);
    this.open.set(idOf(document.uri), { document, ...place });
    if (again) document.touch();
    this.edited.add(document.uri);
  }

  /** The editor's text has changed. */
  changeDocument(uri: string, changes: readonly TextDocumentContentChangeEvent[], version: number): boolean {
    const entry = this.open.get(idOf(uri));
    entry?.document.change(changes, version);
    if (entry !== undefined) this.edited.add(entry.document.uri);
    return entry !== undefined;
  }

  /** No editor shows the document any more. Gives its workspace path, where the file's text counts again. */
  closeDocument(uri: string): string | undefined {
    const entry = this.open.get(idOf(uri));
    if (entry === undefined) return undefined;
    this.open.delete(idOf(uri));
    this.edited.add(entry.document.uri);
    if (entry.realm !== this.realm) return undefined;
    this.byPath.delete(entry.path);
    return entry.path;
  }

  /** The document at a URI with all changes so far taken over; undefined for what is neither open nor known. */
  view(uri: string): View | undefined {
    this.settle();
    const entry = this.open.get(idOf(uri));
    const path = entry?.path ?? this.places.pathOf(uri);
    const realm = entry?.realm ?? this.realm;
    const source = path === undefined ? undefined : sourceAt(realm, path);
    if (path === undefined || source === undefined) return undefined;
    const { session } = realm;
    return {
      realm,
      session,
      uri: entry?.document.uri ?? uri,
      path,
      source,
      version: entry?.document.version ?? null,
    };
  }

  /** What is found in a document. While files are still being read, only what its own text tells. */
  findings({ realm, session, path }: View): readonly Finding[] {
    if (realm !== this.realm) return realm.checker.findings(path);
    if (this.isLoaded) return this.known.mark(path, realm.checker.findings(path));
    const document = session.document(path);
    return document === undefined ? [] : runRules(document, session, DOCUMENT_RULES).findings;
  }

  /** Lets go of a document that nobody edits; its findings stay known, without fixes. */
  released({ realm, path }: View): readonly Finding[] {
    const findings = realm.checker.release(path);
    return realm === this.realm ? this.known.mark(path, findings) : findings;
  }

  /**
   * Reads the baselines that are new or were touched, whose findings are not shown. Gives what is wrong with those
   * that cannot be used.
   */
  async readBaselines(host: Host, touched: ReadonlySet<string>): Promise<readonly string[]> {
    const { realm } = this;
    const { changed, faults } = await this.known.renew(host, touched);
    if (changed && realm === this.realm) for (const path of realm.session.paths) this.outdated.add(path);
    return faults;
  }

  /** URIs of the documents that editors show. */
  get openUris(): string[] {
    return [...this.open.values()].map(each => each.document.uri);
  }

  /** URIs of the workspace's documents and of those that editors show. */
  get uris(): Set<string> {
    const listed = this.realm.session.paths.flatMap(path => this.realm.uriOf(path) ?? []);
    return new Set([...this.openUris, ...listed]);
  }

  isOpen(uri: string): boolean {
    return this.open.has(idOf(uri));
  }

  /** Puts an editor's text back after the file below it was removed from the session. */
  restore(path: string): void {
    const document = this.byPath.get(path);
    if (document === undefined) return;
    document.touch();
    this.edited.add(document.uri);
  }

  /** Takes over all changes so far and tells the listener whose findings may differ. */
  settle(): void {
    const turned = this.turnDay();
    for (const entry of this.open.values()) this.take(entry);
    const uris = new Set<string>([...this.edited, ...turned]);
    const stale = new Set([...this.outdated, ...this.realm.checker.refresh()]);
    this.outdated.clear();
    for (const path of stale) {
      const uri = this.realm.uriOf(path);
      if (uri !== undefined) uris.add(uri);
    }
    if (uris.size === 0) return;
    const changed = {
      uris,
      edited: new Set(this.edited),
      mappings: this.mappings,
      configuration: this.configuration,
    };
    this.edited.clear();
    this.mappings = new Set();
    this.configuration = false;
    this.listener(changed);
  }

  private take({ document, realm, path }: Entry): void {
    for (const { source, edit } of document.takeSteps()) {
      const before = realm.session.kindOf(path);
      realm.session.setText(path, source, edit);
      if (realm !== this.realm) continue;
      const after = realm.session.kindOf(path);
      if (after === 'control-mapping') this.mappings.add(path);
      this.configuration ||= after === 'config' || before === 'config';
    }
  }

  /** Dates in documents run out when a day begins. Gives the URIs of the documents that may have run out. */
  private turnDay(): Iterable<string> {
    const today = this.dateOf();
    if (this.realm.session.today === today) return [];
    for (const realm of new Set([this.realm, ...[...this.open.values()].map(each => each.realm)])) {
      realm.session.today = today;
      realm.checker.reset();
    }
    return this.uris;
  }
}

function idOf(uri: string): string {
  return keyOf(uri) ?? uri;
}
