import type { Facts } from './facts.ts';
import { FactIndex } from './index.ts';
import { Outside } from './outside.ts';

/**
 * Which documents have to be checked again: whatever is stated in the workspace goes through here, and those that
 * lean on what has changed are marked.
 */
export class StaleDocuments {
  readonly index = new FactIndex();
  /** What stands for the outside of each document; see {@link Outside}. */
  readonly outside = new Outside();
  private readonly marked = new Set<string>();

  /** Takes over what a file states, and marks the readers of what is new in it. */
  publish(path: string, facts: Facts): void {
    for (const reader of this.index.update(path, facts)) {
      this.marked.add(reader);
      if (reader !== path) this.outside.changed(reader);
    }
  }

  /** Marks who asked for a key that no file states, such as whether a file is there. */
  markReaders(key: string): void {
    for (const reader of this.index.readersOf(key)) {
      this.marked.add(reader);
      this.outside.changed(reader);
    }
  }

  /** Marks a document whose own text or rules are others. */
  mark(path: string): void {
    this.marked.add(path);
  }

  /** Marks a file that has no findings any more: it asks nothing, and those it had are out of date. */
  dropChecks(path: string): void {
    this.index.watch(path, new Set());
    this.marked.add(path);
  }

  /** The marked ones, which are marked no longer. */
  take(): Set<string> {
    const taken = new Set(this.marked);
    this.marked.clear();
    return taken;
  }
}
