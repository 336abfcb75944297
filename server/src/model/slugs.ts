import { slug } from 'github-slugger';
import type { Heading } from '../syntax/markdown/heading.ts';

/** A heading's fragment before the others of its document are known; undefined for what nothing can link to. */
export function baseSlug(heading: Heading): string | undefined {
  return heading.style === 'bold' ? undefined : slug(heading.title);
}

/** The fragments of one document's headings, asked for in order: the second of a name gets `-1`, as on GitHub. */
export class Slugs {
  private readonly taken = new Map<string, number>();

  take(base: string): string {
    let name = base;
    while (this.taken.has(name)) {
      const next = (this.taken.get(base) ?? 0) + 1;
      this.taken.set(base, next);
      name = `${base}-${next}`;
    }
    this.taken.set(name, 0);
    return name;
  }
}
