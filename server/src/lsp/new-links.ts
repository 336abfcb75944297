import type { ParsedDocument } from '../model/document.ts';
import type { Entry } from '../model/entry.ts';

/**
 * Tells whether a mapping names files that it did not name before. Entries that an edit leaves alone are the same
 * values as before and are not looked at again.
 */
export class NewLinks {
  private readonly seen = new WeakSet<Entry>();
  private readonly known = new Set<string>();

  /** Whether a document names something new since the last call. */
  in(document: ParsedDocument | undefined): boolean {
    if (document?.model.kind !== 'control-mapping') return false;
    let isNew = false;
    for (const { value: entry } of document.model.entries) {
      if (this.seen.has(entry)) continue;
      this.seen.add(entry);
      for (const link of linksOf(entry)) {
        const key = `${document.path}\0${link}`;
        isNew ||= !this.known.has(key);
        this.known.add(key);
      }
    }
    return isNew;
  }
}

/** What an entry's evidence says about files, as text: where it leads, of what type it is, what it covers. */
function linksOf({ evidence }: Entry): string[] {
  return evidence.map(({ target, type, fields }) => {
    const covers = fields.get('covers');
    return `${target.value}\0${type?.value}\0${covers === undefined ? '' : JSON.stringify(covers)}`;
  });
}
