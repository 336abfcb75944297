import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { Coalesced } from './coalesced.ts';
import type { Context } from './context.ts';
import type { Platform } from './platform.ts';
import type { Reports } from './reports.ts';
import { slices } from './slices.ts';
import type { Workspace } from './workspace.ts';

/** Sends diagnostics to clients that do not ask for them: of open documents first, each only when it has changed. */
export class Publisher {
  private readonly workspace: Workspace;
  private readonly reports: Reports;
  private readonly readySoon: () => Promise<void>;
  private readonly platform: Platform;
  private readonly send: (params: PublishDiagnosticsParams) => void;
  private readonly due = new Set<string>();
  private readonly sent = new Map<string, string>();
  private readonly runs: Coalesced;

  constructor(
    workspace: Workspace,
    reports: Reports,
    { platform, readySoon }: Pick<Context, 'platform' | 'readySoon'>,
    send: (params: PublishDiagnosticsParams) => void,
    failed: (error: unknown) => void,
  ) {
    this.workspace = workspace;
    this.reports = reports;
    this.platform = platform;
    this.readySoon = readySoon;
    this.send = send;
    this.runs = new Coalesced(platform, () => this.run().catch(failed));
  }

  /** Notes documents whose diagnostics may have changed. */
  request(uris: Iterable<string>): void {
    for (const uri of uris) this.due.add(uri);
    this.runs.request();
  }

  /** Sends nothing from now on. */
  dispose(): void {
    this.runs.dispose();
  }

  private async run(): Promise<void> {
    await this.readySoon();
    this.workspace.settle();
    const pause = slices(this.platform);
    while (this.due.size > 0) {
      const uri = this.next();
      this.due.delete(uri);
      this.publish(uri);
      await pause();
    }
    for (const uri of [...this.sent.keys()]) if (this.workspace.view(uri) === undefined) this.publish(uri);
  }

  private next(): string {
    for (const uri of this.due) if (this.workspace.isOpen(uri)) return uri;
    for (const uri of this.due) return uri;
    return '';
  }

  private publish(uri: string): void {
    const view = this.workspace.view(uri);
    const { resultId, diagnostics } =
      view === undefined ? { resultId: 'gone', diagnostics: [] } : this.reports.report(view);
    if (this.sent.get(uri) === resultId) return;
    if (diagnostics.length === 0 && !this.sent.has(uri)) {
      if (view?.version === null || view === undefined) return;
    }
    if (view === undefined) this.sent.delete(uri);
    else this.sent.set(uri, resultId);
    const version = view?.version ?? undefined;
    this.send({ uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) });
  }
}
