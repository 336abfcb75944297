// The few assertions that the web suite needs: Node's module is not there in a worker.

/** Fails with a message unless a condition holds. */
export function ok(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Compares two plain values. */
export function equal(actual: unknown, wanted: unknown): void {
  ok(actual === wanted, `expected ${JSON.stringify(wanted)}, but it is ${JSON.stringify(actual)}`);
}

/** Compares two lists of texts, and says what one has and the other lacks. */
export function sameLines(actual: readonly string[], wanted: readonly string[]): void {
  const list = (title: string, texts: readonly string[]): string =>
    texts.length === 0 ? '' : `\n${title}:\n  ${texts.join('\n  ')}`;
  const more = actual.filter(each => !wanted.includes(each));
  const less = wanted.filter(each => !actual.includes(each));
  const isSame = actual.length === wanted.length && more.length + less.length === 0;
  ok(isSame, `${actual.length} instead of ${wanted.length}${list('too many', more)}${list('missing', less)}`);
}
