import { mayBeDocument } from '../model/recognise.ts';
import type { Host } from '../workspace/host.ts';
import {
  findLinked,
  isCandidate,
  type LoadOptions,
  type LoadReport,
  loadWorkspace,
  MOST_FILES,
  readInto,
} from '../workspace/load.ts';
import { loadTimes } from '../workspace/load-times.ts';
import { inSkippedFolder } from '../workspace/skipped.ts';
import { Coalesced } from './coalesced.ts';
import { NewLinks } from './new-links.ts';
import type { Platform } from './platform.ts';
import { slices } from './slices.ts';
import type { Changed, Workspace } from './workspace.ts';

/** Milliseconds for which typing is let go on before files that a mapping newly names are read. */
const LINK_DELAY = 100;
/** The same for all files after a configuration has changed. */
const CONFIGURATION_DELAY = 250;

/** What is told while files are read. */
export interface LoadListener {
  begin(): void;
  progress(read: number, known: number): void;
  end(report: LoadReport): void;
  /** Files were read again or read for the first time after the end, whether or not a finding rests on them. */
  followed(): void;
  /** Something that a user should know. */
  noted(message: string): void;
  failed(error: unknown): void;
}

/** A file that was created, changed or deleted outside the editor. */
export interface FileEvent {
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/**
 * Keeps a workspace's session in step with the files: reads all of them once, then what changes, what entries newly
 * point at, and what a configuration makes a document. Each file is read and parsed in slices.
 */
export class Loader {
  /** Resolves when all files were read, or reading was given up. */
  readonly ready: Promise<void>;
  private readonly workspace: Workspace;
  readonly host: Host;
  private readonly platform: Platform;
  private readonly listener: LoadListener;
  private readonly links: Coalesced;
  private readonly kinds: Coalesced;
  private readonly events: Coalesced;
  private newLinks = new NewLinks();
  private waiting: FileEvent[] = [];
  /** Files that changed on disk since ages were last asked for. */
  private touched = new Set<string>();
  private disposed = false;

  constructor(workspace: Workspace, host: Host, platform: Platform, listener: LoadListener) {
    this.workspace = workspace;
    this.host = host;
    this.platform = platform;
    this.listener = listener;
    this.links = new Coalesced(
      platform,
      this.guarded(() => this.readLinked()),
      { delay: LINK_DELAY },
    );
    this.kinds = new Coalesced(
      platform,
      this.guarded(() => this.readUnknown()),
      { delay: CONFIGURATION_DELAY },
    );
    this.events = new Coalesced(
      platform,
      this.guarded(() => this.applyEvents()),
    );
    this.ready = this.guarded(() => this.load())();
  }

  /** Ends all reading; the session is not touched any more. */
  dispose(): void {
    this.disposed = true;
    for (const each of [this.links, this.kinds, this.events]) each.dispose();
  }

  /** Follows up on changes that editors made. */
  follow({ mappings, configuration }: Changed): void {
    const { session } = this.workspace.main;
    if ([...mappings].filter(path => this.newLinks.in(session.document(path))).length > 0)
      this.links.request();
    if (configuration) this.kinds.request();
  }

  /** Follows up on changes that were made outside the editors. */
  notice(events: readonly FileEvent[]): void {
    this.waiting.push(...events);
    if (this.waiting.length > 0) this.events.request();
  }

  /** A file whose text an editor no longer holds. */
  reread(path: string): void {
    this.notice([{ path, kind: 'changed' }]);
  }

  private guarded(run: () => Promise<void>): () => Promise<void> {
    return async () => {
      try {
        if (!this.disposed) await run();
      } catch (error) {
        this.listener.failed(error);
      }
    };
  }

  private options(): LoadOptions {
    return {
      cancelled: () => this.disposed,
      held: path => this.workspace.main.openAt(path)?.source,
      pause: slices(this.platform),
    };
  }

  private async load(): Promise<void> {
    this.listener.begin();
    const { session } = this.workspace.main;
    const report = await loadWorkspace(session, this.host, {
      ...this.options(),
      release: true,
      progress: (read, known) => this.listener.progress(read, known),
    });
    if (this.disposed) return;
    await this.readBaselines(new Set());
    if (this.disposed) return;
    this.workspace.isLoaded = true;
    this.workspace.settle();
    this.listener.end(report);
  }

  private async readLinked(): Promise<void> {
    await this.ready;
    const { session } = this.workspace.main;
    this.newLinks = this.linksNow();
    await findLinked(session, this.host);
    await readInto(session, this.host, session.wanted(), this.options());
    const touched = this.touched;
    this.touched = new Set();
    await loadTimes(session, this.host, touched);
    await this.readBaselines(touched);
    this.finish();
  }

  private async readBaselines(touched: ReadonlySet<string>): Promise<void> {
    const faults = await this.workspace.readBaselines(this.host, touched);
    for (const fault of this.disposed ? [] : faults) this.listener.noted(fault);
  }

  /** The links of open mappings as they are, against which later ones are new. */
  private linksNow(): NewLinks {
    const { main } = this.workspace;
    const links = new NewLinks();
    for (const { path } of main.session.graph(new Set()).mappings)
      if (main.openAt(path) !== undefined) links.in(main.session.document(path));
    return links;
  }

  /** Files that were no documents may have become some. */
  private async readUnknown(): Promise<void> {
    await this.ready;
    const { session } = this.workspace.main;
    const unknown = session.files.all.filter(
      path => mayBeDocument(path) && session.source(path) === undefined && !inSkippedFolder(path),
    );
    await readInto(session, this.host, unknown, { ...this.options(), release: true });
    await this.readLinked();
  }

  private async applyEvents(): Promise<void> {
    await this.ready;
    const events = this.waiting;
    this.waiting = [];
    const { session } = this.workspace.main;
    const last = new Map(events.map(each => [each.path, each.kind]));
    for (const path of last.keys()) this.touched.add(path);
    const deleted = [...last]
      .filter(([, kind]) => kind === 'deleted')
      .flatMap(([path]) => this.filesAt(path));
    session.setFiles([], deleted);
    for (const path of deleted) this.workspace.restore(path);
    const created = [...last].filter(([path, kind]) => kind === 'created' && !inSkippedFolder(path));
    const found = await this.host.find(
      created.map(([path]) => path),
      MOST_FILES,
    );
    session.setFiles(found);
    const changed = [...last].filter(
      ([path, kind]) =>
        kind === 'changed' &&
        (session.source(path) !== undefined || session.isPointedAt(path) || this.isCandidate(path)),
    );
    const read = new Set([...found.filter(path => this.isCandidate(path)), ...changed.map(([path]) => path)]);
    await readInto(session, this.host, [...read], this.options());
    const kinds = [...read].map(path => session.kindOf(path));
    if (kinds.includes('config') || deleted.some(isConfiguration)) await this.readUnknown();
    else await this.readLinked();
  }

  private isCandidate(path: string): boolean {
    return isCandidate(path) && this.workspace.main.session.files.has(path);
  }

  /** The file at a path, or the files below it when it was a folder. */
  private filesAt(path: string): string[] {
    const { files } = this.workspace.main.session;
    if (files.has(path)) return [path];
    return files.hasFolder(path) ? files.all.filter(each => each.startsWith(`${path}/`)) : [];
  }

  private finish(): void {
    if (this.disposed) return;
    this.listener.followed();
    this.workspace.settle();
  }
}

function isConfiguration(path: string): boolean {
  return /(?:^|\/)clausewright\.ya?ml$/i.test(path);
}
