import type { Platform } from './platform.ts';

/** Milliseconds between two looks at the calendar. A timer to midnight would be late after a sleep or a change of clock. */
const PACE = 300_000;

/** Tells when another day has come, also where nobody types: dates in documents run out by themselves. */
export class DayWatch {
  private readonly platform: Platform;
  private readonly look: () => void;
  private stop: () => void;

  /** `look` is called now and then, and finds out itself which day it is. It must not throw. */
  constructor(platform: Platform, look: () => void) {
    this.platform = platform;
    this.look = look;
    this.stop = this.next();
  }

  private next(): () => void {
    return this.platform.after(PACE, () => {
      this.look();
      this.stop = this.next();
    });
  }

  /** Calls off the next look. */
  dispose(): void {
    this.stop();
  }
}
