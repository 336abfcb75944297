import type {
  Connection,
  InitializeParams,
  ProgressToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import {
  DidChangeWatchedFilesNotification,
  WorkDoneProgress,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import type { LoadReport } from '../workspace/load.ts';
import { type ClientTraits, clientTraits } from './client.ts';
import { clientHost } from './client-host.ts';
import { Coalesced } from './coalesced.ts';
import { Comparison } from './comparison.ts';
import type { Context, LogLevel } from './context.ts';
import { DayWatch } from './day-watch.ts';
import { described } from './errors.ts';
import { LensRefresh } from './lens-refresh.ts';
import { LoadProgress } from './load-progress.ts';
import { Loader } from './loader.ts';
import { optionsOf } from './options.ts';
import { Overview } from './overview.ts';
import type { Platform } from './platform.ts';
import type { InitializationOptions, ServerSettings, StatusMethod, StatusParams } from './protocol.ts';
import type { ChangedMethod } from './protocol-overview.ts';
import { Publisher } from './publisher.ts';
import { Reports } from './reports.ts';
import { Suggested } from './suggested.ts';
import type { NamedFolder } from './uris.ts';
import { Waiters } from './waiters.ts';
import { type Changed, Workspace } from './workspace.ts';

const STATUS: StatusMethod = 'clausewright/status';
const CHANGED: ChangedMethod = 'clausewright/changed';

const WHY = { binary: 'it is no text', 'too-large': 'it is too large', denied: 'permission denied' } as const;

/** Milliseconds for which a request waits for all files to be read before it is answered from one document alone. */
const PATIENCE = 700;

/** The running server: the workspace, and who is told what when something changes. */
export class Engine implements Context {
  readonly workspace: Workspace;
  readonly client: ClientTraits;
  readonly platform: Platform;
  readonly reports: Reports;
  readonly overview: Overview;
  readonly comparison: Comparison;
  readonly suggested = new Suggested();
  readonly waiters = new Waiters();
  private readonly connection: Connection;
  private readonly options: InitializationOptions;
  private readonly publisher: Publisher | undefined;
  private readonly refreshes: Coalesced;
  private readonly settles: Coalesced;
  private readonly statuses: Coalesced;
  private readonly views: Coalesced;
  private readonly lenses: LensRefresh;
  private readonly days: DayWatch;
  private settings: ServerSettings;
  private loading: Loader;
  private truncated = false;
  private reading = true;
  private ending = false;

  constructor(
    connection: Connection,
    platform: Platform,
    params: InitializeParams,
    folders: readonly NamedFolder[],
  ) {
    this.connection = connection;
    this.platform = platform;
    this.client = clientTraits(params);
    this.options = optionsOf(params.initializationOptions);
    this.settings = this.options.settings ?? {};
    const failed = (error: unknown): void => this.log('error', described(error));
    this.workspace = new Workspace(
      platform.library(),
      () => this.options.today ?? platform.today(),
      changed => this.changed(changed),
    );
    this.reports = new Reports(this.workspace, this.client, Math.trunc(platform.now()).toString(36));
    this.publisher = this.client.pullsDiagnostics
      ? undefined
      : new Publisher(
          this.workspace,
          this.reports,
          { platform, readySoon: () => this.readySoon() },
          params => void connection.sendDiagnostics(params),
          failed,
        );
    this.refreshes = new Coalesced(platform, () => connection.languages.diagnostics.refresh().catch(failed), {
      rest: 200,
    });
    this.settles = new Coalesced(platform, () => this.workspace.settle());
    this.statuses = new Coalesced(platform, () => this.sendStatus(), { delay: 20, rest: 500 });
    this.views = new Coalesced(platform, () => connection.sendNotification(CHANGED).catch(failed), {
      delay: 150,
      rest: 500,
    });
    this.overview = new Overview(this.workspace, platform, () => this.views.request());
    this.comparison = new Comparison(this.workspace, platform, this.overview);
    this.lenses = new LensRefresh(connection, platform, this.client, failed);
    this.days = new DayWatch(platform, () => this.settles.request());
    this.workspace.setFolders(folders);
    this.loading = this.newLoader();
  }

  loader(): Loader {
    return this.loading;
  }

  async readySoon(): Promise<void> {
    if (this.workspace.isLoaded) return;
    let stop = (): void => {};
    const enough = new Promise<void>(resolve => {
      stop = this.platform.after(PATIENCE, resolve);
    });
    await Promise.race([this.loading.ready, enough]);
    stop();
  }

  /** The client asks for something, by the method of its request. */
  asked(method: string): void {
    this.lenses.asked(method);
  }

  touched(): void {
    this.settles.request();
  }

  isEnding(): boolean {
    return this.ending;
  }

  sendPartial(token: ProgressToken, value: WorkspaceDiagnosticReport): void {
    this.connection
      .sendProgress(WorkspaceDiagnosticRequest.partialResult, token, value)
      .catch((error: unknown) => this.log('error', described(error)));
  }

  sendProgress(
    token: ProgressToken,
    value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd,
  ): void {
    this.connection
      .sendProgress(WorkDoneProgress.type, token, value)
      .catch((error: unknown) => this.log('error', described(error)));
  }

  async reviewer(): Promise<string | undefined> {
    const said = this.settings.reviewer?.trim() ?? '';
    return said === '' ? await this.loading.host.identity?.() : said;
  }

  log(level: LogLevel, message: string): void {
    if (level === 'verbose' && this.settings.trace?.server !== 'verbose') return;
    if (level === 'error') this.connection.console.error(message);
    else this.connection.console.log(message);
  }

  /** Takes over settings that the client sends. */
  configure(settings: ServerSettings): void {
    this.settings = settings;
  }

  /** Starts over with other folders. */
  setFolders(folders: readonly NamedFolder[]): void {
    this.loading.dispose();
    this.workspace.setFolders(folders);
    this.overview.outdate();
    this.comparison.outdate();
    this.loading = this.newLoader();
  }

  /** The folders as they are now. */
  get folders(): readonly NamedFolder[] {
    return this.workspace.locations.folders;
  }

  /** Asks the client to tell of files that change. */
  async watch(): Promise<void> {
    if (!this.client.watchesFiles) return;
    await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*' }],
    });
  }

  /** Ends all work; requests that wait are answered. */
  end(): void {
    this.ending = true;
    this.loading.dispose();
    const { refreshes, settles, statuses, views, lenses, days } = this;
    for (const each of [refreshes, settles, statuses, views, lenses, days]) each.dispose();
    this.publisher?.dispose();
    this.waiters.wake();
  }

  private newLoader(): Loader {
    const { locations } = this.workspace;
    const own =
      this.options.files === 'client'
        ? undefined
        : this.platform.host(locations.folders, { git: this.options.trusted !== false });
    let progress: LoadProgress | undefined;
    const failed = (error: unknown): void => this.log('error', described(error));
    return new Loader(this.workspace, own ?? clientHost(this.connection, locations), this.platform, {
      begin: () => {
        this.reading = true;
        if (this.client.progress) progress = new LoadProgress(this.connection, this.platform, failed);
        this.sendStatus();
      },
      progress: (read, known) => progress?.report(read, known),
      end: report => {
        progress?.end();
        this.loaded(report);
      },
      followed: () => this.overview.outdate(),
      noted: message => this.log('error', message),
      failed: error => {
        progress?.end();
        failed(error);
        this.reading = false;
        this.sendStatus();
      },
    });
  }

  private loaded({ files, truncated, unreadable }: LoadReport): void {
    this.truncated = truncated;
    this.reading = false;
    this.log('info', `${files} files, ${this.workspace.main.session.paths.length} documents.`);
    if (truncated)
      this.log(
        'error',
        `The folders hold more than ${files} files; the rest is left out. Open a smaller folder.`,
      );
    for (const { path, why } of unreadable) this.log('verbose', `${path} was not read: ${WHY[why]}.`);
    this.publisher?.request(this.workspace.uris);
    this.overview.outdate();
    this.comparison.outdate();
    this.lenses.request();
    this.sendStatus();
  }

  private changed(changed: Changed): void {
    this.loading.follow(changed);
    this.overview.outdate();
    this.comparison.outdate();
    if (this.workspace.openUris.some(uri => !changed.edited.has(uri))) this.lenses.request();
    this.statuses.request();
    this.publisher?.request(changed.uris);
    if (!this.client.pullsDiagnostics) return;
    const others = [...changed.uris].filter(uri => !changed.edited.has(uri));
    const isTold = (uri: string): boolean => this.workspace.isOpen(uri) && this.reports.hasTold(uri);
    if (this.client.refreshesDiagnostics && (others.some(isTold) || changed.configuration))
      this.refreshes.request();
    // A document may be open and have no tab: VS Code then shows what it is told of the workspace, and asks for nothing.
    const closed = [...changed.edited].some(uri => !this.workspace.isOpen(uri));
    if (others.length > 0 || closed || changed.configuration) this.waiters.wake();
  }

  private sendStatus(): void {
    const { session } = this.workspace.main;
    const documents: Record<string, number> = {};
    for (const path of session.paths) {
      const kind = session.kindOf(path) ?? 'evidence';
      documents[kind] = (documents[kind] ?? 0) + 1;
    }
    const params: StatusParams = {
      state: this.reading ? 'loading' : 'ready',
      documents,
      files: session.files.size,
      truncated: this.truncated,
    };
    this.connection
      .sendNotification(STATUS, params)
      .catch((error: unknown) => this.log('error', described(error)));
  }
}
