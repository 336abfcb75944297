import { documentsOfPart } from './parts.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** Who has asked for which key of the graph. */
export class Readers {
  private readonly byKey = new Map<string, Set<string>>();
  /** The keys of parts that somebody has asked for, by the document that they are parts of. */
  private readonly parts = new Map<string, Set<string>>();

  has(key: string): boolean {
    return this.byKey.has(key);
  }

  of(key: string): ReadonlySet<string> {
    return this.byKey.get(key) ?? NOBODY;
  }

  add(key: string, reader: string): void {
    const known = this.byKey.get(key);
    if (known !== undefined) {
      known.add(reader);
      return;
    }
    this.byKey.set(key, new Set([reader]));
    for (const path of documentsOfPart(key)) {
      const keys = this.parts.get(path);
      if (keys === undefined) this.parts.set(path, new Set([key]));
      else keys.add(key);
    }
  }

  remove(key: string, reader: string): void {
    const known = this.byKey.get(key);
    known?.delete(reader);
    if (known?.size !== 0) return;
    this.byKey.delete(key);
    for (const path of documentsOfPart(key)) {
      const keys = this.parts.get(path);
      keys?.delete(key);
      if (keys?.size === 0) this.parts.delete(path);
    }
  }

  /** The keys of a document's parts that are asked for. */
  partsOf(path: string): Iterable<string> {
    const end = ` in ${path}`; // see `keyIn`
    const keys = this.parts.get(path);
    if (keys === undefined) return [];
    return new Set([...keys].map(key => (key.endsWith(end) ? key.slice(0, -end.length) : key)));
  }
}
