import { expect, test } from 'vitest';
import { Coalesced, type Pace } from '../../../server/src/lsp/coalesced.ts';

/** A clock that a test moves on. */
class Clock {
  time = 0;
  private timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.time;
  }

  async turn(): Promise<void> {}

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.time + milliseconds, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter(each => each !== timer);
    };
  }

  /** Moves on and lets everything happen that is due. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      const next = this.timers.filter(each => each.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.timers = this.timers.filter(each => each !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    this.time = Math.max(this.time, end);
  }
}

/** Work that takes some milliseconds of a clock, and when it ran. */
function work(clock: Clock, takes: number, pace?: Pace): { coalesced: Coalesced; runs: number[] } {
  const runs: number[] = [];
  const run = (): void => {
    runs.push(clock.time);
    clock.time += takes;
  };
  // Only these of the platform are used.
  return { coalesced: new Coalesced(clock as never, run, pace), runs };
}

test('the first request is served at once, a burst behind it by one run', async () => {
  const clock = new Clock();
  const { coalesced, runs } = work(clock, 30);
  coalesced.request();
  await clock.pass(0);
  expect(runs).toEqual([0]);
  for (let count = 0; count < 5; count += 1) coalesced.request();
  await clock.pass(100);
  expect(runs).toEqual([0, 60]);
});

test('after a rest the next request is served at once again', async () => {
  const clock = new Clock();
  const { coalesced, runs } = work(clock, 30);
  coalesced.request();
  await clock.pass(500);
  coalesced.request();
  await clock.pass(0);
  expect(runs).toEqual([0, 500]);
});

test('a delay lets others join', async () => {
  const clock = new Clock();
  const { coalesced, runs } = work(clock, 1, { delay: 100 });
  coalesced.request();
  await clock.pass(50);
  coalesced.request();
  await clock.pass(49);
  expect(runs).toEqual([]);
  await clock.pass(10);
  expect(runs).toEqual([100]);
});

test('a request during a run is served after it', async () => {
  const clock = new Clock();
  const runs: number[] = [];
  let finish = (): void => {};
  const run = (): Promise<void> => {
    runs.push(clock.time);
    return new Promise(resolve => {
      finish = resolve;
    });
  };
  const coalesced = new Coalesced(clock as never, run);
  coalesced.request();
  await clock.pass(0);
  coalesced.request();
  await clock.pass(10);
  expect(runs).toEqual([0]);
  finish();
  await clock.pass(50);
  expect(runs).toHaveLength(2);
});

test('nothing runs after it was disposed', async () => {
  const clock = new Clock();
  const { coalesced, runs } = work(clock, 1, { delay: 10 });
  coalesced.request();
  coalesced.dispose();
  await clock.pass(100);
  coalesced.request();
  await clock.pass(100);
  expect(runs).toEqual([]);
});
