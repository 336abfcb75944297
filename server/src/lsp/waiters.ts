/** Requests that are answered when something has happened. */
export class Waiters {
  private readonly waiting = new Set<() => void>();

  get count(): number {
    return this.waiting.size;
  }

  /** Resolves when {@link wake} is called, or when `stop` is; `onStop` is told how to stop waiting. */
  wait(onStop: (stop: () => void) => void): Promise<void> {
    return new Promise(resolve => {
      const done = (): void => {
        this.waiting.delete(done);
        resolve();
      };
      this.waiting.add(done);
      onStop(done);
    });
  }

  /** Lets all who wait go on. */
  wake(): void {
    for (const done of [...this.waiting]) done();
  }
}
