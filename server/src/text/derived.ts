/** An immutable value that remembers what was computed from it, for as long as it lives itself. */
export class Derived {
  private readonly known = new Map<(self: never) => unknown, unknown>();

  /** The result of `compute` for this value; computed at the first call. `compute` must be pure. */
  derive<T>(compute: (self: this) => T): T {
    const known = this.known.get(compute);
    if (known !== undefined || this.known.has(compute)) return known as T;
    const made = compute(this);
    this.known.set(compute, made);
    return made;
  }
}
