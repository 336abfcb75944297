/** A JSON object of unknown content. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Something in a result that is not as the format has it. The message says what. */
export class ResultError extends Error {
  override readonly name = 'ResultError';
}

/** The value as an object. @throws ResultError for anything else. */
export function objectAt(value: unknown, what: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ResultError(`${what} is no object`);
  return { ...value };
}

/** The list under a key, each item read. @throws ResultError where there is none. */
export function listAt<T>(object: JsonObject, key: string, read: (value: unknown) => T): T[] {
  const value = object[key];
  if (!Array.isArray(value)) throw new ResultError(`"${key}" is no list`);
  const items: unknown[] = value;
  return items.map(read);
}

/** The text under a key. @throws ResultError where there is none. */
export function textAt(object: JsonObject, key: string): string {
  const value = object[key];
  if (typeof value !== 'string') throw new ResultError(`"${key}" is no text`);
  return value;
}

/** The text under a key; null where it is null or absent. */
export function optionalAt(object: JsonObject, key: string): string | null {
  return object[key] === null || object[key] === undefined ? null : textAt(object, key);
}

/** The whole number under a key. @throws ResultError for anything that is not one of 0 or more. */
export function countAt(object: JsonObject, key: string): number {
  const value = object[key];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new ResultError(`"${key}" is no count`);
  return value;
}

/** The word under a key, one of those that are known. @throws ResultError for any other. */
export function wordAt<T extends string>(object: JsonObject, key: string, known: readonly T[]): T {
  const word = known.find(each => each === object[key]);
  if (word === undefined) throw new ResultError(`"${key}" is none of ${known.join(', ')}`);
  return word;
}

/** Texts of a list. */
export function textsAt(object: JsonObject, key: string): string[] {
  return listAt(object, key, value => {
    if (typeof value !== 'string') throw new ResultError(`"${key}" holds something that is no text`);
    return value;
  });
}
