import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Platform } from './platform.ts';

/** Milliseconds after which reading a workspace is worth showing. */
const PATIENCE = 300;

/** Shows in the client that files are being read, once that has taken a moment. */
export class LoadProgress {
  private reporter: WorkDoneProgressServerReporter | undefined;
  private ended = false;
  private readonly stop: () => void;

  constructor(connection: Connection, platform: Platform, failed: (error: unknown) => void) {
    this.stop = platform.after(PATIENCE, () => {
      connection.window.createWorkDoneProgress().then(reporter => this.begin(reporter), failed);
    });
  }

  private begin(reporter: WorkDoneProgressServerReporter): void {
    reporter.begin('Clausewright: reading the workspace', 0);
    if (this.ended) reporter.done();
    else this.reporter = reporter;
  }

  /** Tells how many files were read out of how many known ones. */
  report(read: number, known: number): void {
    const percentage = known === 0 ? 0 : Math.min(100, Math.floor((100 * read) / known));
    this.reporter?.report(percentage, `${read} of ${known} files`);
  }

  /** All was read. */
  end(): void {
    this.ended = true;
    this.stop();
    this.reporter?.done();
  }
}
