/** An immutable value that remembers what was computed from it, for as long as it lives itself. */
export class Derived {
  private readonly known = new Map<(self: never) => unknown, unknown>();

  /** The result of `compute` for this value; computed at the first call. `compute` must be pure. */
  derive<T>(compute: (self: this) => T): T {
    if (!this.known.has(compute)) this.known.set(compute, compute(this));
    return this.known.get(compute) as T;
  }
}
