import type { Catalog } from '../catalog/catalog.ts';

/** A framework as a sentence names it. */
export function nameOfFramework(catalog: Catalog): string {
  return catalog.data.names[0] ?? catalog.data.name;
}

/** As many of a list as a sentence can hold, with the number of the others. */
export function listed(words: readonly string[], most: number): string {
  if (words.length <= most) return words.join(', ');
  return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
}

/** A user's text in quotes, shortened where it is long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 57)}…` : line}"`;
}
