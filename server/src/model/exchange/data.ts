import { isRecord, recordsIn } from '../results/result.ts';

/** Plain data with keys. */
export type Data = Readonly<Record<string, unknown>>;

/** What stands at a path of keys, where it is data with keys; else an empty one. */
export function mapAt(data: unknown, ...path: readonly string[]): Data {
  let here: unknown = data;
  for (const key of path) here = isRecord(here) ? here[key] : undefined;
  return isRecord(here) ? here : {};
}

/** The members of a list that are data with keys. */
export function mapsAt(data: Data, key: string): readonly Data[] {
  return recordsIn(data[key]);
}

/** A text or number under a key as text; undefined where there is none or it is blank. */
export function textAt(data: Data, key: string): string | undefined {
  const value = data[key];
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return text === '' ? undefined : text;
}

/** The texts of a list. */
export function textsAt(data: Data, key: string): readonly string[] {
  const list = data[key];
  return Array.isArray(list)
    ? list.flatMap(each => (typeof each === 'string' && each.trim() !== '' ? [each.trim()] : []))
    : [];
}

/** An object without the keys that have no value, for optional fields. */
export function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** The keys of some data that are not among the known ones, as paths. */
export function unknownKeys(data: Data, known: readonly string[], under: string): string[] {
  return Object.keys(data)
    .filter(key => !known.includes(key))
    .map(key => (under === '' ? key : `${under}.${key}`));
}
