import type { Unknown, ValueList } from '../../catalog/value-list.ts';

/**
 * What is wrong with a language: the hub takes codes of ISO 639 in lower case. Our list has every code of two letters
 * and not every one of three.
 */
export function unknownLanguage(written: string, list: ValueList): Unknown | undefined {
  if (list.has(written) || /^[a-z]{3}$/.test(written)) return undefined;
  const lower = written.toLowerCase();
  const known = list.lookUp(written);
  if (known?.meant !== undefined) return known;
  // A language with two codes is meant by its code of two letters, which stands first.
  const named = Object.entries(list.data.values).find(([, name]) => name.toLowerCase() === lower)?.[0];
  if (named !== undefined) return { meant: named, same: true, retired: false };
  const base = /^([a-z]{2,3})[-_][a-z0-9]/.exec(lower)?.[1];
  if (base === undefined || !list.has(base))
    return { meant: undefined, same: false, retired: false, next: 'Use a code of ISO 639, such as "en"' };
  const next = `Use "${base}", and keep "${written}" under "language_bcp47"`;
  return { meant: base, same: false, retired: false, next };
}
