import type { Platform } from './platform.ts';

/** The longest that a repetition is put off. */
const MOST_WAIT = 250;

/** When runs may begin, in milliseconds. */
export interface Pace {
  /** How long the first request waits for others. */
  readonly delay?: number;
  /** The least time from the end of one run to the next. */
  readonly rest?: number;
}

/**
 * Work that is asked for more often than it is worth doing. The first request is served at once (as soon as what is
 * being handled is done), unless a delay is given. Requests that come while it runs, or within as long again as it took, are served together
 * by one run after that, so that half of the time at most goes into it.
 */
export class Coalesced {
  private readonly platform: Platform;
  private readonly run: () => void | Promise<void>;
  private readonly pace: Pace;
  private state: 'idle' | 'waiting' | 'running' | 'disposed' = 'idle';
  private again = false;
  private freeAt = 0;
  private stop: (() => void) | undefined;

  /** `run` must not reject. */
  constructor(platform: Platform, run: () => void | Promise<void>, pace: Pace = {}) {
    this.platform = platform;
    this.run = run;
    this.pace = pace;
  }

  /** Asks for a run. */
  request(): void {
    if (this.state === 'running') this.again = true;
    if (this.state !== 'idle') return;
    this.state = 'waiting';
    const wait = Math.max(this.pace.delay ?? 0, this.freeAt - this.platform.now());
    if (wait > 0) this.stop = this.platform.after(wait, () => void this.start());
    else void this.platform.turn().then(() => this.start());
  }

  /** Calls off what has not begun. */
  dispose(): void {
    this.stop?.();
    this.state = 'disposed';
  }

  private async start(): Promise<void> {
    if (this.state !== 'waiting') return;
    this.state = 'running';
    const begun = this.platform.now();
    await this.run();
    const end = this.platform.now();
    this.freeAt = end + Math.max(this.pace.rest ?? 0, Math.min(MOST_WAIT, end - begun));
    this.rest();
  }

  private rest(): void {
    if (this.state === 'disposed') return;
    this.state = 'idle';
    if (!this.again) return;
    this.again = false;
    this.request();
  }
}
